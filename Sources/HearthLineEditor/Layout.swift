import HearthText

/// The rows of the screen that a prompt and a text take, and where the cursor stands among them.
///
/// Rows are broken here and never by the terminal, so that what is on the screen is known exactly.
struct Layout: Equatable {
  struct Row: Equatable {
    var text = ""
    var width = 0
    /// The text with the codes of its colours; each row begins and ends without any.
    var drawn = ""
    fileprivate var style = TextStyle.plain

    init() {}

    init(text: String, width: Int) {
      self.text = text
      self.width = width
      drawn = text
    }
  }

  private(set) var rows = [Row()]
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0
  private let columns: Int
  private let theme: Theme
  private var style = TextStyle.plain

  /// Lays out `text`; `cursor` counts Unicode scalars; `mark` stands before every further line.
  /// `styles` are in the order of their places; `ghost` is shown behind the text and the cursor.
  init(
    prompt: String, mark: String, text: String, cursor: Int, columns: Int,
    styles: [StyledRange] = [], ghost: String = "", theme: Theme = Theme(background: nil)
  ) {
    self.columns = max(columns, 4)
    self.theme = theme
    add(prompt)
    var passed = 0
    var offset = 0
    var placed = false
    var styles = styles[...]
    for cluster in text {
      if !placed, passed >= cursor {
        placeCursor(before: cluster)
        placed = true
      }
      while let first = styles.first, first.range.upperBound <= offset { styles.removeFirst() }
      style = styles.first.map { $0.range.contains(offset) ? $0.style : .plain } ?? .plain
      passed += cluster.unicodeScalars.count
      offset += cluster.utf8.count
      add(cluster, mark: mark)
    }
    style = .ghost
    if !placed { placeCursor(before: ghost.first) }
    for cluster in ghost { add(cluster, mark: mark) }
    style = .plain
    for index in rows.indices { end(&rows[index]) }
  }

  /// A character of the text, which may be a line break.
  private mutating func add(_ cluster: Character, mark: String) {
    guard cluster == "\n" else { return add(cluster) }
    rows.append(Row())
    let typed = style
    style = .plain
    add(mark)
    style = typed
  }

  private func end(_ row: inout Row) {
    if row.style != .plain { row.drawn += Theme.reset }
    row.style = .plain
  }

  /// Changes the colour for what follows in a row.
  private func turn(_ row: inout Row) {
    guard row.style != style else { return }
    let code = theme.code(style)
    if row.style != .plain { row.drawn += Theme.reset }
    row.drawn += code
    row.style = code.isEmpty ? .plain : style
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
    turn(&rows[rows.count - 1])
    rows[rows.count - 1].text += text
    rows[rows.count - 1].drawn += text
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
