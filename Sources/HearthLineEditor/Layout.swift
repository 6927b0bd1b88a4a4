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
    if drawn.text == String(cluster) {
      add(drawn.text, width: drawn.width)
    } else {
      // A stand-in is plain letters, and may be wider than the terminal.
      for letter in drawn.text { add(String(letter), width: 1) }
    }
  }

  private mutating func add(_ text: String, width: Int) {
    if width > columns - rows[rows.count - 1].width { rows.append(Row()) }
    rows[rows.count - 1].text += text
    rows[rows.count - 1].width += width
  }

  /// The cursor stands where the next cluster will be drawn, which may be the row below.
  private mutating func placeCursor(before cluster: Character?) {
    let room = columns - rows[rows.count - 1].width
    if cluster == "\n", room == 0 {
      // The line break begins the next row: an empty one between would only be for the cursor.
      cursorRow = rows.count - 1
      cursorColumn = columns - 1
      return
    }
    let isWide = cluster.map { displayWidth(of: $0) } == 2
    if room < (isWide ? 2 : 1) { rows.append(Row()) }
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
