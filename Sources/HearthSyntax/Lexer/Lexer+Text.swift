import HearthText

extension Lexer {
  /// The marks that may end a text opened by this one; nil if it opens none.
  func closingQuote(_ glyph: SourceBytes.Glyph) -> [Unicode.Scalar]? {
    switch glyph.scalar {
    // An input method alternates between the two forms and sometimes begins with the second.
    case "“", "”": ["”", "“"]
    case "‘", "’": ["’", "‘"]
    case "「": ["」"]
    case "\"": ["\"", "＂"]
    case "'": ["'", "＇"]
    default: nil
    }
  }

  mutating func textLiteral(_ glyph: SourceBytes.Glyph, closing: [Unicode.Scalar]) {
    var content = String.UnicodeScalarView()
    var offset = glyph.end
    var isValid = true
    while true {
      let next = source.rawGlyph(at: offset)
      if next.isEnd || next.isLineBreak { break }
      offset = next.end
      if closing.contains(next.scalar) {
        let kind: Token.Kind = isValid ? .text(String(content)) : .invalid
        return emit(kind, glyph.start, offset)
      }
      if next.scalar != "\\" {
        content.append(next.scalar)
      } else if let escape = escaped(at: offset) {
        content.append(escape.scalar)
        offset = escape.end
      } else {
        isValid = false
        badEscape(next.start)
        // The sign after the backslash must not end the text.
        let following = source.rawGlyph(at: offset)
        if !following.isLineBreak { offset = following.end }
      }
    }
    let mark = String(Character(closing[0]))
    sink.error(
      .unterminatedText, Span(Int32(glyph.start), Int32(offset)),
      .init("this text has no closing quotation mark", "这段文本缺少结束引号"),
      hint: .init(
        "close it with \(mark) on the same line; a line break is written \\n",
        "请在同一行用 \(mark) 结束；换行写作 \\n"))
    emit(.invalid, glyph.start, offset)
  }

  /// What stands after a backslash: `\n`, `\t`, `\"`, `\'`, `\\`, `\u{…}`.
  private func escaped(at offset: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    let next = source.rawGlyph(at: offset)
    switch next.scalar {
    case "n": return ("\n", next.end)
    case "t": return ("\t", next.end)
    case "\"", "'", "\\", "“", "”", "‘", "’", "「", "」": return (next.scalar, next.end)
    case "u": break
    default: return nil
    }
    var glyph = source.rawGlyph(at: next.end)
    guard glyph.scalar == "{" else { return nil }
    var value: UInt32 = 0
    var digits = 0
    glyph = source.rawGlyph(at: glyph.end)
    while let digit = Character(glyph.scalar).hexDigitValue, glyph.ascii != 0, digits < 7 {
      value = value << 4 | UInt32(digit)
      digits += 1
      glyph = source.rawGlyph(at: glyph.end)
    }
    guard digits > 0, glyph.scalar == "}", let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, glyph.end)
  }

  private mutating func badEscape(_ start: Int) {
    let end = source.rawGlyph(at: start + 1).end
    let shown = visible(source.text(start, end))
    sink.error(
      .badEscape, Span(Int32(start), Int32(end)),
      .init("`\(shown)` means nothing in a text", "文本中的“\(shown)”没有意义"),
      hint: .init(
        "known are \\n, \\t, \\\", \\\\ and \\u{…}; a backslash itself is \\\\",
        "可用的有 \\n、\\t、\\\"、\\\\ 和 \\u{…}；反斜杠本身写作 \\\\"))
  }
}
