import HearthText

extension Parser {
  /// Reports what is here instead of what was expected; says nothing where the lexer has spoken.
  mutating func unexpected(
    _ expected: Bilingual, hint: Bilingual? = nil, fix: Diagnostic.Fix? = nil
  ) -> Failure {
    switch token.kind {
    case .invalid: break
    case .end:
      if isLastStatement { endErrors += 1 }
      sink.error(
        .unexpectedEnd, token.span,
        .init("\(expected.english) is missing here", "此处缺少\(expected.chinese)"), hint: hint)
    case .symbol(let symbol) where symbol.isClosing && openBrackets.isEmpty:
      sink.error(
        .unmatchedBracket, token.span,
        .init("this `\(symbol.rawValue)` closes nothing", "这个“\(symbol.rawValue)”没有对应的左括号"))
    case .word, .quotedWord, .run, .integer, .decimal, .text, .date, .dateTime, .period, .symbol:
      let found = written(token)
      sink.error(
        .unexpectedToken, token.span,
        .init(
          "expected \(expected.english), found `\(found)`",
          "此处应为\(expected.chinese)，却是“\(found)”"),
        hint: hint, fix: fix)
    }
    return Failure()
  }

  mutating func fail(
    _ code: DiagnosticCode, _ span: Span, _ message: Bilingual, hint: Bilingual? = nil,
    fix: Diagnostic.Fix? = nil
  ) -> Failure {
    sink.error(code, span, message, hint: hint, fix: fix)
    return Failure()
  }

  mutating func unclosed(_ opener: Token, _ closing: Symbol) -> Failure {
    if token.kind == .end && isLastStatement { endErrors += 1 }
    let isBroken = token.kind == .end && !isLastStatement
    let hint: Bilingual? =
      isBroken
      ? .init(
        "a line that belongs to the statement above must be indented",
        "属于上一条语句的行必须缩进") : nil
    return fail(
      .unclosedBracket, opener.span,
      .init(
        "this bracket is not closed: `\(closing.rawValue)` is missing",
        "括号没有闭合，缺少“\(closing.rawValue)”"), hint: hint)
  }

  /// What was typed, shortened, without anything that could drive a terminal.
  func written(_ token: Token) -> String {
    shortened(visible(source.text(Int(token.span.start), Int(token.span.end))), toWidth: 40)
  }

  /// "did you mean …?" with the replacement as a fix.
  func suggestion(
    for token: Token, among candidates: some Sequence<String>
  ) -> (hint: Bilingual, fix: Diagnostic.Fix)? {
    guard case .word(let text) = token.kind, let near = nearest(to: text, in: candidates) else {
      return nil
    }
    return (Diagnostic.didYouMean(near), Diagnostic.Fix(span: token.span, replacement: near))
  }

  /// For a run that could not be split: the longest beginning that could be.
  func beginning(of token: Token) -> Bilingual? {
    guard case .word(let text) = token.kind,
      let beginning = longestKnownBeginning(of: text, vocabulary: vocabulary)
    else { return nil }
    let known = shortened(beginning, toWidth: longestQuotation)
    return .init(
      "it begins with `\(known)`; the rest is not known", "开头的“\(known)”可以识别，其余部分不认识")
  }

  /// Skips what is left of a stage that could not be read: to the next pipe, to the bracket that
  /// closes the query around it, or to the end.
  mutating func skipStage(from outerBrackets: Int) {
    var inner = openBrackets.count
    while token.kind != .end {
      if case .symbol(let symbol) = token.kind {
        if symbol == .pipe && openBrackets.count <= inner { break }
        if symbol.isClosing && openBrackets.count <= outerBrackets && outerBrackets > 0 { break }
      }
      advance()
      inner = min(inner, openBrackets.count)
    }
    while openBrackets.count > outerBrackets { openBrackets.removeLast() }
  }

  mutating func expectEnd() throws(Failure) {
    if token.kind != .end { throw unexpected(.init("the end", "结尾")) }
  }
}

/// The longest beginning of an unknown Chinese name that splits into known words: what the error
/// about the name suggests. nil if there is none, or the name has no Han letters.
package func longestKnownBeginning(of name: String, vocabulary: Vocabulary) -> String? {
  guard name.unicodeScalars.contains(where: isHan) else { return nil }
  return splitter(of: name, vocabulary).longestBeginning()
}

/// Whether a run of Chinese splits into known words.
func isKnownRun(_ name: String, vocabulary: Vocabulary) -> Bool {
  splitter(of: name, vocabulary).isWhollyKnown
}

private func splitter(of name: String, _ vocabulary: Vocabulary) -> RunSplitter {
  let bytes = SourceBytes(name)
  let span = Span(0, Int32(clamping: bytes.count))
  return RunSplitter(bytes, span, mayEndInName: false) { vocabulary.contains($0) }
}
