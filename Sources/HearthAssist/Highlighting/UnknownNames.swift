import HearthSyntax
import HearthText

/// The names in a text that can stand for nothing: no word of the language, no name of the data, of
/// a result or of the text itself.
///
/// What may be a value of the data is left alone, and so is a statement on a file, whose columns are
/// not known before it is read: a name is only called wrong when it surely is.
struct UnknownNames {
  private let vocabulary: Vocabulary
  /// Names that the text gives, and those of the columns of earlier results.
  private var given: Set<String>

  init(_ vocabulary: Vocabulary, columns: Set<String>) {
    self.vocabulary = vocabulary
    given = columns
  }

  /// Those in the tokens of a text, in their order; none where the text reads another.
  mutating func find(in tokens: [OutlineToken]) -> [OutlineToken] {
    let starts = tokens.indices.filter { $0 == 0 || tokens[$0].startsStatement } + [tokens.count]
    let statements = zip(starts, starts.dropFirst()).map { tokens[$0..<$1] }
    if statements.contains(where: { Self.begins($0, with: [.include]) }) { return [] }
    for statement in statements { take(namesGivenIn: statement) }
    return statements.flatMap(unknown)
  }

  private mutating func take(namesGivenIn statement: ArraySlice<OutlineToken>) {
    if Self.begins(statement, with: [.define]) {
      given.formUnion(statement.prefix { !$0.isSign("=") }.compactMap(\.name))
      if case .text(let label) = statement.last?.kind { given.insert(label) }
    }
    for (index, next) in zip(statement.indices, statement.dropFirst()) {
      if next.isSign("="), let name = TokenRun(statement[...index]).columnName {
        given.insert(name)
      }
      if statement[index].isOne(of: Self.naming), let name = next.name { given.insert(name) }
    }
  }

  private func unknown(in statement: ArraySlice<OutlineToken>) -> [OutlineToken] {
    if Self.begins(statement, with: Self.declaring) { return [] }
    if statement.contains(where: { $0.isOne(of: Self.from) }) { return [] }
    return statement.indices.compactMap { index in
      let token = statement[index]
      guard case .word(let word) = token.kind, !isKnown(word), !isMade(word),
        !mayBeValue(index, in: statement)
      else { return nil }
      return token
    }
  }

  /// Whether a name may have been made of a known one: `last_2`, `services_id`, a Chinese run that
  /// ends in a name which the text has given.
  private func isMade(_ word: String) -> Bool {
    if let beginning = word.split(separator: "_").first, beginning.count < word.count {
      return beginning.isEmpty || isKnown(String(beginning))
    }
    return given.contains { word.hasSuffix($0) && word.unicodeScalars.allSatisfy(isHan) }
  }

  private func isKnown(_ word: String) -> Bool {
    given.contains(word) || KeywordIndex.words.contains(word) || vocabulary.contains(word)
  }

  /// Behind a sign or a word that compares, and in the brackets after one.
  private func mayBeValue(_ index: Int, in statement: ArraySlice<OutlineToken>) -> Bool {
    var place = index - 1
    while place >= statement.startIndex {
      switch statement[place].kind {
      case .sign("="), .sign("!="), .sign("<"), .sign("<="), .sign(">"), .sign(">="): return true
      case .sign("("), .sign(","), .text, .quotedWord: place -= 1
      case .word(let word):
        if KeywordIndex.comparing.contains(word) { return true }
        // Before a comma stands another value of the list.
        guard place < index - 1, statement[place + 1].isSign(",") else { return false }
        place -= 1
      case .sign, .literal, .invalid: return false
      }
    }
    return false
  }

  private static let naming = words(of: [.alias, .binding, .parameter])
  private static let from = words(of: [.from])
  private static let declaring: Set<Keyword> = [
    .parameter, .define, .entity, .version, .termLine, .privacy, .describe,
  ]

  private static func begins(
    _ statement: ArraySlice<OutlineToken>, with keywords: Set<Keyword>
  ) -> Bool {
    TokenRun(statement).leadingKeyword(.statement).map { keywords.contains($0.keyword) } ?? false
  }

  private static func words(of keywords: [Keyword]) -> Set<String> {
    Set(keywords.map(KeywordTable.entry).flatMap { $0.english + $0.chinese })
  }
}

extension OutlineToken {
  fileprivate func isOne(of words: Set<String>) -> Bool {
    if case .word(let word) = kind { words.contains(word) } else { false }
  }
}

extension KeywordIndex {
  /// Every word of the language.
  fileprivate static let words: Set<String> = Set(
    spellings.flatMap { $0.words.map(String.init) }
      + KeywordTable.entries.compactMap(\.chineseClosing) + KeywordTable.distanceWords
      + ["of", "的", "_"])

  /// The last words of those that compare a value.
  fileprivate static let comparing: Set<String> = Set(
    spellings.filter { $0.role == .logic && ![.and, .or, .not, .condition].contains($0.keyword) }
      .compactMap { $0.words.last.map(String.init) })
}
