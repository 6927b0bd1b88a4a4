extension Diagnostic.Fix {
  /// A text with replacements made, and which of them: of two that overlap, the first in the text.
  package static func apply(_ fixes: [Self], to text: String) -> (text: String, made: [Self]) {
    var made: [Self] = []
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var end = 0
    for fix in fixes.sorted(by: { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }) {
      let (first, last) = (Int(fix.span.start), Int(fix.span.end))
      guard first >= end, last >= first, last <= bytes.count, made.last != fix else { continue }
      result += bytes[end..<first] + Array(fix.replacement.utf8)
      end = last
      made.append(fix)
    }
    return (String(decoding: result + bytes[end...], as: UTF8.self), made)
  }
}
