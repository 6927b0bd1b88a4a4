import HearthText

@testable import HearthSyntax

/// A grammar read from a page in the notation of `grammar/hearth.ebnf`.
struct Grammar: Sendable {
  indirect enum Rule: Sendable {
    case sequence([Rule])
    case choice([Rule])
    case optional(Rule)
    case repeated(Rule)
    /// A sign or a word as it stands.
    case sign(String)
    /// A rule, a keyword or a token.
    case reference(String)
  }

  private(set) var rules: [String: Rule] = [:]
  private(set) var order: [String] = []

  init(_ page: String) {
    var reader = Reader(page)
    while let name = reader.next() {
      precondition(reader.next() == "=", "rule \(name) has no =")
      let rule = reader.choice()
      precondition(reader.next() == ";", "rule \(name) has no ;")
      precondition(rules.updateValue(rule, forKey: name) == nil, "rule \(name) is written twice")
      order.append(name)
    }
  }

  /// Every name that a rule mentions.
  func references() -> Set<String> {
    var result: Set<String> = []
    func collect(_ rule: Rule) {
      switch rule {
      case .sequence(let parts), .choice(let parts): parts.forEach(collect)
      case .optional(let inner), .repeated(let inner): collect(inner)
      case .sign: break
      case .reference(let name): result.insert(name)
      }
    }
    rules.values.forEach(collect)
    return result
  }

  private struct Reader {
    private var tokens: ArraySlice<String>

    init(_ page: String) {
      var tokens: [String] = []
      var text = page[...]
      while let first = text.first {
        if first.isWhitespace {
          text.removeFirst()
        } else if text.hasPrefix("(*") {
          let end = text.range(of: "*)")!
          text = text[end.upperBound...]
        } else if first == "\"" {
          let end = text.dropFirst().firstIndex(of: "\"")!
          tokens.append(String(text[...end]))
          text = text[text.index(after: end)...]
        } else if first.isLetter {
          let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
          tokens.append(String(word))
          text = text[word.endIndex...]
        } else {
          tokens.append(String(first))
          text.removeFirst()
        }
      }
      self.tokens = tokens[...]
    }

    mutating func next() -> String? { tokens.popFirst() }

    mutating func choice() -> Rule {
      var choices = [sequence()]
      while tokens.first == "|" {
        tokens.removeFirst()
        choices.append(sequence())
      }
      return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func sequence() -> Rule {
      var parts: [Rule] = []
      while let token = tokens.first, !["|", ")", "]", "}", ";"].contains(token) {
        parts.append(part())
      }
      return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func part() -> Rule {
      let token = tokens.removeFirst()
      let rule: Rule
      switch token {
      case "(": rule = choice()
      case "[": rule = .optional(choice())
      case "{": rule = .repeated(choice())
      default:
        if token.hasPrefix("\"") { return .sign(String(token.dropFirst().dropLast())) }
        return .reference(token)
      }
      tokens.removeFirst()
      return rule
    }
  }
}

/// The keywords of the table as rules: what `grammar/keywords.ebnf` holds.
enum KeywordRules {
  /// `countRows` is written COUNT_ROWS.
  static func name(_ keyword: Keyword) -> String {
    var result = ""
    for character in "\(keyword)" {
      if character.isUppercase { result += "_" }
      result += character.uppercased()
    }
    return result
  }

  /// Sentences ask for a name at every word.
  private static let byName: [String: Keyword] = Dictionary(
    uniqueKeysWithValues: Keyword.allCases.map { (name($0), $0) })

  static func spellings(_ reference: String) -> [String]? {
    let parts = reference.split(separator: ".").map(String.init)
    if reference == "DIFFERENCE_WORD" { return KeywordTable.differenceWords.keys.sorted() }
    if reference.hasSuffix("_CLOSING"),
      let keyword = byName[String(reference.dropLast("_CLOSING".count))]
    {
      return KeywordTable.entry(keyword).chineseClosing.map { [$0] }
    }
    guard let keyword = byName[parts[0]] else { return nil }
    let entry = KeywordTable.entry(keyword)
    if parts.count == 1 { return entry.english + entry.chinese }
    return parts[1] == "en" ? entry.english : entry.chinese
  }

  static func page() -> String {
    var page = """
      (* The keywords of Hearth, generated from the table in Sources/HearthSyntax/Keywords.
         The first spelling of each language is the one the formatter writes. *)

      """
    for role in KeywordRole.allCases {
      page += "\n(* \(role.rawValue) *)\n\n"
      for entry in KeywordTable.entries(of: role) {
        let words = entry.english + entry.chinese.filter { !entry.english.contains($0) }
        page += line(name(entry.keyword), words)
        if let closing = entry.chineseClosing {
          page += line(name(entry.keyword) + "_CLOSING", [closing])
        }
      }
    }
    page += "\n(* The words that close 从 … 到 …. *)\n\n"
    return page + line("DIFFERENCE_WORD", KeywordTable.differenceWords.keys.sorted())
  }

  private static func line(_ name: String, _ words: [String]) -> String {
    name + " = " + words.map { "\"\($0)\"" }.joined(separator: " | ") + " ;\n"
  }
}
