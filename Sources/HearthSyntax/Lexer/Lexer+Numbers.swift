import HearthText

extension Lexer {
  mutating func number(_ first: SourceBytes.Glyph) {
    if let literal = SignedLiteral(source, at: first.start) {
      return emitLiteral(literal, first.start)
    }
    let scan = NumberScan(source, at: first.start)
    let next = source.glyph(at: scan.end)
    // `30天`, `2026年10月`: digits that a run of Chinese begins with.
    if scan.isPlain && next.isHan { return word(from: first.start) }
    switch scan.value {
    case .none:
      let span = Span(Int32(first.start), Int32(scan.end))
      let problem = SignedLiteral.Problem.tooLarge
      sink.error(problem.code, span, problem.message, hint: problem.hint)
      emit(.invalid, first.start, scan.end)
    case .some(let kind):
      if next.isLatin || next.ascii == UInt8(ascii: "_") {
        return runsIntoLetters(first.start, scan.end)
      }
      emit(kind, first.start, scan.end)
    }
  }

  /// Whether a number with signs of its own begins here, within a run of Chinese.
  func literalWithSigns(at offset: Int) -> Bool {
    SignedLiteral(source, at: offset) != nil || !NumberScan(source, at: offset).isPlain
  }

  private mutating func emitLiteral(_ literal: SignedLiteral, _ start: Int) {
    let span = Span(Int32(start), Int32(literal.end))
    if let problem = literal.problem {
      sink.error(
        problem.code, span, problem.message, hint: problem.hint,
        fix: problem.replacement.map { .init(span: span, replacement: $0) })
    }
    emit(literal.kind, start, literal.end)
  }

  private mutating func runsIntoLetters(_ start: Int, _ end: Int) {
    let wordEnd = identifierEnd(from: end)
    let number = source.folded(start, end)
    let letters = source.folded(end, wordEnd)
    let span = Span(Int32(start), Int32(wordEnd))
    sink.error(
      .malformedNumber, span,
      .init("a number must not run into letters", "数字不能和字母连在一起"),
      hint: .init(
        "write `\(number) \(letters)`, or put a name in backticks: `\(number)\(letters)`",
        "请写“\(number) \(letters)”；如果是名称，请用反引号括起"),
      fix: .init(span: span, replacement: number + " " + letters))
    emit(.invalid, start, wordEnd)
  }

  private func identifierEnd(from offset: Int) -> Int {
    var glyph = source.glyph(at: offset)
    while glyph.continuesIdentifier { glyph = source.glyph(at: glyph.end) }
    return glyph.start
  }
}

/// A number without signs other than its own `_`, `.` and `%`.
struct NumberScan {
  /// nil when it does not fit.
  var value: Token.Kind?
  var end: Int
  /// Digits and underscores only.
  var isPlain = true

  init(_ source: SourceBytes, at start: Int) {
    var digits: Int64? = 0
    var scale = 0
    var glyph = source.glyph(at: start)
    func take() {
      digits = digits.flatMap { value in
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(Int64(glyph.ascii - 0x30))
        return overflow || carry ? nil : sum
      }
    }
    while glyph.isDigit {
      take()
      glyph = source.glyph(at: glyph.end)
      if glyph.ascii == UInt8(ascii: "_"), source.glyph(at: glyph.end).isDigit {
        glyph = source.glyph(at: glyph.end)
      }
    }
    if glyph.ascii == UInt8(ascii: "."), source.glyph(at: glyph.end).isDigit {
      isPlain = false
      glyph = source.glyph(at: glyph.end)
      while glyph.isDigit {
        take()
        scale += 1
        glyph = source.glyph(at: glyph.end)
      }
    }
    end = glyph.start
    if glyph.ascii == UInt8(ascii: "%"), Self.isPercent(source.glyph(at: glyph.end)) {
      isPlain = false
      end = glyph.end
      value = digits.map { .decimal(digits: $0, scale: scale + 2, isPercent: true) }
    } else {
      value = digits.map {
        isPlain ? .integer($0) : .decimal(digits: $0, scale: scale, isPercent: false)
      }
    }
    if scale > 18 { value = nil }
  }

  /// `%` straight after digits is a percent sign unless an operand of the remainder follows.
  private static func isPercent(_ next: SourceBytes.Glyph) -> Bool {
    !(next.isDigit || next.isLatin || next.ascii == UInt8(ascii: "_")
      || next.ascii == UInt8(ascii: "("))
  }
}
