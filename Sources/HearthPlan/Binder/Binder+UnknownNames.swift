import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// Always nil: an unknown name has no value.
  mutating func reportUnknown(_ name: Name, in scope: Scope) -> TypedExpression? {
    guard isFirstReport(of: name.text), !host.isBroken(name.text) else { return nil }
    if let collector, scope.isGrouped, let column = grouped(name, collector) {
      report(
        .manyValues, name.span,
        Bilingual(
          "`\(name.text)` has many values in a group", "“\(name.text)”在一组里有许多值"),
        hint: Bilingual(
          "put it into an aggregate, like `max(\(column.english))`, or after `by`",
          "请放进聚合函数，如“最大(\(column.chinese))”，或写在“按”之后"))
      return nil
    }
    if scope.isGrouped, collector == nil, isLostInGroups(name, scope) { return nil }
    let message = Bilingual(
      "there is no column or field called `\(name.text)` here", "这里没有名为“\(name.text)”的列或字段")
    if let number = Self.number(of: name.text) {
      report(.unknownName, name.span, message, meant: number)
      return nil
    }
    if KeywordTable.entry(.samePeriodLastYear).chinese.contains(name.text) {
      report(
        .unknownName, name.span, message,
        hint: Bilingual(
          "its period stands before it: `本月 去年同期`", "前面要写时段，例如“本月 去年同期”"))
      return nil
    }
    if let path = pathThroughLink(name.text, in: scope) {
      report(.unknownName, name.span, message, meant: path)
      return nil
    }
    let own = candidates(in: scope)
    if nearest(to: name.text, in: own) == nil, let path = nearestThroughLink(name.text, in: scope) {
      report(.unknownName, name.span, message, meant: path)
      return nil
    }
    if nearest(to: name.text, in: own) == nil, let hint = knownBeginning(of: name.text) {
      report(.unknownName, name.span, message, hint: hint)
      return nil
    }
    report(.unknownName, name.span, message, word: name.text, candidates: own)
    return nil
  }

  /// The number that a word of English stands for: `at least two`.
  static func number(of word: String) -> String? {
    numberWords.firstIndex(of: word.lowercased()).map { String($0 + 1) }
  }

  private static let numberWords = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// For a run of Chinese characters that could not be split: how far it could be read.
  func knownBeginning(of name: String) -> Bilingual? {
    let vocabulary = catalog.vocabulary(
      results: host.resultNames, parameters: options.parameters.keys.sorted())
    guard let beginning = longestKnownBeginning(of: name, vocabulary: vocabulary) else {
      return nil
    }
    let known = shortened(beginning, toWidth: longestQuotation)
    return Bilingual(
      "it begins with `\(known)`; the rest is not known", "开头的“\(known)”可以识别，其余部分不认识")
  }

  private mutating func grouped(_ name: Name, _ collector: AggregateCollector) -> Bilingual? {
    let rows = collector.rowScope
    guard case .value(_, let names) = resolve(name.text, in: rows) else { return nil }
    return names
  }

  /// After `summarize` the rows are groups: a field of the rows before is explained, not suggested.
  private mutating func isLostInGroups(_ name: Name, _ scope: Scope) -> Bool {
    let isField = schema.entities.contains { entity in
      entity.fields.contains { $0.name.isNamed(name.text) }
    }
    let isNear = nearest(to: name.text, in: candidates(in: scope)) != nil
    guard isField, !isNear else { return false }
    let shown = scope.columns.map(\.label)
    report(
      .unknownName, name.span,
      Bilingual(
        "`\(name.text)` is no longer there: the rows are groups now, with \(shown.map { "`\($0.english)`" }.joined(separator: ", "))",
        "汇总之后已没有“\(name.text)”：每行是一组，只有\(shown.map { "“\($0.chinese)”" }.joined(separator: "、"))"),
      hint: Bilingual(
        "use it before `summarize`, or as a key after `by`", "请在“汇总”之前使用，或写在“按”之后"))
    return true
  }

  /// `street` of a service is that of its family: the only to-one link, or the first, that has it.
  private mutating func pathThroughLink(_ name: String, in scope: Scope) -> String? {
    guard let entity = scope.entity else { return nil }
    for field in schema[entity].fields {
      guard let link = field.link, schema[link].isToOne else { continue }
      guard case .value? = resolveMember(name, of: schema[link].target) else { continue }
      let isChinese = name.unicodeScalars.contains(where: isHan)
      return quotedIfNeeded(isChinese ? field.name.chinese : field.name.english) + "."
        + quotedIfNeeded(name)
    }
    return nil
  }

  /// A misspelt name of a row that a link leads to.
  private func nearestThroughLink(_ name: String, in scope: Scope) -> String? {
    guard let entity = scope.entity else { return nil }
    for field in schema[entity].fields {
      guard let link = field.link, schema[link].isToOne else { continue }
      let members = names(of: schema[link].target).flatMap {
        [$0.names.english, $0.names.chinese]
      }
      guard let member = nearest(to: name, in: members) else { continue }
      let isChinese = member.unicodeScalars.contains(where: isHan)
      return quotedIfNeeded(isChinese ? field.name.chinese : field.name.english) + "."
        + quotedIfNeeded(member)
    }
    return nil
  }

  /// Every name that could stand here, in both languages, nearest things first.
  func candidates(in scope: Scope) -> [String] {
    var result: [String] = []
    var current: Scope? = scope
    while let scope = current {
      result += scope.parameters.keys.sorted()
      for entry in names(in: scope) { result += [entry.names.english, entry.names.chinese] }
      switch scope.parent {
      case .outside(let outer), .beside(let outer): current = outer
      case nil: current = nil
      }
    }
    result += options.parameters.keys.sorted()
    result += FunctionTable.allNames.flatMap { [$0.english, $0.chinese] }
    return result
  }
}
