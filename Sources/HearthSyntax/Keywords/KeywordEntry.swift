import HearthText

/// One row of the keyword table.
package struct KeywordEntry: Sendable {
  package let keyword: Keyword
  package let role: KeywordRole
  /// The first is what the printer writes; the others are read too. A spelling may be several words.
  package let english: [String]
  package let chinese: [String]
  /// What may close a Chinese phrase that embraces its operand: `自 … 起`.
  package let chineseClosing: String?
  package let documentation: Bilingual
  package let example: Bilingual
  /// All spellings of both languages, each cut into its words.
  let spellings: [[String]]

  /// Spellings are separated by `|`, a closing word by `…`: `"自…起"`.
  init(
    _ keyword: Keyword, _ role: KeywordRole, _ english: String, _ chinese: String,
    _ documentation: Bilingual, _ example: Bilingual
  ) {
    let parts = chinese.split(separator: "…").map(String.init)
    self.keyword = keyword
    self.role = role
    self.english = english.split(separator: "|").map(String.init)
    self.chinese = parts[0].split(separator: "|").map(String.init)
    self.chineseClosing = parts.count > 1 ? parts[1] : nil
    self.documentation = documentation
    self.example = example
    self.spellings = (self.english + self.chinese).map {
      $0.split(separator: " ").map(String.init)
    }
  }

  package func spellings(in language: Language) -> [String] {
    language == .english ? english : chinese
  }

  /// What the printer writes.
  package func spelling(in language: Language) -> String { spellings(in: language)[0] }
}
