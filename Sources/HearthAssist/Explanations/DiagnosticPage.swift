import HearthSyntax
import HearthText

/// What a code means, with a text that is wrong in this way and one that is right: what
/// `hearth explain CODE` shows, and `.help CODE` in the REPL.
package struct DiagnosticPage: Sendable {
  /// Where the examples of a page are what they say.
  package enum Setting: Sendable {
    /// Looked over, on the sample data; `# --set name=value` behind a line gives a parameter a value.
    case check
    /// Run, on the sample data.
    case run
    /// A `schema.hearth`.
    case schema
    /// On the sample data, with `--privacy masked`.
    case masked
    /// On the sample data, with `--safe`.
    case safe
    /// On data that declare school terms.
    case terms
    /// On data whose families have two links to areas.
    case twoAreas
  }

  package var code: DiagnosticCode
  /// What it means and why it is so; one paragraph.
  package var meaning: Bilingual
  /// nil where an example would not fit a page.
  package var wrong: Bilingual?
  package var right: Bilingual?
  package var setting: Setting

  init(
    _ code: DiagnosticCode, _ meaning: Bilingual, wrong: Bilingual? = nil,
    right: Bilingual? = nil, setting: Setting = .check
  ) {
    self.code = code
    self.meaning = meaning
    self.wrong = wrong
    self.right = right
    self.setting = setting
  }

  package static let all: [DiagnosticPage] =
    (reading + writing + names + values + shapes + schemas + scripts + lints)
    .sorted { $0.order < $1.order }

  /// The page of a code in any case, full-width letters included; nil if there is no such code.
  package static func named(_ text: String) -> DiagnosticPage? {
    let folded = foldedForSearch(text)
    return all.first { foldedForSearch($0.code.rawValue) == folded }
  }

  /// Lines of 78 cells, without a line break at the end.
  package func rendered(in language: Language) -> String {
    var parts = ["\(code.rawValue)  \(code.title[language])", wrapped(meaning[language])]
    let headings = [Bilingual("Wrong:", "错误写法："), Bilingual("Right:", "正确写法：")]
    for (heading, example) in zip(headings, [wrong, right]) {
      guard let example else { continue }
      parts.append(
        heading[language] + "\n  " + example[language].replacing("\n", with: "\n  "))
    }
    return parts.joined(separator: "\n\n")
  }

  /// Every code with its title, in groups.
  package static func list(in language: Language) -> String {
    let groups = families.map { family in
      ([family.title[language]]
        + all.filter { $0.code.rawValue.hasPrefix(family.letter) }
        .map { "  \($0.code.rawValue)  \($0.code.title[language])" })
        .joined(separator: "\n")
    }
    return groups.joined(separator: "\n\n")
  }

  /// The first letters of the codes, in the order in which a text meets what they are about.
  private static let families: [(letter: String, title: Bilingual)] = [
    ("E", Bilingual("How it is written", "写法")),
    ("B", Bilingual("What it asks of the data", "所问的数据")),
    ("S", Bilingual("Scripts and files", "脚本和文件")),
    ("L", Bilingual("What runs, but may not ask what is meant", "能运行，但问的也许不是本意")),
  ]

  private var order: Int {
    DiagnosticCode.allCases.firstIndex(of: code) ?? DiagnosticCode.allCases.count
  }
}
