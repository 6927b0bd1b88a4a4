/// A line that begins with a dot, taken apart; the full stop of a Chinese keyboard will do.
struct DotLine: Equatable {
  var name: String
  var argument: String

  /// `nil` for a text that is not for the REPL itself.
  init?(_ text: some StringProtocol) {
    guard let dot = text.first, dot == "." || dot == "。" || dot == "．" else { return nil }
    let rest = text.dropFirst()
    let name = rest.prefix { !$0.isWhitespace }
    self.name = String(name)
    argument = rest.dropFirst(name.count).trimmed
  }
}

extension StringProtocol {
  /// Without the white space around it.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    let end = start.reversed().drop { $0.isWhitespace }
    return String(end.reversed())
  }
}
