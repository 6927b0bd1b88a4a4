import Hearth
import HearthAssist
import HearthLineEditor
import HearthRender
import HearthSyntax
import HearthText

/// A word that may follow a dot, or a dot command.
private struct Word {
  var names: Bilingual
  /// What is said beside it; nil for its name in the other language.
  var description: String?

  init(_ names: Bilingual, _ description: String? = nil) {
    (self.names, self.description) = (names, description)
  }

  init(_ candidate: CompletionCandidate) {
    self.init(Bilingual(same: candidate.text), candidate.description)
  }
}

/// Completing dot commands and what follows them; everything else is asked of the backend.
extension REPL {
  static func completion(
    of text: String, at cursor: Int, backend: Backend
  ) -> HearthLineEditor.Completion? {
    let before = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
    guard let line = DotLine(before) else {
      return backend.fileCompletion(of: text, at: cursor)
        ?? backend.completion(of: text, at: cursor)
    }
    let language = backend.language
    let isNameOpen = !before.contains(where: \.isWhitespace)
    if isNameOpen {
      let words = DotCommand.all.map { Word($0.name, $0.help[language]) }
      return matching(words, typed: line.name, cursor: cursor, language)
    }
    guard let command = DotCommand.named(line.name) else { return nil }
    if case .question = command.argument {
      return questionCompletion(line.argument, cursor: cursor, backend)
    }
    let words = words(after: command, typed: line.argument, backend)
    return matching(words, typed: line.argument, cursor: cursor, language)
  }

  private static func words(
    after command: DotCommand, typed: String, _ backend: Backend
  ) -> [Word] {
    switch command.argument {
    case .none, .question, .key, .date, .name, .word: []
    case .table: backend.tableNames.map { Word($0) }
    case .language:
      [Word(Bilingual(same: "en"), "English"), Word(Bilingual(same: "zh"), "中文")]
    case .format: OutputFormat.allCases.map { Word(Bilingual(same: $0.rawValue), "") }
    case .saved: SavedQueries(of: backend.dataKey)?.words ?? []
    case .lesson: tourWords.map { Word($0) }
    case .rowLimit: [Word(Bilingual("all", "全部"))]
    case .records: (onOrOff + [Bilingual("auto", "自动")]).map { Word($0) }
    case .numbers: numberForms.map { Word($0) }
    case .onOrOff: onOrOff.map { Word($0) }
    case .topic:
      ManualPage.all.map { Word($0.names[0]) }
        + DiagnosticCode.allCases.map {
          Word(Bilingual(same: $0.rawValue), $0.title[backend.language])
        }
    case .data:
      FileCompletion.candidates(typed, .files(suffixes: [".csv", Snapshot.suffix])).map(Word.init)
    case .script: FileCompletion.candidates(typed, .files(suffixes: [".hearth"])).map(Word.init)
    case .output: FileCompletion.candidates(typed, .anything).map(Word.init)
    }
  }

  /// What follows `.say` and `.explain` is a question like any other.
  private static func questionCompletion(
    _ question: String, cursor: Int, _ backend: Backend
  ) -> HearthLineEditor.Completion? {
    let length = question.utf8.count
    guard var found = backend.completion(of: question, at: length) else { return nil }
    let shift = cursor - length
    found.range = found.range.lowerBound + shift..<found.range.upperBound + shift
    return found
  }

  private static let numberForms = [
    Bilingual("plain", "原样"), Bilingual("grouped", "分节"), Bilingual("万", "万"),
  ]
  private static let tourWords = [
    Bilingual("hint", "提示"), Bilingual("next", "下一课"), Bilingual("end", "结束"),
  ]
  private static let onOrOff = [Bilingual("on", "开"), Bilingual("off", "关")]

  /// The words that begin as typed, in the language of what was typed; Latin letters may be the
  /// pinyin of a Chinese one, which whoever speaks Chinese is offered behind the others.
  private static func matching(
    _ words: [Word], typed: String, cursor: Int, _ language: Language
  ) -> HearthLineEditor.Completion? {
    let isLatin = typed.utf8.allSatisfy { $0 < 0x80 }
    let spelling = typed.isEmpty ? language : isLatin ? .english : .chinese
    func candidates(
      in language: Language, _ answers: (String) -> Bool
    ) -> [CompletionCandidate] {
      words.filter { answers($0.names[language]) }.map {
        CompletionCandidate(
          text: $0.names[language], description: $0.description ?? $0.names[language.other])
      }
    }
    let beginning = typed.lowercased()
    var found = candidates(in: spelling) { $0.lowercased().hasPrefix(beginning) }
    if found.isEmpty || language == .chinese {
      found += candidates(in: .chinese) { isPinyin(beginning, of: $0) }
    }
    if found.isEmpty { return nil }
    return HearthLineEditor.Completion(
      range: (cursor - typed.utf8.count)..<cursor, candidates: found)
  }
}

extension Backend {
  /// The files that could be meant in an open text after `from`, `include` and `save … as`.
  fileprivate func fileCompletion(
    of text: String, at cursor: Int
  ) -> HearthLineEditor.Completion? {
    let place = FilePlace(text: text, cursor: cursor, vocabulary: workspace.vocabulary)
    // Only a dot command knows the home folder by `~`.
    guard let place, !place.typed.hasPrefix("~") else { return nil }
    let wanted: FileCompletion.Wanted =
      switch place.purpose {
      case .table: .files(suffixes: [".csv"])
      case .script: .files(suffixes: [".hearth"])
      case .output: .anything
      }
    // A folder goes on; a file is the whole of its text.
    let candidates = FileCompletion.candidates(place.typed, wanted).map {
      CompletionCandidate(text: place.quote + $0.text + ($0.text.hasSuffix("/") ? "" : "\""))
    }
    return candidates.isEmpty
      ? nil : HearthLineEditor.Completion(range: place.range, candidates: candidates)
  }
}

extension SavedQueries {
  fileprivate var words: [Word] {
    names.map { Word(Bilingual(same: $0), heading(of: $0) ?? "") }
  }
}
