import HearthSyntax

/// A part of a statement's tokens, looked at from its end.
struct TokenRun {
  var tokens: ArraySlice<OutlineToken>

  init(_ tokens: ArraySlice<OutlineToken>) { self.tokens = tokens }
  init(_ tokens: [OutlineToken]) { self.tokens = tokens[...] }

  var last: OutlineToken? { tokens.last }
  var isEmpty: Bool { tokens.isEmpty }

  /// Whether it ends in these words.
  func ends(in words: [Substring]) -> Bool {
    tokens.count >= words.count
      && zip(tokens.suffix(words.count), words).allSatisfy { $0.isWord($1) }
  }

  /// The keyword of one of the roles in which it ends; of several the one with most words.
  func keyword(in roles: Set<KeywordRole>) -> (keyword: Keyword, length: Int)? {
    guard case .word = tokens.last?.kind else { return nil }
    return KeywordIndex.spellings
      .filter { roles.contains($0.role) && ends(in: $0.words) }
      .max { $0.words.count < $1.words.count }
      .map { ($0.keyword, $0.words.count) }
  }

  /// The keyword of a role with which it begins.
  func leadingKeyword(_ role: KeywordRole) -> (keyword: Keyword, length: Int)? {
    guard case .word = tokens.first?.kind else { return nil }
    return KeywordIndex.spellings
      .filter { spelling in
        spelling.role == role && tokens.count >= spelling.words.count
          && zip(tokens, spelling.words).allSatisfy { $0.isWord($1) }
      }
      .max { $0.words.count < $1.words.count }
      .map { ($0.keyword, $0.words.count) }
  }

  /// The path `a.b.c` in which it ends, and the tokens before it.
  var trailingPath: (names: [String], rest: TokenRun)? {
    var names: [String] = []
    var rest = tokens
    while let name = rest.last?.name {
      names.insert(name, at: 0)
      rest.removeLast()
      guard rest.last?.isSign(".") == true else { return (names, TokenRun(rest)) }
      rest.removeLast()
    }
    return nil
  }

  /// The path with which it begins, and the tokens after it.
  var leadingPath: (names: [String], rest: TokenRun)? {
    guard let first = tokens.first?.name else { return nil }
    var names = [first]
    var rest = tokens.dropFirst()
    while rest.first?.isSign(".") == true, let name = rest.dropFirst().first?.name {
      names.append(name)
      rest = rest.dropFirst(2)
    }
    return (names, TokenRun(rest))
  }

  func dropLast(_ count: Int) -> TokenRun { TokenRun(tokens.dropLast(count)) }
  func dropFirst(_ count: Int) -> TokenRun { TokenRun(tokens.dropFirst(count)) }
}

extension OutlineToken {
  func isSign(_ sign: String) -> Bool { kind == .sign(sign) }

  func isWord(_ text: some StringProtocol) -> Bool {
    if case .word(let word) = kind { word == text } else { false }
  }

  /// The text of a word or a name in backticks.
  var name: String? {
    switch kind {
    case .word(let text), .quotedWord(let text): text
    case .sign, .text, .literal, .invalid: nil
    }
  }
}

/// Every way to write every keyword, cut into words.
enum KeywordIndex {
  struct Spelling {
    var keyword: Keyword
    var role: KeywordRole
    var words: [Substring]
  }

  static let spellings: [Spelling] = KeywordTable.entries.flatMap { entry in
    (entry.english + entry.chinese).map {
      Spelling(keyword: entry.keyword, role: entry.role, words: $0.split(separator: " "))
    }
  }
}
