import HearthText

/// The longest beginning of a text that fits into so many columns.
func beginning(of text: String, columns: Int) -> String {
  var used = 0
  return String(
    text.prefix {
      used += displayWidth(of: $0)
      return used <= columns
    })
}
