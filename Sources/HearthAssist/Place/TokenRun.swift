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

  /// What stands behind the last comma or pipe on its own level.
  var lastElement: TokenRun {
    after { $0.last?.isSign(",") == true || $0.last?.isSign("|") == true }
  }

  /// What stands behind the last word on its own level that joins conditions or begins one.
  var lastOperand: TokenRun {
    after { run in
      switch run.last?.kind {
      case .sign("|"), .sign(","): true
      case .sign("="): run.dropLast(1).columnName != nil
      case .word:
        run.keyword(in: [.stage, .clause]) != nil
          || [.and, .or, .condition, .then, .otherwise]
            .contains(run.keyword(in: [.logic])?.keyword)
      default: false
      }
    }
  }

  /// Whether it holds a comparison on its own level.
  var isCompared: Bool {
    var depth = 0
    for end in tokens.indices {
      switch tokens[end].kind {
      case .sign("("), .sign("["), .sign("{"): depth += 1
      case .sign(")"), .sign("]"), .sign("}"): depth -= 1
      case .sign("="), .sign("!="), .sign("<"), .sign("<="), .sign(">"), .sign(">="):
        if depth == 0 { return true }
      case .word:
        let found = TokenRun(tokens[...end]).keyword(in: [.logic])?.keyword
        if depth == 0, let found, found != .not { return true }
      case .sign, .quotedWord, .text, .literal, .invalid: break
      }
    }
    return false
  }

  /// The name that it ends in, if a column is given it: at the beginning of a list.
  var columnName: String? {
    guard let name = last?.name else { return nil }
    let before = dropLast(1)
    if before.isEmpty || [",", "{"].contains(where: { before.last?.isSign($0) == true }) {
      return name
    }
    let naming: Set<Keyword> = [
      .add, .select, .rename, .summarize, .distinctRows, .trend, .by, .per, .across, .binding,
      .parameter,
    ]
    guard let word = before.keyword(in: [.stage, .clause, .statement])?.keyword else { return nil }
    return naming.contains(word) ? name : nil
  }

  /// What stands behind the longest beginning that ends on its own level and is of a kind.
  private func after(_ isEnd: (TokenRun) -> Bool) -> TokenRun {
    var depth = 0
    for index in tokens.indices.reversed() {
      switch tokens[index].kind {
      case .sign(")"), .sign("]"), .sign("}"): depth += 1
      case .sign("("), .sign("["), .sign("{"):
        depth -= 1
        if depth < 0 { return TokenRun(tokens[(index + 1)...]) }
      default:
        if depth == 0, isEnd(TokenRun(tokens[...index])) {
          return TokenRun(tokens[(index + 1)...])
        }
      }
    }
    return self
  }

  /// What stands in the brackets that it begins with, and behind them; nil while they are open.
  var bracketed: (inside: TokenRun, after: TokenRun)? {
    var depth = 0
    for index in tokens.indices {
      if ["(", "[", "{"].contains(where: { tokens[index].isSign($0) }) { depth += 1 }
      if [")", "]", "}"].contains(where: { tokens[index].isSign($0) }) { depth -= 1 }
      if depth > 0 { continue }
      guard index > tokens.startIndex else { return nil }
      return (
        TokenRun(tokens[(tokens.startIndex + 1)..<index]), TokenRun(tokens[(index + 1)...])
      )
    }
    return nil
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
