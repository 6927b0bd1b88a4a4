import HearthPlan
import HearthSyntax

/// A part of a text with what it is, for showing it in colours.
package struct Highlight: Equatable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A statement or a stage: what begins a part of the text.
    case stage
    /// Any other word of the language.
    case keyword
    case function
    /// A text, a number, a date.
    case literal
    case period
    case comment
    case error
  }

  /// UTF-8 offsets.
  package var range: Range<Int>
  package var kind: Kind

  package init(_ range: Range<Int>, _ kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

/// Says what the parts of a text are while it is being typed; names are left out.
///
/// Looks at no data: what depends on them is said when the text is run.
package struct Highlighter {
  private let vocabulary: Vocabulary
  private let columns: Set<String>

  /// `columns` are the names of the columns of earlier results.
  package init(vocabulary: Vocabulary, columns: Set<String> = []) {
    self.vocabulary = vocabulary
    self.columns = columns
  }

  /// A longer text is not coloured.
  private static let longestText = 20_000

  /// In the order of their places, none inside another. What is wrong at the cursor, or because
  /// the text is not finished, is not called an error yet.
  package func highlights(of text: String, cursor: Int) -> [Highlight] {
    guard text.utf8.count <= Self.longestText else { return [] }
    let outline = Outline(text, vocabulary: vocabulary)
    var found = Self.highlights(of: outline.tokens)
    found += outline.comments.map { Highlight($0.range, .comment) }
    let errors = errors(in: text, cursor) + unknownNames(outline.tokens, cursor)
    found.removeAll { part in errors.contains { $0.overlaps(part.range) } }
    found += errors.map { Highlight($0, .error) }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func errors(in text: String, _ cursor: Int) -> [Range<Int>] {
    let script = parse(text, vocabulary: vocabulary)
    guard script.completeness == .wrong else { return [] }
    var errors: [Range<Int>] = []
    for diagnostic in script.diagnostics where diagnostic.severity == .error {
      let range = diagnostic.span.range
      let isBeingTyped = range.lowerBound <= cursor && cursor <= range.upperBound
      if range.isEmpty || isBeingTyped || errors.contains(where: { $0.overlaps(range) }) {
        continue
      }
      errors.append(range)
    }
    return errors
  }

  /// A name that still touches the cursor may become a known one.
  private func unknownNames(_ tokens: [OutlineToken], _ cursor: Int) -> [Range<Int>] {
    var names = UnknownNames(vocabulary, columns: columns)
    return names.find(in: tokens).map(\.span.range)
      .filter { cursor < $0.lowerBound || $0.upperBound < cursor }
  }

  // MARK: Words

  private static func highlights(of tokens: [OutlineToken]) -> [Highlight] {
    var found: [Highlight] = []
    var index = 0
    while index < tokens.count {
      let (kind, length) = kind(at: index, of: tokens)
      if let kind {
        let last = tokens[index + length - 1]
        found.append(
          Highlight(tokens[index].span.range.lowerBound..<last.span.range.upperBound, kind))
      }
      index += length
    }
    return found
  }

  /// What begins at a token, and how many tokens it is.
  private static func kind(
    at index: Int, of tokens: [OutlineToken]
  ) -> (Highlight.Kind?, length: Int) {
    let token = tokens[index]
    switch token.kind {
    case .sign, .quotedWord: return (nil, 1)
    case .text, .literal: return (.literal, 1)
    // A text without its end is being typed.
    case .invalid: return (.literal, 1)
    case .word(let word):
      let previous = index > 0 ? tokens[index - 1] : nil
      if previous?.isSign(".") == true { return (nil, 1) }
      if index + 1 < tokens.count, tokens[index + 1].isSign("("),
        FunctionTable.meaning(of: word) != nil
      {
        return (.function, 1)
      }
      let begins = token.startsStatement || previous == nil || previous?.isSign("|") == true
      if begins, let found = keyword(at: index, of: tokens, in: [.stage, .statement]) {
        return (.stage, found.length)
      }
      guard let found = keyword(at: index, of: tokens, in: inner) else { return (nil, 1) }
      return (periods.contains(found.role) ? .period : .keyword, found.length)
    }
  }

  private static let periods: Set<KeywordRole> = [.period, .countedPeriod, .festival]
  private static let inner: Set<KeywordRole> = periods.union([
    .expectation, .clause, .logic, .literal, .difference, .unit, .aggregate, .type,
  ])

  private static func keyword(
    at index: Int, of tokens: [OutlineToken], in roles: Set<KeywordRole>
  ) -> (role: KeywordRole, length: Int)? {
    guard case .word(let first) = tokens[index].kind else { return nil }
    let rest = tokens[index...]
    return KeywordIndex.byFirstWord[first]?.first { spelling in
      roles.contains(spelling.role) && rest.count >= spelling.words.count
        && zip(rest, spelling.words).allSatisfy { $0.isWord($1) }
    }.map { ($0.role, $0.words.count) }
  }
}

extension KeywordIndex {
  /// Longer spellings first.
  fileprivate static let byFirstWord: [String: [Spelling]] = Dictionary(
    grouping: spellings, by: { String($0.words[0]) }
  ).mapValues { $0.sorted { $0.words.count > $1.words.count } }
}

extension Span {
  fileprivate var range: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
}
