import CLineEditor
import Glibc
import HearthText

/// Keeps the rows under the cursor equal to a layout, by rewriting the rows that changed.
struct Painter {
  /// Everything there is to see: the edited text and what is shown below it.
  struct Picture {
    var layout: Layout
    var footer: [Layout.Row] = []
  }

  private var shown: [Layout.Row] = []
  private var cursorRow = 0
  private var cursorColumn = 0
  private var rows = 24
  private(set) var columns = 80
  private(set) var output = ""
  private var isToBeep = false
  let isDumb: Bool

  init(terminal: String?) {
    isDumb = terminal == nil || terminal == "dumb" || terminal == ""
    measure()
  }

  /// Asks the terminal for its size.
  mutating func measure() {
    var height: Int32 = 0
    var width: Int32 = 0
    hearth_terminal_size(&height, &width)
    rows = Int(height)
    columns = max(Int(width), 4)
  }

  /// How many rows may be shown below a text of so many rows.
  func roomBelow(_ layout: Layout) -> Int {
    max(rows - min(layout.rows.count, rows / 2) - 1, 1)
  }

  /// Forgets what is shown, because the cursor now stands at the start of an empty row.
  mutating func startAfresh() {
    shown = []
    cursorRow = 0
  }

  mutating func show(_ picture: Picture) {
    if isDumb {
      showDumb(picture)
    } else {
      let (target, row) = visible(picture)
      draw(target)
      move(to: row)
      cursorColumn = picture.layout.cursorColumn
      output += "\r" + (cursorColumn > 0 ? "\u{1B}[\(cursorColumn)C" : "")
    }
    if isToBeep { output += "\u{07}" }
    isToBeep = false
    flush()
  }

  /// The rows of a picture that fit the screen, with the cursor's among them.
  private func visible(_ picture: Picture) -> (rows: [Layout.Row], cursorRow: Int) {
    let footer = picture.footer
    let all = picture.layout.rows
    let room = max(rows - min(footer.count, rows - 1), 1)
    let first = max(0, min(picture.layout.cursorRow - room / 2, all.count - room))
    let part = all.count <= room ? all[...] : all[first..<first + room]
    return (
      Array(part) + footer.prefix(rows - part.count), picture.layout.cursorRow - part.startIndex
    )
  }

  private mutating func draw(_ target: [Layout.Row]) {
    for (index, row) in target.enumerated() {
      if index < shown.count, shown[index] == row { continue }
      move(to: index)
      output += "\r" + row.drawn
      // On a full row the cursor waits on the last cell, which clearing would empty.
      if row.width < columns { output += "\u{1B}[K" }
    }
    if shown.count > target.count {
      move(to: target.count)
      output += "\r\u{1B}[J"
    }
    shown = target
  }

  /// Goes to a row, scrolling for the rows that were not there before.
  private mutating func move(to row: Int) {
    if row < cursorRow { output += "\u{1B}[\(cursorRow - row)A" }
    while cursorRow < row {
      output += cursorRow + 1 < shown.count ? "\u{1B}[B" : "\r\n"
      cursorRow += 1
    }
    cursorRow = row
  }

  /// Leaves what is shown on the screen and goes to the row after it.
  mutating func finish(_ picture: Picture, note: String = "") {
    show(picture)
    if !isDumb, !shown.isEmpty {
      move(to: shown.count - 1)
      output += "\r"
      let width = shown[shown.count - 1].width
      if width > 0, !note.isEmpty { output += "\u{1B}[\(width)C" }
    }
    output += note + "\r\n"
    flush()
    startAfresh()
  }

  /// Clears what is shown after the size changed: a narrower terminal may have broken our rows.
  mutating func resized() {
    let above = shown.prefix(cursorRow)
    measure()
    if isDumb { return }
    let broken = above.reduce(0) { $0 + max(1, ($1.width + columns - 1) / columns) }
    let up = min(broken + cursorColumn / columns, rows - 1)
    output += "\r" + (up > 0 ? "\u{1B}[\(up)A" : "") + "\u{1B}[J"
    startAfresh()
  }

  mutating func clearScreen() {
    if !isDumb { output += "\u{1B}[H\u{1B}[2J" }
    startAfresh()
  }

  mutating func emptyScreen() {
    clearScreen()
    if !isDumb { output += "\u{1B}[3J" }
    flush()
  }

  /// With the next picture, so that what is heard is about what is seen.
  mutating func beep() { isToBeep = true }

  /// Bracketed paste on while a text is read, off while something else owns the terminal.
  mutating func bracketPaste(_ wanted: Bool) {
    if isDumb { return }
    output += wanted ? "\u{1B}[?2004h" : "\u{1B}[?2004l"
    flush()
  }

  /// A terminal that can do nothing shows one row, which slides with the cursor.
  private mutating func showDumb(_ picture: Picture) {
    for row in picture.footer { output += "\r\n" + row.text }
    if !picture.footer.isEmpty { output += "\r\n" }
    let layout = picture.layout
    let row = layout.rows[layout.cursorRow]
    let former = shown.first?.width ?? 0
    let kept = beginning(of: row.text, columns: columns - 1)
    let width = displayWidth(of: kept)
    output += "\r" + kept + String(repeating: " ", count: max(former - width, 0)) + "\r"
    output += beginning(of: row.text, columns: min(layout.cursorColumn, columns - 1))
    shown = [Layout.Row(text: kept, width: width)]
  }

  /// Hands everything to the terminal in as few writes as it takes.
  private mutating func flush() {
    var text = output
    output = ""
    text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = write(STDOUT_FILENO, bytes.baseAddress! + sent, bytes.count - sent)
        if count > 0 {
          sent += count
        } else if errno != EINTR && errno != EAGAIN {
          return
        }
      }
    }
  }
}
