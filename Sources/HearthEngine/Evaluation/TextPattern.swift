import HearthData
import HearthPlan

/// What a text is searched for, ready to be compared with folded bytes.
struct TextPattern: Sendable {
  private let match: TextMatch
  /// The folded text; for `like` its pieces between the stars.
  private let pieces: [[UInt8]]
  /// Whether capitals in a text make a difference.
  private let hasLetters: Bool
  /// The Han characters that a matching text begins with as it stands; empty for other patterns.
  let hanBeginning: [UInt8]
  /// Nothing but Han: folding neither makes nor unmakes such characters.
  let isHan: Bool
  /// What a text must contain, where that is ASCII without letters; nil for other patterns.
  let asciiPart: [UInt8]?
  private let startsWithStar: Bool
  private let endsWithStar: Bool

  init(_ match: TextMatch, _ text: String) {
    self.match = match
    let folded = FoldedText(text).copy
    hasLetters = folded.contains { $0 &- 0x61 < 26 }
    let han = folded.leadingHan
    let isPlain = !folded.isEmpty && folded.allSatisfy { $0 < 0x80 } && !hasLetters
    asciiPart = match == .contains && isPlain ? folded : nil
    hanBeginning = match == .startsWith ? Array(han) : []
    isHan = match != .like && han.count == folded.count
    switch match {
    case .contains, .startsWith, .endsWith, .matches:
      pieces = [folded]
      startsWithStar = false
      endsWithStar = false
    case .like:
      let star = UInt8(ascii: "*")
      pieces = folded.split(separator: star).map { Array($0) }
      startsWithStar = folded.first == star
      endsWithStar = folded.last == star
    }
  }

  /// Whether a text matches, as it is or in its folded form; `scratch` holds that form if it is
  /// needed.
  func matches(_ text: UnsafeBufferPointer<UInt8>, _ scratch: inout FoldedText) -> Bool {
    // Folding leaves what is folded alone: what is found as it stands is found for good.
    if match != .like, matchesFolded(text) { return true }
    if isHan { return false }
    if isFolded(text, withCapitals: !hasLetters) { return match == .like && matchesFolded(text) }
    scratch.fold(text)
    return scratch.withBytes { matchesFolded($0) }
  }

  func matches(_ text: String) -> Bool {
    var text = text
    var scratch = FoldedText()
    return text.withUTF8 { matches($0, &scratch) }
  }

  /// Whether the folded bytes of a text match.
  private func matchesFolded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch match {
    case .contains, .matches:
      return pieces[0].withUnsafeBufferPointer { firstPlace(of: $0, in: text) != nil }
    case .startsWith:
      let piece = pieces[0]
      return piece.withUnsafeBufferPointer { piece in
        text.count >= piece.count
          && areEqual(UnsafeBufferPointer(rebasing: text[0..<piece.count]), piece)
      }
    case .endsWith:
      return pieces[0].withUnsafeBufferPointer { piece in
        text.count >= piece.count
          && areEqual(
            UnsafeBufferPointer(rebasing: text[(text.count - piece.count)...]), piece)
      }
    case .like: return isLike(text)
    }
  }

  /// Pieces in order, each as early as possible; the last one, without a star after it, at the end.
  private func isLike(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = pieces.last else { return startsWithStar || text.isEmpty }
    var place = 0
    for (index, piece) in pieces.enumerated() {
      let isFixed = index == 0 && !startsWithStar
      let isFinal = index == pieces.count - 1 && !endsWithStar
      if isFixed {
        guard let end = end(of: piece, in: text, at: 0) else { return false }
        if isFinal { return end == text.count }
        place = end
      } else if isFinal {
        return endsAtEnd(last, in: text, from: place)
      } else {
        guard let end = firstEnd(of: piece, in: text, from: place) else { return false }
        place = end
      }
    }
    return true
  }

  private func firstEnd(
    of piece: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var place = start
    while place <= text.count {
      if let end = end(of: piece, in: text, at: place) { return end }
      place += 1
      // Only where a character begins.
      while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
    }
    return nil
  }

  private func endsAtEnd(
    _ piece: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Bool {
    var place = start
    while place <= text.count {
      if end(of: piece, in: text, at: place) == text.count { return true }
      place += 1
      while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
    }
    return false
  }

  /// The end of a piece that begins here; `?` is any one character.
  private func end(
    of piece: [UInt8], in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Int? {
    var place = start
    for byte in piece {
      guard place < text.count else { return nil }
      if byte == UInt8(ascii: "?") {
        place += 1
        while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
      } else {
        guard text[place] == byte else { return nil }
        place += 1
      }
    }
    return place
  }
}

extension [UInt8] {
  /// The bytes of U+4000 … U+9FFF at the beginning, which have neither case nor width.
  fileprivate var leadingHan: ArraySlice<UInt8> {
    var end = 0
    while end + 2 < count, self[end] >= 0xE4, self[end] <= 0xE9 { end += 3 }
    return self[..<end]
  }
}

/// A regular expression that threads may share: matching changes nothing in it, and text patterns
/// hold no code of ours.
struct SharedRegex: @unchecked Sendable {
  private let regex: Regex<AnyRegexOutput>

  init(_ pattern: String) throws(RunError) {
    do {
      regex = try Regex(pattern)
    } catch {
      throw .invalid(.badRegularExpression(pattern))
    }
  }

  func isFound(in text: String) -> Bool { ((try? regex.firstMatch(in: text)) ?? nil) != nil }
}
