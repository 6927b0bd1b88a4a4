import CXlsxwriter

/// One sheet of a workbook; rows and columns count from 0.
package final class Sheet {
  /// The cells of a sheet.
  package static let mostRows = 1_048_576
  package static let mostColumns = 16_384
  /// The widest that a spreadsheet takes, in characters.
  private static let mostWidth = 255.0

  private let pointer: UnsafeMutablePointer<lxw_worksheet>
  private let workbook: Workbook
  private var library: UnsafePointer<hearth_xlsxwriter> { workbook.library }

  init(_ pointer: UnsafeMutablePointer<lxw_worksheet>, of workbook: Workbook) {
    self.pointer = pointer
    self.workbook = workbook
  }

  /// Writes one cell; what lies beyond the sheet is left out.
  package func write(_ content: CellContent, row: Int, column: Int, style: CellStyle) {
    guard (0..<Sheet.mostRows).contains(row), (0..<Sheet.mostColumns).contains(column) else {
      return
    }
    let (row, column) = (lxw_row_t(row), lxw_col_t(column))
    let format = workbook.format(style)
    // Only a place outside of the sheet is refused.
    _ =
      switch content {
      case .empty, .text(""): library.pointee.worksheet_write_blank(pointer, row, column, format)
      case .text(let text):
        library.pointee.worksheet_write_string(pointer, row, column, CellText.safe(text), format)
      case .number(let number) where number.isFinite:
        library.pointee.worksheet_write_number(pointer, row, column, number, format)
      case .number: library.pointee.worksheet_write_blank(pointer, row, column, format)
      case .flag(let flag):
        library.pointee.worksheet_write_boolean(pointer, row, column, flag ? 1 : 0, format)
      }
  }

  /// In characters of the usual font.
  package func setWidth(_ width: Double, ofColumn column: Int) {
    guard (0..<Sheet.mostColumns).contains(column) else { return }
    let index = lxw_col_t(column)
    _ = library.pointee.worksheet_set_column(
      pointer, index, index, min(max(width, 1), Sheet.mostWidth), nil)
  }

  /// The first row stays in sight and offers to filter the rows below it, the last one included.
  package func freezeHead(lastRow: Int, columnCount: Int) {
    library.pointee.worksheet_freeze_panes(pointer, 1, 0)
    _ = library.pointee.worksheet_repeat_rows(pointer, 0, 0)
    guard columnCount > 0, columnCount <= Sheet.mostColumns, lastRow < Sheet.mostRows else {
      return
    }
    _ = library.pointee.worksheet_autofilter(
      pointer, 0, 0, lxw_row_t(max(lastRow, 0)), lxw_col_t(columnCount - 1))
  }

  /// As wide as a page when printed, however long.
  package func fitToPageWidth() { library.pointee.worksheet_fit_to_pages(pointer, 1, 0) }
}
