import HearthLineEditor
import HearthRender
import HearthSyntax
import HearthText

/// Completing dot commands and what follows them; everything else is asked of the backend.
extension REPL {
  static func completion(
    of text: String, at cursor: Int, backend: Backend
  ) -> Completion? {
    let before = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
    guard let line = DotLine(before) else { return backend.completion(of: text, at: cursor) }
    let isNameOpen = !before.contains(where: \.isWhitespace)
    if isNameOpen { return commands(line.name, cursor: cursor, language: backend.language) }
    guard let command = DotCommand.named(line.name) else { return nil }
    let language = backend.language
    if case .question = command.argument {
      return questionCompletion(line.argument, cursor: cursor, backend)
    }
    let words: [CompletionCandidate] =
      switch command.argument {
      case .none: []
      case .table: tables(backend.tableNames, in: language, typed: line.argument)
      case .language:
        [.init(text: "en", description: "English"), .init(text: "zh", description: "中文")]
      case .format:
        OutputFormat.allCases.map { .init(text: $0.rawValue) }
      case .saved: SavedQueries(of: backend.dataKey)?.candidates ?? []
      case .lesson: candidates(tourWords, language)
      case .rowLimit: candidates([Bilingual("all", "全部")], language)
      case .records: candidates(onOrOff + [Bilingual("auto", "自动")], language)
      case .numbers: candidates(numberForms, language)
      case .topic: manualWords(language)
      case .data: FileCompletion.candidates(line.argument, .files(suffix: ".csv"))
      case .script: FileCompletion.candidates(line.argument, .files(suffix: ".hearth"))
      case .output: FileCompletion.candidates(line.argument, .anything)
      case .question, .key, .date, .name, .word: []
      case .onOrOff:
        candidates(onOrOff, language)
      }
    return matching(words, typed: line.argument, cursor: cursor)
  }

  /// What follows `.say` and `.explain` is a question like any other.
  private static func questionCompletion(
    _ question: String, cursor: Int, _ backend: Backend
  ) -> Completion? {
    let length = question.utf8.count
    guard var found = backend.completion(of: question, at: length) else { return nil }
    let shift = cursor - length
    found.range = found.range.lowerBound + shift..<found.range.upperBound + shift
    return found
  }

  private static func manualWords(_ language: Language) -> [CompletionCandidate] {
    candidates(ManualPage.all.map { $0.names[0] }, language)
      + DiagnosticCode.allCases.map {
        .init(text: $0.rawValue, description: $0.title[language])
      }
  }

  private static func candidates(
    _ words: [Bilingual], _ language: Language
  ) -> [CompletionCandidate] {
    words.map { .init(text: $0[language], description: $0[language.other]) }
  }

  private static let numberForms = [
    Bilingual("plain", "原样"), Bilingual("grouped", "分节"), Bilingual("万", "万"),
  ]
  private static let tourWords = [
    Bilingual("hint", "提示"), Bilingual("next", "下一课"), Bilingual("end", "结束"),
  ]
  private static let onOrOff = [Bilingual("on", "开"), Bilingual("off", "关")]

  private static func commands(_ typed: String, cursor: Int, language: Language) -> Completion? {
    let isChinese = typed.isEmpty ? language == .chinese : !typed.utf8.allSatisfy { $0 < 0x80 }
    let spelling: Language = isChinese ? .chinese : .english
    let words = DotCommand.all.map {
      CompletionCandidate(text: $0.name[spelling], description: $0.help[language])
    }
    return matching(words, typed: typed, cursor: cursor)
  }

  private static func tables(
    _ names: [Bilingual], in language: Language, typed: String
  ) -> [CompletionCandidate] {
    let isASCII = typed.utf8.allSatisfy { $0 < 0x80 }
    let spelling: Language = typed.isEmpty ? language : isASCII ? .english : .chinese
    return names.map {
      CompletionCandidate(text: $0[spelling], description: $0[spelling.other])
    }
  }

  private static func matching(
    _ words: [CompletionCandidate], typed: String, cursor: Int
  ) -> Completion? {
    let found = words.filter { $0.text.lowercased().hasPrefix(typed.lowercased()) }
    if found.isEmpty { return nil }
    return Completion(range: (cursor - typed.utf8.count)..<cursor, candidates: found)
  }
}

extension SavedQueries {
  fileprivate var candidates: [CompletionCandidate] {
    names.map { .init(text: $0, description: heading(of: $0) ?? "") }
  }
}
