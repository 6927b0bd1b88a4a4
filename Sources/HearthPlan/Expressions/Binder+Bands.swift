import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `band(x, 18, 60, 80)`: a category of the classes between the cuts, in their order.
  mutating func bands(_ arguments: [TypedExpression], _ span: Span) -> TypedExpression? {
    let subject = arguments[0]
    var type = subject.type
    for cut in arguments.dropFirst() {
      guard let common = commonType(type, cut.type) else { return nil }
      type = common
    }
    let cuts = arguments.dropFirst().map { converted($0, to: type) }
    let values = cuts.compactMap(\.constant)
    let isAscending = zip(values, values.dropFirst()).allSatisfy { isLess($0, $1) }
    guard isAscending, values.count == cuts.count else {
      report(
        .badArgument, span,
        Bilingual("the cuts of `band` must rise", "“分段”的分界须从小到大"))
      return nil
    }
    let names = type == .int ? wholeBands(values) : realBands(values)
    let dictionary = CategoryDictionary(names.map { Bilingual(same: $0) }, isClosed: true)
    return TypedExpression(
      .call(.band, [converted(subject, to: type)] + cuts), .category(.fixed(dictionary)))
  }

  private func isLess(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.int(let x), .int(let y)): x < y
    case (.number(let x), .number(let y)): x < y
    case (.decimal(let x), .decimal(let y)): x.isLess(than: y)
    case (_, _): false
    }
  }

  /// `0–17`, `18–59`, `60+`; below the first cut when that is not positive: `<0`.
  private func wholeBands(_ cuts: [Value]) -> [String] {
    let numbers = cuts.compactMap { cut -> Int64? in
      if case .int(let number) = cut { number } else { nil }
    }
    guard let first = numbers.first, let last = numbers.last else { return [] }
    func band(_ low: Int64, _ high: Int64) -> String { low == high ? "\(low)" : "\(low)–\(high)" }
    var names = [first > 0 ? band(0, first - 1) : "<\(first)"]
    for (low, high) in zip(numbers, numbers.dropFirst()) { names.append(band(low, high - 1)) }
    return names + ["\(last)+"]
  }

  /// `<a`, `a–<b`, `≥b`.
  private func realBands(_ cuts: [Value]) -> [String] {
    let texts = cuts.map { cut -> String in
      switch cut {
      case .number(let number): number == number.rounded() ? "\(Int64(number))" : "\(number)"
      case .decimal(let decimal): decimal.shortText
      case .missing, .text, .int, .bool, .date, .dateTime, .period, .category, .tags, .row, .list:
        ""
      }
    }
    guard let first = texts.first, let last = texts.last else { return [] }
    let middle = zip(texts, texts.dropFirst()).map { "\($0)–<\($1)" }
    return ["<\(first)"] + middle + ["≥\(last)"]
  }
}

extension Decimal {
  /// Without zeros at the end of its places.
  fileprivate var shortText: String {
    var text = description
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
