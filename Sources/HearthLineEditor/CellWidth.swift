import CLineEditor

/// How many columns of a terminal text takes, as the C library of this machine sees it.
///
/// The C library is asked, and not a table of our own, because the terminal asks one like it.
enum CellWidth {
  static func of(_ cluster: Character) -> Int {
    if let ascii = cluster.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    return cluster.unicodeScalars.reduce(0) { widest, scalar in
      max(widest, Int(hearth_cell_width(scalar.value)))
    }
  }

  static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The beginning of a text that fits into so many columns.
  static func prefix(_ text: String, columns: Int) -> String {
    var used = 0
    return String(
      text.prefix {
        used += of($0)
        return used <= columns
      })
  }
}
