import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// What a column is called that bears no name of its own: after its outermost function or the
  /// last step of its path.
  func naming(of expression: Expression) -> Bilingual {
    switch expression.kind {
    case .name(let name), .path(_, let name): return spelling(of: name)
    case .call(let call): return spelling(of: call.function)
    case .running(let inner), .parenthesized(let inner), .negate(let inner):
      return naming(of: inner)
    case .difference(let unit, _, _, _):
      let days: Bilingual
      switch unit {
      case .day: days = Bilingual("days", "天数")
      case .week: days = Bilingual("weeks", "周数")
      case .month: days = Bilingual("months", "月数")
      case .quarter: days = Bilingual("quarters", "季度数")
      case .half: days = Bilingual("halves", "半年数")
      case .year: days = Bilingual("years", "年数")
      case .term: days = Bilingual("terms", "学期数")
      }
      return days
    case .boundary(let boundary, _):
      return boundary == .start ? Bilingual("start", "首日") : Bilingual("end", "末日")
    case .integer, .decimal, .text, .bool, .missing, .date, .dateTime, .period, .phrase, .not,
      .binary, .missingness, .membership, .between, .tags, .range, .conditional, .duration,
      .invalid:
      return Bilingual("value", "值")
    }
  }

  private func spelling(of name: Name) -> Bilingual {
    spellings[name.span] ?? FunctionTable.meaning(of: name.text)?.names
      ?? Bilingual(same: name.text)
  }

  /// The name and labels of a column, different from those already there.
  mutating func columnName(
    _ column: HearthSyntax.Column, besides taken: Scope.Columns
  ) -> Bilingual {
    if let name = column.name {
      if taken.has(name.text) {
        report(
          .duplicateColumn, name.span,
          Bilingual(
            "two columns would be called `\(name.text)`", "会有两列都叫“\(name.text)”"))
      }
      return Bilingual(same: name.text)
    }
    return unique(naming(of: column.expression), besides: taken)
  }

  /// With `_2`, `_3`, … until it is the only one.
  func unique(_ names: Bilingual, besides taken: Scope.Columns) -> Bilingual {
    var result = names
    var number = 1
    while taken.has(result.english) || taken.has(result.chinese) {
      number += 1
      result = Bilingual("\(names.english)_\(number)", "\(names.chinese)_\(number)")
    }
    return result
  }
}
