import HearthSyntax
import HearthText

/// Collects the candidates that begin with what has been typed.
///
/// A word is offered in the language that the beginning is written in: Chinese after a Han
/// character, and where nothing is typed right behind one; after a Latin letter, or nothing, that of the session if it fits, else the other.
/// Latin letters that begin no word may be the pinyin of a Chinese one; to whoever speaks Chinese
/// such words are offered behind the others as well. A lenient list takes what was typed in haste.
struct CandidateList {
  private var beginning: [Candidate] = []
  private var byPinyin: [Candidate] = []
  private var similar: [(candidate: Candidate, distance: Int)] = []
  private let isLenient: Bool
  private let speaksChinese: Bool
  private let typed: String
  private let firstTyped: Unicode.Scalar?
  private let letters: [UInt8]
  /// Whether nothing has been typed of the word.
  let isOpen: Bool
  private let languages: [Language]
  private let quote: Place.Quote
  private var seen: Set<String> = []
  /// How many words were compared letter by letter.
  private var compared = 0

  private static let limit = 200
  /// Of the values of a large dictionary the first are compared letter by letter; Tab must not wait.
  private static let mostCompared = 1000

  init(_ place: Place, _ language: Language, isLenient: Bool = false) {
    self.isLenient = isLenient
    speaksChinese = language == .chinese
    typed = foldedForSearch(normalized(place.typed))
    firstTyped = typed.unicodeScalars.first
    letters = Array(typed.utf8)
    isOpen = place.typed.isEmpty
    quote = place.quote
    languages =
      place.continuesChinese || place.typed.unicodeScalars.contains(where: isHan)
      ? [.chinese, .english] : [language, language.other]
  }

  var isFull: Bool { beginning.count >= Self.limit }
  /// Whether there is no candidate yet.
  var isEmpty: Bool { beginning.isEmpty && byPinyin.isEmpty && similar.isEmpty }

  private static let mostSimilar = 12

  /// The best first.
  var candidates: [Candidate] {
    if isLenient {
      return similar.enumerated().sorted {
        ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
      }
      .prefix(Self.mostSimilar).map(\.element.candidate)
    }
    return beginning.isEmpty || speaksChinese ? beginning + byPinyin : beginning
  }

  /// How a word answers to what was typed, and the language in which it is offered.
  private enum Answer {
    case begins(Language)
    case pinyin
    case similar(Language, distance: Int)

    var language: Language {
      switch self {
      case .begins(let language), .similar(let language, _): language
      case .pinyin: .chinese
      }
    }
  }

  /// nil if a word does not answer at all.
  private mutating func answer(_ names: Bilingual) -> Answer? {
    if isLenient {
      compared += 1
      return compared > Self.mostCompared ? nil : similarity(names)
    }
    if let language = languages.first(where: { begins(names[$0]) }) {
      return .begins(language)
    }
    return WordMatch.isPinyin(letters, of: names.chinese) ? .pinyin : nil
  }

  /// Whether a word begins with what was typed. Most words of a large dictionary fail at their first
  /// character, and are not folded for that.
  private func begins(_ word: String) -> Bool {
    guard let firstTyped else { return true }
    guard let first = word.unicodeScalars.first else { return false }
    if isHan(first) || first.isASCII, first != firstTyped,
      first.properties.lowercaseMapping.unicodeScalars.first != firstTyped
    {
      return false
    }
    return foldedForSearch(word).hasPrefix(typed)
  }

  private func similarity(_ names: Bilingual) -> Answer? {
    guard typed.count > 1 else { return nil }
    var best: (language: Language, distance: Int)?
    for language in languages {
      let word = foldedForSearch(names[language])
      let isLatin = typed.utf8.allSatisfy { $0 < 0x80 }
      let read = isLatin && language == .chinese ? WordMatch.letters(of: word) : word
      let distance =
        WordMatch.spread(typed, in: read)
        ?? WordMatch.misspelling(typed, of: read).map { $0 * Self.costOfError }
      if let distance, distance < best?.distance ?? .max { best = (language, distance) }
    }
    return best.map { .similar($0.language, distance: $0.distance) }
  }

  /// A letter that is wrong is as bad as so many between those that are right.
  private static let costOfError = 10

  /// A name: of a table, a field, a value.
  mutating func add(
    name names: Bilingual, _ kind: Candidate.Kind, description: String? = nil
  ) {
    guard let answer = answer(names) else { return }
    let name = names[answer.language]
    let other = names[answer.language.other]
    let description = description ?? (other == name ? "" : other)
    switch quote {
    case .none: append(asTyped(name, kind), description, kind, answer)
    case .backtick: append(inBackticks(name), description, kind, answer)
    case .text: if kind == .value { append(inQuotes(name), description, kind, answer) }
    }
  }

  /// A word of the language, written as it stands.
  mutating func add(
    word names: Bilingual, _ kind: Candidate.Kind, description: Bilingual, beginning: String = "",
    ending: String = "", speaking language: Language
  ) {
    guard quote == .none, let answer = answer(names) else { return }
    append(
      beginning + names[answer.language] + ending, description[language], kind, answer)
  }

  private mutating func append(
    _ insertion: String, _ description: String, _ kind: Candidate.Kind, _ answer: Answer
  ) {
    if case .pinyin = answer, byPinyin.count >= Self.limit { return }
    guard !isFull, seen.insert(insertion).inserted else { return }
    let candidate = Candidate(insertion: insertion, description: description, kind: kind)
    switch answer {
    case .begins: self.beginning.append(candidate)
    case .pinyin: byPinyin.append(candidate)
    case .similar(_, let distance): similar.append((candidate, distance))
    }
  }

  private func asTyped(_ name: String, _ kind: Candidate.Kind) -> String {
    if Printer.mayStandBare(name) { return name }
    return kind == .value ? inQuotes(name) : inBackticks(name)
  }

  private func inBackticks(_ name: String) -> String {
    Printer.quoted(name)
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
}
