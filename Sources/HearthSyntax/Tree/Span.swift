/// A half-open range of UTF-8 byte offsets in one source text; lines and columns exist only when printed.
package struct Span: Hashable, Sendable {
  package var start: Int32
  package var end: Int32

  package init(_ start: Int32, _ end: Int32) {
    self.start = start
    self.end = end
  }

  /// The smallest span that holds both.
  package func joined(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }
}

/// A name as it was written: NFC, without backticks, full-width letters folded.
package struct Name: Hashable, Sendable {
  package var text: String
  package var span: Span
  /// Written in backticks: never a keyword, never split.
  package var isQuoted: Bool

  package init(_ text: String, _ span: Span, isQuoted: Bool = false) {
    self.text = text
    self.span = span
    self.isQuoted = isQuoted
  }
}
