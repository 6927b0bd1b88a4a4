import HearthText

/// A page of the manual, which `.help TOPIC` shows.
struct ManualPage: Sendable {
  /// What may be asked for; the first of each language is the title.
  var names: [Bilingual]
  /// Lines that fit a screen of 80 columns.
  var text: Bilingual
  /// Texts that run on the sample data, and that a reader may copy.
  var examples: [Bilingual]

  init(_ names: Bilingual..., text: Bilingual, examples: [Bilingual]) {
    self.names = names
    self.text = text
    self.examples = examples
  }

  /// In the order in which a beginner reads them.
  static let all: [ManualPage] = asking + counting + rhythms + using

  static func named(_ name: String) -> ManualPage? {
    let folded = name.lowercased()
    return all.first { page in
      page.names.contains { $0.english == folded || $0.chinese == folded }
    }
  }

  func rendered(in language: Language) -> String {
    let title = names[0][language]
    let heading = language == .english ? title.prefix(1).uppercased() + title.dropFirst() : title
    let examples = examples.map { "  " + $0[language].replacing("\n", with: "\n  ") }
    return ([heading, "", text[language]] + (examples.isEmpty ? [] : [""]) + examples)
      .joined(separator: "\n")
  }
}
