import HearthSyntax
import HearthText

/// Whole numbers that a stage needs before it runs: written out, or parameters.
extension Binder {
  /// A whole number from `least`; nil after an error.
  mutating func bindAmount(_ amount: Expression, from least: Int64) -> Int64? {
    let wanted = Bilingual(
      "a whole number from \(least), or a parameter, is needed here",
      "这里须是从 \(least) 起的整数或参数")
    if let name = amount.bareWord, resolve(name.text, in: Scope()) == nil {
      reportNoParameter(name, wanted)
      return nil
    }
    guard let bound = bind(amount, in: Scope()) else { return nil }
    if case .int(let number)? = bound.constant, number >= least { return number }
    report(.notConstant, amount.span, wanted)
    return nil
  }

  /// Here no field is looked for, so none is suggested.
  private mutating func reportNoParameter(_ name: Name, _ wanted: Bilingual) {
    guard isFirstReport(of: name.text), !host.isBroken(name.text) else { return }
    let parameters = options.parameters.filter { $0.value.type == .int }.keys.sorted()
    let meant = Self.number(of: name.text) ?? nearest(to: name.text, in: parameters)
    report(.unknownName, name.span, wanted, meant: meant)
  }

  /// `take 10` is the rows 1…10, `take 3..5` the rows 3…5; nil after an error.
  mutating func bindRange(
    first: Expression?, last: Expression
  ) -> (first: Int64, last: Int64)? {
    guard let first else { return bindAmount(last, from: 0).map { (1, $0) } }
    guard let from = bindAmount(first, from: 0), let to = bindAmount(last, from: 0) else {
      return nil
    }
    if Stage.isRange(from, to) { return (from, to) }
    let (message, hint) = Stage.badRange
    report(.badRange, first.span.joined(last.span), message, hint: hint)
    return nil
  }

  /// The row after those that `skip` leaves out.
  mutating func bindStart(after count: Expression) -> Int64? {
    guard let count = bindAmount(count, from: 0) else { return nil }
    let (first, overflow) = count.addingReportingOverflow(1)
    return overflow ? .max : first
  }
}
