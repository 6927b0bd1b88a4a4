import HearthText

/// The rows of the screen that a prompt and a text take, and where the cursor stands among them.
///
/// Rows are broken here and never by the terminal, so that what is on the screen is known exactly.
struct Layout: Equatable {
  struct Row: Equatable {
    var text = ""
    var width = 0
  }

  private(set) var rows = [Row()]
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0
  private let columns: Int

  /// Lays out `text`; `cursor` counts Unicode scalars; `mark` stands before every further line.
  init(prompt: String, mark: String, text: String, cursor: Int, columns: Int) {
    self.columns = max(columns, 4)
    add(prompt)
    var passed = 0
    var placed = false
    for cluster in text {
      if !placed, passed >= cursor {
        placeCursor(before: cluster)
        placed = true
      }
      passed += cluster.unicodeScalars.count
      if cluster == "\n" {
        rows.append(Row())
        add(mark)
      } else {
        add(cluster)
      }
    }
    if !placed { placeCursor(before: nil) }
  }

  private mutating func add(_ text: String) {
    for cluster in text { add(cluster) }
  }

  private mutating func add(_ cluster: Character) {
    let drawn = Layout.drawn(cluster, column: rows[rows.count - 1].width)
    if drawn.width > columns - rows[rows.count - 1].width { rows.append(Row()) }
    rows[rows.count - 1].text += drawn.text
    rows[rows.count - 1].width += drawn.width
  }

  /// The cursor stands where the next cluster will be drawn, which may be the row below.
  private mutating func placeCursor(before cluster: Character?) {
    let width = cluster.map { Layout.drawn($0, column: rows[rows.count - 1].width).width } ?? 1
    let isBreak = cluster == "\n"
    if (isBreak ? 1 : width) > columns - rows[rows.count - 1].width {
      // At the end of a full row the cursor needs a cell of its own, except that a following
      // line break would then draw an empty row.
      if isBreak {
        cursorRow = rows.count - 1
        cursorColumn = columns - 1
        return
      }
      rows.append(Row())
    }
    cursorRow = rows.count - 1
    cursorColumn = rows[rows.count - 1].width
  }

  /// What is drawn for a cluster: itself, or a visible stand-in for what has no shape.
  static func drawn(_ cluster: Character, column: Int) -> (text: String, width: Int) {
    if cluster == "\t" {
      let width = 8 - column % 8
      return (String(repeating: " ", count: width), width)
    }
    let width = displayWidth(of: cluster)
    if width > 0 { return (String(cluster), width) }
    guard let scalar = cluster.unicodeScalars.first else { return ("", 0) }
    if scalar.value < 0x20 || scalar.value == 0x7F {
      let letter = Unicode.Scalar(UInt8(scalar.value ^ 0x40))
      return ("^" + String(letter), 2)
    }
    let stand = "<" + String(scalar.value, radix: 16, uppercase: true) + ">"
    return (stand, stand.count)
  }
}
