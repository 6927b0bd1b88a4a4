import Foundation
import HearthText

/// A terminal's screen of cells, obeying what an editor of lines sends.
///
/// A row may continue in the row below, so that a change of width breaks and joins rows as common
/// terminals do.
struct TerminalScreen {
  /// What stands in one column.
  enum Cell: Equatable {
    case empty
    case character(String)
    /// The right half of a wide character.
    case half
  }

  private struct Row {
    var cells: [Cell]
    /// The colours that were in force when each cell was written: `1;36`; empty for none.
    var styles: [String]
    var continues = false

    init(cells: [Cell], continues: Bool = false) {
      self.cells = cells
      self.continues = continues
      styles = Array(repeating: "", count: cells.count)
    }
  }

  private(set) var columns: Int
  private(set) var height: Int
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0
  private(set) var bracketsPaste = false
  private(set) var bells = 0
  /// Whether anything was sent that only a terminal with escape sequences understands.
  private(set) var hasHadEscapes = false
  private var rows: [Row]
  /// The cursor waits on the last column, and the next character begins a new row.
  private var wrapIsPending = false
  private var bytes: [UInt8] = []
  private var style = ""

  init(columns: Int, height: Int) {
    self.columns = columns
    self.height = height
    rows = Array(repeating: Row(cells: Array(repeating: .empty, count: columns)), count: height)
  }

  /// The rows as text, without the blanks at their ends.
  var lines: [String] { rows.map { TerminalScreen.text($0.cells) } }

  /// All that is on the screen, without the empty rows at the bottom.
  var text: String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// The colours of the first letter of a text, in the lowest row that has it; nil if none has.
  func style(of text: String) -> String? {
    for row in rows.reversed() {
      let cells = row.cells.indices.filter { row.cells[$0] != .half }
      let line = cells.map { TerminalScreen.text([row.cells[$0], .character("|")]).dropLast() }
      guard let place = line.joined().range(of: text) else { continue }
      let before = line.joined().distance(from: line.joined().startIndex, to: place.lowerBound)
      return row.styles[cells[before]]
    }
    return nil
  }

  private static func text(_ cells: [Cell]) -> String {
    var text = ""
    for cell in cells {
      switch cell {
      case .empty: text += " "
      case .character(let character): text += character
      case .half: continue
      }
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  mutating func feed(_ more: some Sequence<UInt8>) {
    bytes += more
    while let length = nextLength() {
      let item = Array(bytes.prefix(length))
      bytes.removeFirst(length)
      obey(item)
    }
  }

  /// The length of the next whole character or sequence, `nil` when more bytes are needed.
  private func nextLength() -> Int? {
    guard let first = bytes.first else { return nil }
    if first == 0x1B {
      guard bytes.count > 1 else { return nil }
      if bytes[1] != UInt8(ascii: "[") { return 2 }
      let end = bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }
      return end.map { $0 + 1 }
    }
    // A byte that begins no character stands alone, and a character ends where another byte begins:
    // what the kernel echoes may be mixed with what the program writes.
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    let rest = bytes.dropFirst().prefix(length - 1)
    if let end = rest.firstIndex(where: { !(0x80...0xBF).contains($0) }) { return end }
    return bytes.count >= length ? length : nil
  }

  private mutating func obey(_ item: [UInt8]) {
    switch item[0] {
    case 0x07: bells += 1
    case 0x08: goTo(column: cursorColumn - 1)
    case 0x0A: lineFeed()
    case 0x0D: goTo(column: 0)
    case 0x1B:
      hasHadEscapes = true
      if item.count > 2 { obeySequence(item) }
    case 0x20...: put(String(decoding: item, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}")
    default: break
    }
  }

  private mutating func obeySequence(_ item: [UInt8]) {
    let body = String(decoding: item[2..<(item.count - 1)], as: UTF8.self)
    let count = max(Int(body) ?? 1, 1)
    switch item[item.count - 1] {
    case UInt8(ascii: "A"): goTo(row: cursorRow - count)
    case UInt8(ascii: "B"): goTo(row: cursorRow + count)
    case UInt8(ascii: "C"): goTo(column: cursorColumn + count)
    case UInt8(ascii: "D"): goTo(column: cursorColumn - count)
    case UInt8(ascii: "G"): goTo(column: count - 1)
    case UInt8(ascii: "H"):
      goTo(row: 0)
      goTo(column: 0)
    case UInt8(ascii: "J"): clear(rowsBelowOnly: Int(body) != 2)
    case UInt8(ascii: "K"): clearToEnd()
    case UInt8(ascii: "m"): style = body == "0" ? "" : body
    case UInt8(ascii: "h") where body == "?2004": bracketsPaste = true
    case UInt8(ascii: "l") where body == "?2004": bracketsPaste = false
    default: break
    }
  }

  private mutating func goTo(row: Int) {
    cursorRow = min(max(row, 0), height - 1)
    wrapIsPending = false
  }

  private mutating func goTo(column: Int) {
    cursorColumn = min(max(column, 0), columns - 1)
    wrapIsPending = false
  }

  private mutating func lineFeed() {
    wrapIsPending = false
    if cursorRow < height - 1 {
      cursorRow += 1
    } else {
      rows.removeFirst()
      rows.append(emptyRow)
    }
  }

  private var emptyRow: Row { Row(cells: Array(repeating: .empty, count: columns)) }

  private mutating func clearToEnd() {
    for column in cursorColumn..<columns { erase(column) }
    rows[cursorRow].continues = false
    wrapIsPending = false
  }

  private mutating func clear(rowsBelowOnly: Bool) {
    if rowsBelowOnly { clearToEnd() }
    for row in (rowsBelowOnly ? cursorRow + 1 : 0)..<height { rows[row] = emptyRow }
  }

  /// Empties a column, and with half a wide character its other half.
  private mutating func erase(_ column: Int) {
    if rows[cursorRow].cells[column] == .half, column > 0 {
      rows[cursorRow].cells[column - 1] = .empty
    }
    if column + 1 < columns, rows[cursorRow].cells[column + 1] == .half {
      rows[cursorRow].cells[column + 1] = .empty
    }
    rows[cursorRow].cells[column] = .empty
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let character = String(Character(scalar))
    let width = displayWidth(of: scalar)
    if width == 0 {
      combine(character)
      return
    }
    if wrapIsPending || cursorColumn + width > columns {
      rows[cursorRow].continues = true
      lineFeed()
      cursorColumn = 0
    }
    for offset in 0..<width { erase(cursorColumn + offset) }
    rows[cursorRow].cells[cursorColumn] = .character(character)
    rows[cursorRow].styles[cursorColumn] = style
    if width == 2 { rows[cursorRow].cells[cursorColumn + 1] = .half }
    wrapIsPending = cursorColumn + width == columns
    cursorColumn = min(cursorColumn + width, columns - 1)
  }

  private mutating func combine(_ mark: String) {
    var column = wrapIsPending ? cursorColumn : cursorColumn - 1
    if column > 0, rows[cursorRow].cells[column] == .half { column -= 1 }
    guard column >= 0, case .character(let base) = rows[cursorRow].cells[column] else { return }
    rows[cursorRow].cells[column] = .character(base + mark)
  }

  /// Changes the size; rows that no longer fit are broken, rows that were broken are joined.
  mutating func resize(columns newColumns: Int, height newHeight: Int) {
    var logical: [[Cell]] = [[]]
    var cursor = (line: 0, offset: 0)
    for (index, row) in rows.enumerated() {
      if index == cursorRow { cursor = (logical.count - 1, logical.last!.count + cursorColumn) }
      var cells = row.cells
      while cells.last == .empty { cells.removeLast() }
      logical[logical.count - 1] += cells
      if !row.continues { logical.append([]) }
    }
    while logical.count > cursor.line + 1, logical.last == [] { logical.removeLast() }
    columns = newColumns
    height = newHeight
    rows = []
    for (index, cells) in logical.enumerated() {
      var pieces = broken(cells)
      if index == cursor.line {
        let row = min(cursor.offset / columns, pieces.count)
        if row == pieces.count { pieces.append([]) }
        cursorRow = rows.count + row
        cursorColumn = cursor.offset % columns
      }
      for (position, piece) in pieces.enumerated() {
        let padding = Array(repeating: Cell.empty, count: columns - piece.count)
        rows.append(Row(cells: piece + padding, continues: position < pieces.count - 1))
      }
    }
    let surplus = max(rows.count - height, 0)
    rows.removeFirst(surplus)
    cursorRow = max(cursorRow - surplus, 0)
    while rows.count < height { rows.append(emptyRow) }
    wrapIsPending = false
  }

  private func broken(_ cells: [Cell]) -> [[Cell]] {
    var pieces: [[Cell]] = [[]]
    for (index, cell) in cells.enumerated() {
      let isWide = index + 1 < cells.count && cells[index + 1] == .half
      if pieces.last!.count + (isWide ? 2 : 1) > columns { pieces.append([]) }
      pieces[pieces.count - 1].append(cell)
    }
    return pieces
  }
}
