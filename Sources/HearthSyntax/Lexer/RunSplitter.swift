import HearthText

/// Splits a run of Han letters and digits into the longest known words, numbers, dates and
/// periods from the left; backs up where the longest word leaves a rest that nothing explains.
struct RunSplitter {
  /// What the piece before a place was, as far as it decides what may stand there.
  enum Context: Int, CaseIterable {
    case other
    /// A number: a measure word may follow and means nothing.
    case number
    /// 上, 本, 这: 个 may follow.
    case determiner
    /// 按, 汇总, 设, …: before `=` the whole rest is one new name.
    case introducer
    /// 最近, 前, 取, …: a Chinese numeral may follow.
    case counter
  }

  struct Piece {
    var length: Int
    var kind: Token.Kind
    var next: Context
    /// Neither keyword nor number: two of them side by side never mean anything.
    var isName = false
    var isSilent = false
    var problem: SignedLiteral.Problem?
  }

  let glyphs: [SourceBytes.Glyph]
  let scalars: [Unicode.Scalar]
  let isKnown: (String) -> Bool
  /// Whether the run stands before `=` and so may end in a new name.
  let mayEndInName: Bool

  init(
    _ source: SourceBytes, _ span: Span, mayEndInName: Bool, isKnown: @escaping (String) -> Bool
  ) {
    var glyphs: [SourceBytes.Glyph] = []
    var offset = Int(span.start)
    while offset < Int(span.end) {
      let glyph = source.glyph(at: offset)
      glyphs.append(glyph)
      offset = glyph.end
    }
    self.glyphs = glyphs
    scalars = glyphs.map(\.scalar)
    self.isKnown = isKnown
    self.mayEndInName = mayEndInName
  }

  var whole: String { word(0, glyphs.count) }

  /// The pieces, or nil when the run cannot be split to its end.
  func split(after context: Context) -> [Piece]? {
    let count = glyphs.count
    // Names are short; a longer run is a name that nobody declared.
    guard count <= 400 else { return nil }
    let contexts = Context.allCases.count
    var best = [Piece?](repeating: nil, count: (count + 1) * contexts)
    for start in stride(from: count - 1, through: 0, by: -1) {
      let candidates = candidates(at: start)
      for context in Context.allCases {
        best[start * contexts + context.rawValue] =
          (extra(at: start, context) + candidates).first { piece in
            let end = start + piece.length
            return end == count || best[end * contexts + piece.next.rawValue] != nil
          } ?? newName(at: start, context)
      }
    }
    var pieces: [Piece] = []
    var start = 0
    var context = context
    while start < count {
      guard let piece = best[start * contexts + context.rawValue] else { return nil }
      pieces.append(piece)
      start += piece.length
      context = piece.next
    }
    return pieces
  }

  /// The longest beginning that splits into known words; nil if there is none.
  func longestBeginning() -> String? {
    let count = min(glyphs.count, 400)
    var reached = [Bool](repeating: false, count: count + 1)
    reached[0] = true
    var longest = 0
    for start in 0..<count where reached[start] {
      longest = start
      let pieces = candidates(at: start) + extra(at: start, .number)
      for piece in pieces where start + piece.length <= count {
        reached[start + piece.length] = true
      }
    }
    if reached[count] { longest = count }
    return longest == 0 || longest == glyphs.count ? nil : word(0, longest)
  }

  /// Everything that may begin at a place whatever came before it, longest first.
  private func candidates(at start: Int) -> [Piece] {
    var result: [Piece] = []
    let startsWithDigit = glyphs[start].isDigit
    let segment = segmentEnd(start)
    let limit = min(glyphs.count, max(start + 24, segment))
    for end in stride(from: limit, to: start, by: -1) where !isInsideSegment(end) {
      let text = word(start, end)
      if KeywordTable.chineseWords.contains(text) {
        result.append(
          Piece(length: end - start, kind: .word(text), next: Self.context(after: text)))
      } else if end == segment && !startsWithDigit || isKnown(text) {
        result.append(
          Piece(length: end - start, kind: .word(text), next: .other, isName: true))
      }
    }
    return startsWithDigit ? result + numbers(at: start) : result
  }

  private func newName(at start: Int, _ context: Context) -> Piece? {
    guard mayEndInName, context == .introducer, !glyphs[start].isDigit else { return nil }
    let length = glyphs.count - start
    return Piece(
      length: length, kind: .word(word(start, glyphs.count)), next: .other, isName: true)
  }

  /// What only a certain context allows: measure words and Chinese numerals.
  private func extra(at start: Int, _ context: Context) -> [Piece] {
    switch context {
    case .number:
      let text = word(start, start + 1)
      guard KeywordTable.measureWords.contains(text) else { return [] }
      return [Piece(length: 1, kind: .word(text), next: .other, isSilent: true)]
    case .determiner:
      guard glyphs[start].scalar == "个" else { return [] }
      return [Piece(length: 1, kind: .word("个"), next: .other, isSilent: true)]
    case .counter:
      guard let numeral = ChineseNumeral(scalars, at: start) else { return [] }
      return [Piece(length: numeral.length, kind: .integer(numeral.value), next: .number)]
    case .other, .introducer:
      return []
    }
  }

  /// The end of the letters other than Han that begin here; the start itself if none do.
  private func segmentEnd(_ start: Int) -> Int {
    var end = start
    while end < glyphs.count && !glyphs[end].isHan { end += 1 }
    return end
  }

  /// Letters other than Han stay together, and nothing is split at an underscore: 服务_编号.
  private func isInsideSegment(_ end: Int) -> Bool {
    guard end < glyphs.count else { return false }
    if glyphs[end].scalar == "_" || glyphs[end - 1].scalar == "_" { return true }
    return !glyphs[end].isHan && !glyphs[end - 1].isHan
  }

  func word(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return normalized(String(view))
  }

  static func context(after word: String) -> Context { contexts[word] ?? .other }

  private static let contexts: [String: Context] = {
    var result: [String: Context] = [:]
    func set(_ context: Context, _ keywords: [Keyword]) {
      for keyword in keywords {
        for word in KeywordTable.entry(keyword).chinese { result[word] = context }
      }
    }
    set(.determiner, [.this, .last])
    set(
      .introducer,
      [.by, .select, .add, .rename, .across, .summarize, .binding, .define, .parameter])
    set(.counter, [.lastCount, .next, .top, .take, .skip, .sample])
    return result
  }()
}
