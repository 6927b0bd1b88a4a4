import HearthText

/// Splits a run of Han letters and digits into the longest known words, numbers, dates and
/// periods from the left; backs up where the longest word leaves a rest that nothing explains.
struct RunSplitter {
  /// What the piece before a place was, as far as it decides what may stand there.
  enum Context: Int, CaseIterable {
    case other
    /// A number: a measure word may follow and means nothing.
    case number
    /// 上, 本, 这, 下: 个 may follow.
    case determiner
    /// 按, 汇总, 设, …: before `=` the whole rest is one new name.
    case introducer
    /// 最近, 前, 取, …: a Chinese numeral may follow.
    case counter
    /// 至少, 恰好: one may follow that stands before 次, too.
    case amount
  }

  /// Plain data, because the table of possibilities copies many of them.
  struct Piece {
    enum Meaning {
      case keyword
      /// Neither keyword nor number: two of them side by side never mean anything.
      case name
      /// A measure word, which means nothing.
      case silent
      case number(Int64)
      case date(DateLiteral)
      case period(PeriodLiteral)
      case impossibleDate(DateLiteral)
      case impossibleMonth(Int)
      case impossiblePeriod
      case tooLarge
    }

    var length: Int
    var meaning: Meaning
    var next: Context

    init(_ length: Int, _ meaning: Meaning, next: Context = .other) {
      self.length = length
      self.meaning = meaning
      self.next = next
    }

    var isName: Bool { if case .name = meaning { true } else { false } }
  }

  let glyphs: [SourceBytes.Glyph]
  let scalars: [Unicode.Scalar]
  let isKnown: (String) -> Bool
  /// Whether the run stands before `=` and so may end in a new name.
  let mayEndInName: Bool
  /// The words that `isKnown` may know; nil when only it can tell.
  private let indices: [WordIndex]?
  /// The folded run, and where each scalar begins in it.
  private let bytes: [UInt8]
  private let offsets: [Int]
  private let isNormal: Bool

  init(
    _ source: SourceBytes, _ span: Span, mayEndInName: Bool, indices: [WordIndex]? = nil,
    isKnown: @escaping (String) -> Bool
  ) {
    var glyphs: [SourceBytes.Glyph] = []
    var bytes: [UInt8] = []
    var offsets = [0]
    var offset = Int(span.start)
    while offset < Int(span.end) {
      let glyph = source.glyph(at: offset)
      glyphs.append(glyph)
      bytes += UTF8.encode(glyph.scalar).unsafelyUnwrapped
      offsets.append(bytes.count)
      offset = glyph.end
    }
    self.glyphs = glyphs
    self.bytes = bytes
    self.offsets = offsets
    scalars = glyphs.map(\.scalar)
    isNormal = isNFCQuick(String(decoding: bytes, as: UTF8.self))
    // Normal form may change how many scalars a word has.
    self.indices = isNormal ? indices : nil
    self.isKnown = isKnown
    self.mayEndInName = mayEndInName
  }

  var whole: String { word(0, glyphs.count) }

  /// The pieces, or nil when the run cannot be split to its end.
  func split(after context: Context) -> [Piece]? {
    let count = glyphs.count
    // Names are short; a longer run is a name that nobody declared.
    guard count <= 400 else { return nil }
    // From the right: which piece to take at a place, given what stands before it.
    var best = [Piece?](repeating: nil, count: (count + 1) * Self.contextCount)
    for start in stride(from: count - 1, through: 0, by: -1) {
      let general = candidates(at: start).first { isSolved(start, $0, best, count) }
      for context in Context.allCases {
        var piece = general
        if let special = extra(at: start, context), isSolved(start, special, best, count) {
          piece = special
        }
        best[start * Self.contextCount + context.rawValue] = piece ?? newName(at: start, context)
      }
    }
    var pieces: [Piece] = []
    var start = 0
    var context = context
    while start < count {
      guard let piece = best[start * Self.contextCount + context.rawValue] else { return nil }
      pieces.append(piece)
      start += piece.length
      context = piece.next
    }
    return pieces
  }

  private static let contextCount = Context.allCases.count

  /// Whether what follows a piece can be split.
  private func isSolved(_ start: Int, _ piece: Piece, _ best: [Piece?], _ count: Int) -> Bool {
    let end = start + piece.length
    return end == count || best[end * Self.contextCount + piece.next.rawValue] != nil
  }

  /// The longest beginning that splits into known words; nil if there is none, or nothing is left.
  func longestBeginning() -> String? {
    let length = knownLength
    return length == 0 || length == glyphs.count ? nil : word(0, length)
  }

  /// Whether all of it splits into known words.
  var isWhollyKnown: Bool { knownLength == glyphs.count }

  private var knownLength: Int {
    let count = min(glyphs.count, 400)
    var reached = [Bool](repeating: false, count: count + 1)
    reached[0] = true
    var longest = 0
    for start in 0..<count where reached[start] {
      longest = start
      for piece in candidates(at: start) { reached[min(count, start + piece.length)] = true }
      if let piece = extra(at: start, .number) { reached[start + piece.length] = true }
    }
    return reached[count] ? count : longest
  }

  /// Everything that may begin at a place whatever came before it, longest first.
  private func candidates(at start: Int) -> [Piece] {
    var result: [Piece] = []
    let startsWithDigit = glyphs[start].isDigit
    let segment = segmentEnd(start)
    let lengths = wordLengths(at: start)
    let longest = WordIndex.longest(in: lengths, of: glyphs.count - start)
    for end in stride(from: max(start + longest, segment), to: start, by: -1)
    where !isInsideSegment(end) {
      let isSegment = end == segment && !startsWithDigit
      guard isSegment || WordIndex.contains(end - start, in: lengths) else { continue }
      let text = word(start, end)
      if Self.festivals.contains(text) {
        result.append(Piece(end - start, .name))
      } else if let next = Self.keywords[text] {
        result.append(Piece(end - start, .keyword, next: next))
      } else if isSegment || isKnown(text) {
        result.append(Piece(end - start, .name))
      }
    }
    return startsWithDigit ? result + numbers(at: start) : result
  }

  /// How long the words may be that begin at a place.
  private func wordLengths(at start: Int) -> UInt64 {
    guard let indices else { return 0x1FF_FFFF }
    return indices.reduce(Self.keywordIndex.lengths(startingWith: scalars[start])) {
      $0 | $1.lengths(startingWith: scalars[start])
    }
  }

  private func newName(at start: Int, _ context: Context) -> Piece? {
    guard mayEndInName, context == .introducer, !glyphs[start].isDigit else { return nil }
    return Piece(glyphs.count - start, .name)
  }

  /// What only a certain context allows: measure words and Chinese numerals.
  private func extra(at start: Int, _ context: Context) -> Piece? {
    switch context {
    case .number:
      KeywordTable.measureScalars.contains(scalars[start])
        ? Piece(1, .silent) : nil
    case .determiner:
      scalars[start] == "个" ? Piece(1, .silent) : nil
    case .counter, .amount:
      ChineseNumeral(scalars, at: start, countsTimes: context == .amount).map {
        Piece($0.length, .number($0.value), next: .number)
      }
    case .other, .introducer:
      nil
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
    let text = String(decoding: bytes[offsets[start]..<offsets[end]], as: UTF8.self)
    return isNormal ? text : normalized(text)
  }

  static func context(after word: String) -> Context { keywords[word] ?? .other }

  private static let keywordIndex = WordIndex(keywords.keys)

  /// Festivals are names that the language gives: beside another name they may be part of one.
  private static let festivals = Set(KeywordTable.entries(of: .festival).flatMap(\.chinese))

  /// Every Chinese word of the language, with what it lets follow.
  private static let keywords: [String: Context] = {
    var result: [String: Context] = [:]
    for word in KeywordTable.chineseWords { result[word] = .other }
    func set(_ context: Context, _ keywords: [Keyword]) {
      for keyword in keywords {
        for word in KeywordTable.entry(keyword).chinese { result[word] = context }
      }
    }
    set(.determiner, [.this, .last, .following])
    set(
      .introducer,
      [.by, .select, .add, .rename, .across, .summarize, .trend, .binding, .define, .parameter])
    set(.counter, [.lastCount, .next, .around, .top, .take, .skip, .sample])
    set(.amount, [.atLeast, .exactly])
    return result
  }()
}
