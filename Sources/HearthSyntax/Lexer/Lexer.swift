import HearthText

/// Cuts a text into tokens; runs of Chinese are left whole for the splitter, which needs to know
/// where in a statement they stand.
struct Lexer {
  let source: SourceBytes
  let layout: Layout
  var sink = DiagnosticSink()
  var tokens: [Token] = []
  var comments: [Script.Comment] = []
  var position = 0
  /// Whether the next token is the first of its statement.
  var startsStatement = true
  var startsLine = true
  /// Where the text of the current line begins, after the indentation common to all.
  var lineStart: Int

  init(_ source: SourceBytes) {
    self.source = source
    layout = Layout(source)
    lineStart = layout.start(ofLineAt: 0)
    tokens.reserveCapacity(source.count / 4)
  }

  mutating func run() {
    while true {
      let glyph = source.glyph(at: position)
      if glyph.isEnd { break }
      if glyph.isLineBreak {
        position = glyph.end
        lineStart = layout.start(ofLineAt: position)
        startsLine = true
      } else if glyph.isSpace || source.rawGlyph(at: position).scalar == "\u{FEFF}" {
        position = glyph.end
      } else if glyph.ascii == UInt8(ascii: "#") {
        comment(glyph)
      } else {
        if position == lineStart && !continuesStatement(glyph) { startsStatement = true }
        token(glyph)
      }
    }
  }

  /// A line that begins with a pipe or a closing bracket goes on with the statement above.
  private func continuesStatement(_ glyph: SourceBytes.Glyph) -> Bool {
    switch glyph.ascii {
    case UInt8(ascii: "|"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): true
    default: false
    }
  }

  private mutating func token(_ glyph: SourceBytes.Glyph) {
    if glyph.isDigit {
      number(glyph)
    } else if glyph.startsIdentifier {
      word(from: glyph.start)
    } else if let closing = closingQuote(glyph) {
      textLiteral(glyph, closing: closing)
    } else if glyph.ascii == UInt8(ascii: "`") {
      quotedName(glyph)
    } else {
      symbol(glyph)
    }
  }

  mutating func emit(_ kind: Token.Kind, _ start: Int, _ end: Int) {
    let span = Span(Int32(start), Int32(end))
    tokens.append(
      Token(kind: kind, span: span, startsStatement: startsStatement, startsLine: startsLine))
    startsStatement = false
    startsLine = false
    position = end
  }

  private mutating func comment(_ glyph: SourceBytes.Glyph) {
    var end = glyph.end
    var next = source.glyph(at: end)
    while !next.isEnd && !next.isLineBreak {
      end = next.end
      next = source.glyph(at: end)
    }
    var text = source.text(glyph.end, end)
    while text.last?.isWhitespace == true { text.removeLast() }
    let span = Span(Int32(glyph.start), Int32(end))
    comments.append(Script.Comment(text: "#" + text, span: span))
    position = end
  }

  /// A word or a run: letters, digits and `_` up to where a literal with signs of its own begins
  /// (`自2026-01-01起`, `目标90%`).
  mutating func word(from start: Int) {
    var end = start
    var hasHan = false
    var previousIsHan = false
    var next = source.glyph(at: end)
    while next.continuesIdentifier {
      let isHan = next.isHan
      if next.isDigit && previousIsHan && end > start && literalWithSigns(at: end) { break }
      hasHan = hasHan || isHan
      previousIsHan = isHan
      end = next.end
      next = source.glyph(at: end)
    }
    if next.ascii == UInt8(ascii: "-") { end = hyphenatedEnd(start, next.end) ?? end }
    emit(hasHan ? .run : .word(source.folded(start, end)), start, end)
  }

  /// The end of a word like `mid-autumn`, given where its second half begins; nil if it is none.
  private func hyphenatedEnd(_ start: Int, _ second: Int) -> Int? {
    var end = second
    while source.glyph(at: end).continuesIdentifier { end = source.glyph(at: end).end }
    return KeywordTable.hyphenated.contains(source.folded(start, end)) ? end : nil
  }

  private mutating func quotedName(_ glyph: SourceBytes.Glyph) {
    var content = String.UnicodeScalarView()
    var offset = glyph.end
    while true {
      let next = source.rawGlyph(at: offset)
      if next.isEnd || next.isLineBreak { break }
      offset = next.end
      if source.glyph(at: next.start).ascii != UInt8(ascii: "`") {
        content.append(next.scalar)
      } else if source.glyph(at: offset).ascii == UInt8(ascii: "`") {
        content.append("`")
        offset = source.glyph(at: offset).end
      } else if content.isEmpty {
        let span = Span(Int32(glyph.start), Int32(offset))
        sink.error(.unterminatedName, span, .init("a name is missing here", "反引号里没有名称"))
        return emit(.invalid, glyph.start, offset)
      } else {
        return emit(.quotedWord(normalized(String(content))), glyph.start, offset)
      }
    }
    sink.error(
      .unterminatedName, Span(Int32(glyph.start), Int32(offset)),
      .init("this name has no closing backtick", "这个名称缺少结束的反引号"),
      hint: .init("close it with ` on the same line", "请在同一行用 ` 结束"))
    emit(.invalid, glyph.start, offset)
  }
}
