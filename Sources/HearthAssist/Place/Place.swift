import HearthSyntax
import HearthText

/// Where a word is being typed: what stands before it in its statement, and its beginning.
struct Place {
  /// How the word was begun: bare, in a backtick, or in a quotation mark.
  enum Quote { case none, backtick, text }

  /// The text up to the cursor.
  var before: String
  /// The tokens of the statement before the word.
  var tokens: [OutlineToken]
  /// Where the statement begins in `before`.
  var statementStart: Int
  /// What has been typed of the word.
  var typed: String
  var quote: Quote
  /// What a completion would replace.
  var range: Range<Int>

  /// Whether the word would stand right behind a Chinese one, without a space.
  var continuesChinese: Bool { typed.isEmpty && before.unicodeScalars.last.map(isHan) == true }

  /// The ways to read the end of a text, the likeliest first.
  ///
  /// Chinese is typed without spaces, so the word that is being typed may be any end of a run: of
  /// `失独且独` first all, then `独且独`, `且独` and `独` are tried.
  static func candidates(_ before: String, _ vocabulary: Vocabulary) -> [Place] {
    let outline = Outline(before, vocabulary: vocabulary)
    let end = before.utf8.count
    if let comment = outline.comments.last, Int(comment.end) == end { return [] }
    guard let last = outline.tokens.last, Int(last.span.end) == end else {
      return [Place(before, outline.tokens[...], typedFrom: end)]
    }
    let earlier = outline.tokens.dropLast()
    switch last.kind {
    case .sign: return [Place(before, outline.tokens[...], typedFrom: end)]
    case .literal, .text, .quotedWord: return []
    case .invalid:
      return openQuote(before, from: Int(last.span.start)).map { quote in
        var place = Place(before, earlier, typedFrom: Int(last.span.start))
        place.quote = quote
        place.typed.removeFirst()
        return [place]
      } ?? []
    case .word:
      let whole = Place(before, earlier, typedFrom: Int(last.span.start))
      return [whole] + shorterEnds(before, from: Int(last.span.start), vocabulary)
    }
  }

  private init(_ before: String, _ tokens: ArraySlice<OutlineToken>, typedFrom start: Int) {
    self.before = before
    let first = tokens.lastIndex { $0.startsStatement } ?? tokens.startIndex
    self.tokens = Array(tokens[first...])
    let end = before.utf8.count
    // A word on a new line that is not indented begins a statement of its own.
    if Self.startsStatement(before, at: start) { self.tokens = [] }
    statementStart = self.tokens.first.map { Int($0.span.start) } ?? start
    range = start..<end
    typed = String(decoding: before.utf8.dropFirst(start), as: UTF8.self)
    quote = .none
  }

  private static func startsStatement(_ before: String, at offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let previous = before.utf8[before.utf8.index(before.utf8.startIndex, offsetBy: offset - 1)]
    return previous == UInt8(ascii: "\n") || previous == UInt8(ascii: ";")
  }

  private static func openQuote(_ before: String, from start: Int) -> Quote? {
    let scalars = before.utf8.dropFirst(start)
    switch String(decoding: scalars, as: UTF8.self).first {
    case "`", "｀": return .backtick
    case "\"", "'", "“", "”", "‘", "’", "「", "＂", "＇": return .text
    default: return nil
    }
  }

  /// No word is longer than this; keeps a page of Chinese from being read once per character.
  private static let longestEnd = 16

  private static func shorterEnds(
    _ before: String, from start: Int, _ vocabulary: Vocabulary
  ) -> [Place] {
    var offsets: [Int] = []
    var offset = before.utf8.count
    for scalar in before.unicodeScalars.reversed() {
      offset -= UTF8.width(scalar)
      guard offset > start, isHan(scalar), offsets.count < longestEnd else { break }
      offsets.append(offset)
    }
    return offsets.reversed().map { offset in
      let tokens = Outline(
        String(decoding: before.utf8.prefix(offset), as: UTF8.self), vocabulary: vocabulary
      ).tokens
      return Place(before, tokens[...], typedFrom: offset)
    }
  }
}
