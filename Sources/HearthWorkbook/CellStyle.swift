/// How a cell of a workbook looks, and in which form its number is shown.
package struct CellStyle: Hashable, Sendable {
  /// A spreadsheet's form of numbers, such as `0.0%`; empty for its general one.
  package var numberForm: String
  package var isBold: Bool
  /// A line above it: a total.
  package var hasRule: Bool
  /// Long texts go on in the next line.
  package var wraps: Bool

  package init(
    numberForm: String = "", isBold: Bool = false, hasRule: Bool = false, wraps: Bool = false
  ) {
    self.numberForm = numberForm
    self.isBold = isBold
    self.hasRule = hasRule
    self.wraps = wraps
  }

  package static let head = CellStyle(isBold: true)

  /// The same in a total.
  package var ofTotal: CellStyle {
    var style = self
    style.isBold = true
    style.hasRule = true
    return style
  }
}

/// The content of a cell.
package enum CellContent: Hashable, Sendable {
  case empty
  case text(String)
  /// Also days and times, counted as spreadsheets do.
  case number(Double)
  case flag(Bool)
}
