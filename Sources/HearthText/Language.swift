/// The two languages of Hearth; neither is a translation of the other.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The language of an environment's locale: Chinese when the name begins with `zh`, else English.
  package init(localeName: String) {
    self = localeName.lowercased().hasPrefix("zh") ? .chinese : .english
  }

  package var other: Language { self == .english ? .chinese : .english }
}

/// One text in both languages.
package struct Bilingual: Hashable, Sendable {
  package var english: String
  package var chinese: String

  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The same text in both languages: a name from data, a number.
  package init(same text: String) { self.init(text, text) }

  package subscript(language: Language) -> String {
    language == .english ? english : chinese
  }
}
