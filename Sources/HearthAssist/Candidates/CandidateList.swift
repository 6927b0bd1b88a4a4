import HearthText

/// Collects the candidates that begin with what has been typed.
///
/// A word is offered in the language that the beginning is written in: Chinese after a Han
/// character; after a Latin letter, or nothing, that of the session if it fits, else the other.
struct CandidateList {
  private(set) var candidates: [Candidate] = []
  private let typed: String
  private let isEmpty: Bool
  private let languages: [Language]
  private let quote: Place.Quote
  private var seen: Set<String> = []

  static let limit = 200

  init(_ place: Place, _ language: Language) {
    typed = foldedForSearch(normalized(place.typed))
    isEmpty = place.typed.isEmpty
    quote = place.quote
    let hasHan = place.typed.unicodeScalars.contains(where: isHan)
    languages = hasHan ? [.chinese, .english] : [language, language.other]
  }

  /// Whether nothing has been typed of the word.
  var isOpen: Bool { isEmpty }
  var isFull: Bool { candidates.count >= Self.limit }

  /// The language in which a word that begins so is offered; nil if it does not begin so.
  private func spelling(_ names: Bilingual) -> Language? {
    languages.first { foldedForSearch(names[$0]).hasPrefix(typed) }
  }

  /// A name: of a table, a field, a value.
  mutating func add(
    name names: Bilingual, _ kind: Candidate.Kind, description: String? = nil
  ) {
    guard let spelling = spelling(names) else { return }
    let name = names[spelling]
    let other = names[spelling.other]
    let description = description ?? (other == name ? "" : other)
    switch quote {
    case .none: append(asTyped(name, kind), description, kind)
    case .backtick: append(inBackticks(name), description, kind)
    case .text: if kind == .value { append(inQuotes(name), description, kind) }
    }
  }

  /// A word of the language, written as it stands.
  mutating func add(
    word names: Bilingual, _ kind: Candidate.Kind, description: Bilingual, beginning: String = "",
    ending: String = "", speaking language: Language
  ) {
    guard quote == .none, let spelling = spelling(names) else { return }
    append(beginning + names[spelling] + ending, description[language], kind)
  }

  private mutating func append(_ insertion: String, _ description: String, _ kind: Candidate.Kind) {
    guard !isFull, seen.insert(insertion).inserted else { return }
    candidates.append(Candidate(insertion: insertion, description: description, kind: kind))
  }

  private func asTyped(_ name: String, _ kind: Candidate.Kind) -> String {
    if isIdentifier(name) { return name }
    return kind == .value ? inQuotes(name) : inBackticks(name)
  }

  private func inBackticks(_ name: String) -> String {
    "`" + name.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``") + "`"
  }

  private func inQuotes(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n", "\r\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
    return result + "\""
  }

  private func isIdentifier(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic
    else { return false }
    return name.unicodeScalars.allSatisfy {
      $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
  }
}
