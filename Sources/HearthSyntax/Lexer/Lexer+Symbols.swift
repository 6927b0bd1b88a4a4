import HearthText

extension Lexer {
  mutating func symbol(_ glyph: SourceBytes.Glyph) {
    if let wide = Self.mathematical[glyph.scalar] {
      return emit(.symbol(wide), glyph.start, glyph.end)
    }
    let second = source.glyph(at: glyph.end)
    if glyph.ascii != 0 && second.ascii != 0 {
      let pair = String(Character(glyph.scalar)) + String(Character(second.scalar))
      if let symbol = Self.pairs[pair] { return emit(.symbol(symbol), glyph.start, second.end) }
      if let foreign = Self.foreign[pair] {
        return foreignOperator(pair, foreign, glyph.start, second.end)
      }
    }
    if glyph.ascii != 0, let symbol = Symbol(rawValue: String(Character(glyph.scalar))) {
      return emit(.symbol(symbol), glyph.start, glyph.end)
    }
    unknownCharacter(glyph)
  }

  /// Reads an operator of another language as ours, and says what ours is.
  private mutating func foreignOperator(
    _ found: String, _ ours: (kind: Token.Kind, spelling: String), _ start: Int, _ end: Int
  ) {
    let span = Span(Int32(start), Int32(end))
    let chinese = ["and": "且", "or": "或"][ours.spelling] ?? ours.spelling
    sink.error(
      .foreignOperator, span,
      .init("`\(found)` is written `\(ours.spelling)` here", "“\(found)”在这里写作“\(chinese)”"),
      fix: .init(span: span, replacement: ours.spelling))
    emit(ours.kind, start, end)
  }

  private mutating func unknownCharacter(_ glyph: SourceBytes.Glyph) {
    let raw = source.rawGlyph(at: glyph.start).scalar
    let shown = visible(String(Character(raw)))
    let code = "U+" + String(raw.value, radix: 16, uppercase: true).leftPadded(toLength: 4)
    let span = Span(Int32(glyph.start), Int32(glyph.end))
    let ours = Self.lookalikes[raw]
    sink.error(
      .unknownCharacter, span,
      .init("`\(shown)` (\(code)) has no meaning here", "“\(shown)”（\(code)）在这里没有意义"),
      hint: ours.map(Diagnostic.didYouMean),
      fix: ours.map { .init(span: span, replacement: $0) })
    emit(.invalid, glyph.start, glyph.end)
  }

  private static let mathematical: [Unicode.Scalar: Symbol] = [
    "≥": .greaterOrEqual, "≤": .lessOrEqual, "≠": .notEqual, "±": .plusMinus,
  ]

  private static let pairs: [String: Symbol] = [
    "!=": .notEqual, "<=": .lessOrEqual, ">=": .greaterOrEqual, "//": .doubleSlash, "..": .range,
    "->": .arrow, "??": .coalesce,
  ]

  private static let foreign: [String: (kind: Token.Kind, spelling: String)] = [
    "==": (.symbol(.equal), "="), "<>": (.symbol(.notEqual), "!="), "&&": (.word("and"), "and"),
    "||": (.word("or"), "or"), "=>": (.symbol(.greaterOrEqual), ">="),
    "=<": (.symbol(.lessOrEqual), "<="), "**": (.symbol(.caret), "^"),
  ]

  /// Signs that look like, or are typed for, one of ours.
  private static let lookalikes: [Unicode.Scalar: String] = [
    "。": ".", "×": "*", "÷": "/", "–": "-", "—": "-", "−": "-", "…": "..", "→": "->", "【": "[",
    "】": "]", "《": "\"", "》": "\"", "·": ".", "&": "and", "!": "not", "¦": "|", "〈": "<", "〉": ">",
  ]
}

extension String {
  fileprivate func leftPadded(toLength length: Int) -> String {
    String(repeating: "0", count: max(0, length - count)) + self
  }
}
