import HearthData
import HearthPlan
import HearthText

extension Compiler {
  /// A date by a pattern; names in the language in force or that of a third argument.
  func format(_ arguments: [TypedExpression]) throws(RunError) -> Kernel {
    guard arguments.count >= 2 else { throw .misbuiltPlan("format without a pattern") }
    var language = scope.run.options.language
    if arguments.count > 2, case .text(let name)? = arguments[2].literal {
      language = Language(localeName: name)
    }
    let value = try kernel(for: arguments[0])
    let wanted = try kernel(for: arguments[1])
    // A pattern that stands in the query is wrong at once, whatever the rows.
    if case .text(let text)? = arguments[1].literal { _ = try datePattern(text) }
    return Kernel { [language] (block) throws(RunError) in
      let column = try value.run(block)
      let patterns = try wanted.run(block).texts()
      var builder = TextBuilder(rows: block.count, bytes: block.count * 12)
      var last: (row: Int, pattern: DatePattern)?
      for row in 0..<block.count {
        guard patterns.lengths[row] >= 0 else {
          builder.appendMissing()
          continue
        }
        // Rows side by side have the same pattern as a rule.
        if last.map({ !areEqual(patterns.bytes($0.row), patterns.bytes(row)) }) ?? true {
          last = (row, try datePattern(patterns[row] ?? ""))
        }
        builder.append(last?.pattern.format(column.value(at: row), language))
      }
      return try .texts(builder)
    }
  }

  /// The pattern, or an error that names the letter that means nothing.
  private func datePattern(_ text: String) throws(RunError) -> DatePattern {
    do throws(DatePattern.UnknownField) {
      return try DatePattern(text)
    } catch {
      throw .invalid(.unknownDateField(error.letter, in: text))
    }
  }
}

extension DatePattern {
  /// Nil for what is no date.
  fileprivate func format(_ value: Value, _ language: Language) -> String? {
    switch value {
    case .date(let day): format(day, language)
    case .dateTime(let seconds): format(dateTime: seconds, language)
    case .missing, .text, .int, .number, .decimal, .bool, .period, .category, .tags, .row, .list:
      nil
    }
  }
}

extension Bilingual {
  static func unknownDateField(_ letter: Character, in pattern: String) -> Bilingual {
    Bilingual(
      "\"\(letter)\" in the date format \"\(pattern)\" stands for nothing; text goes into '…'",
      "日期格式“\(pattern)”中的“\(letter)”没有含义，普通文字请放在单引号内")
  }
}
