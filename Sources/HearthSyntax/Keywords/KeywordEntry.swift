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
    let parts = chinese.cut(at: "…")
    self.keyword = keyword
    self.role = role
    self.english = english.cut(at: "|")
    self.chinese = parts[0].cut(at: "|")
    self.chineseClosing = parts.count > 1 ? parts[1] : nil
    self.documentation = documentation
    self.example = example
    self.spellings = (self.english + self.chinese).map { $0.cut(at: " ") }
  }

  package func spellings(in language: Language) -> [String] {
    language == .english ? english : chinese
  }

  /// What the printer writes.
  package func spelling(in language: Language) -> String { spellings(in: language)[0] }
}

extension String {
  /// Cut by scalars: the table is built at every start, and characters as seen are slow to find.
  fileprivate func cut(at separator: Unicode.Scalar) -> [String] {
    unicodeScalars.split(separator: separator).map(String.init)
  }
}
