import HearthSyntax

/// One level of brackets around a place, from the outside in.
struct Frame {
  enum Kind: Hashable {
    /// A statement, or a query in brackets.
    case query
    /// The arguments of a function.
    case call(String)
    /// Brackets in an expression, a list of values.
    case group
    /// The square brackets of rows that are written out.
    case rows
    /// One of those rows: `{name = value, …}`.
    case record
  }

  var kind: Kind
  /// The tokens inside, up to the place, those of inner brackets among them.
  var tokens: TokenRun
  /// What stands before the bracket on the level around it.
  var opener: TokenRun

  /// The levels around the end of a statement; the first is the statement itself.
  static func frames(_ tokens: [OutlineToken]) -> [Frame] {
    var opened: [Int] = []
    for (index, token) in tokens.enumerated() {
      guard case .sign(let sign) = token.kind else { continue }
      switch sign {
      case "(", "[", "{": opened.append(index)
      case ")", "]", "}": _ = opened.popLast()
      default: break
      }
    }
    var frames = [
      Frame(kind: .query, tokens: TokenRun(tokens), opener: TokenRun(ArraySlice()))
    ]
    for index in opened {
      let level = frames[frames.count - 1].tokens.tokens
      let inside = TokenRun(tokens[(index + 1)...])
      let opener = TokenRun(level[..<index])
      let kind: Kind =
        switch tokens[index].kind {
        case .sign("["): .rows
        case .sign("{"): .record
        default: kind(inside, opener)
        }
      frames.append(Frame(kind: kind, tokens: inside, opener: opener))
    }
    return frames
  }

  private static func kind(_ inside: TokenRun, _ opener: TokenRun) -> Kind {
    if inside.stageStarts.isEmpty == false { return .query }
    if let word = opener.last?.name, opener.last.map({ !$0.isOperatorWord(in: opener) }) == true {
      if let stage = opener.keyword(in: [.stage]), KeywordIndex.takesSource(stage.keyword),
        opener.dropLast(stage.length).last.map({ $0.isSign("|") }) ?? true
      {
        return .query
      }
      if opener.keyword(in: [.statement])?.keyword == .expect { return .query }
      return .call(word)
    }
    return opener.isEmpty || opener.isBindingStart || opener.isWhyStart ? .query : .group
  }
}

extension TokenRun {
  /// The indexes of the pipes on its own level.
  var stageStarts: [Int] {
    var depth = 0
    var result: [Int] = []
    for index in tokens.indices {
      guard case .sign(let sign) = tokens[index].kind else { continue }
      switch sign {
      case "(", "[", "{": depth += 1
      // Brackets that were opened outside cannot be closed here.
      case ")", "]", "}": depth = max(0, depth - 1)
      case "|" where depth == 0: result.append(index)
      default: break
      }
    }
    return result
  }

  /// `explain why families "F0001" in`: a query follows.
  fileprivate var isWhyStart: Bool {
    leadingKeyword(.statement)?.keyword == .explainWhy
      && keyword(in: [.logic])?.keyword == .among && stageStarts.isEmpty
  }

  /// `let x =`: a query follows.
  fileprivate var isBindingStart: Bool {
    leadingKeyword(.statement)?.keyword == .binding && last?.isSign("=") == true
      && stageStarts.isEmpty
  }
}

extension OutlineToken {
  /// Whether the last word of a run joins two operands, so that a bracket after it calls nothing.
  fileprivate func isOperatorWord(in run: TokenRun) -> Bool {
    guard let found = run.keyword(in: [.logic, .clause]) else { return false }
    // `distinct (`, `in (`, `and (`, `by (`: never functions of these names.
    return found.length > 0
  }
}

extension KeywordIndex {
  /// Stages whose first operand is a table.
  static func takesSource(_ keyword: Keyword) -> Bool {
    let stages: [Keyword] = [.join, .leftJoin, .fullJoin, .union, .except, .intersect]
    return stages.contains(keyword)
  }
}
