import Glibc
import HearthLineEditor
import HearthText

/// Reads a text, runs it, prints the answer, until the person leaves.
final class REPL {
  let backend: any REPLBackend
  private let history: History
  private lazy var source = LineSource.standard(settings)

  init(backend: any REPLBackend) {
    self.backend = backend
    history = History(path: REPL.historyPath)
  }

  private var settings: LineEditor.Settings {
    let backend = backend
    return LineEditor.Settings(
      program: "hearth", language: backend.language, history: history,
      inputState: { DotLine($0) == nil ? backend.inputState(of: $0) : .complete },
      complete: { text, cursor in
        REPL.completion(of: text, at: cursor, backend: backend)
      })
  }

  /// Returns the exit code.
  func run() -> Int32 {
    greet()
    while true {
      switch source.next(prompt: "hearth> ") {
      case .end: return 0
      case .interrupted: continue
      case .text(let text): if !take(text) { return 0 }
      }
    }
  }

  private func greet() {
    print("Hearth · " + backend.summary[backend.language])
    guard source.isEditor else { return complain(REPL.plainReading) }
    print(REPL.invitation[backend.language])
    guard let problem = history.problem else { return }
    let message = Bilingual(
      "History is not kept: \(problem.path): \(problem.reason)",
      "历史记录无法保存：\(problem.path)：\(problem.reason)")
    complain(message)
  }

  /// Runs one text; false when the person wants to leave.
  private func take(_ text: String) -> Bool {
    guard text.contains(where: { !$0.isWhitespace }) else { return true }
    let firstLine = text.prefix { !$0.isNewline }
    guard let line = DotLine(firstLine) else {
      backend.evaluate(text)
      return true
    }
    return run(line) && take(String(text.dropFirst(firstLine.count + 1)))
  }

  /// Runs a dot command; false when the person wants to leave.
  private func run(_ line: DotLine) -> Bool {
    guard let command = DotCommand.named(line.name) else {
      complain(REPL.unknownCommand(line.name))
      return true
    }
    if case .none = command.argument, !line.argument.isEmpty {
      complain(REPL.needless(command, line.argument))
      return true
    }
    switch command.kind {
    case .help: print(REPL.help(backend.language))
    case .tables: print(backend.tables())
    case .describe: describe(line.argument)
    case .language: changeLanguage(line.argument)
    case .trace: changeTracing(line.argument)
    case .say: backend.readBack(line.argument)
    case .quit: return false
    }
    return true
  }

  private func describe(_ name: String) {
    if name.isEmpty {
      complain(Bilingual("Which table? .tables lists them.", "要说明哪个表？.表 可列出所有的表。"))
    } else if let text = backend.describe(name) {
      print(text)
    } else {
      complain(REPL.unknownTable(name, backend.tableNames))
    }
  }

  private func changeLanguage(_ name: String) {
    guard let language = REPL.language(named: name) else {
      complain(
        Bilingual("Which language? .lang en or .lang zh", "要用哪种语言？.语言 zh 或 .语言 en"))
      return
    }
    backend.language = language
    if case .editor(let editor) = source { editor.settings.language = language }
    print(Bilingual("Answers are in English from now on.", "以下用中文回答。")[language])
  }

  private func changeTracing(_ word: String) {
    guard let isOn = REPL.isOn(word) else {
      complain(Bilingual("On or off? .trace on or .trace off", "要开还是关？.行数 开 或 .行数 关"))
      return
    }
    backend.isTracing = isOn
    print(
      (isOn
        ? Bilingual("The rows of each stage are said from now on.", "以下显示每一步剩下的行数。")
        : Bilingual("The rows of each stage are no longer said.", "以下不再显示每一步的行数。"))[
          backend.language])
  }

  /// Says what is wrong, on standard error.
  private func complain(_ message: Bilingual) {
    fflush(nil)
    let line = message[backend.language] + "\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }

  static func isOn(_ word: String) -> Bool? {
    switch word.lowercased() {
    case "on", "开": true
    case "off", "关": false
    default: nil
    }
  }

  static func language(named name: String) -> Language? {
    switch name.lowercased() {
    case "en", "english", "英文", "英语": .english
    case "zh", "chinese", "中文", "汉语": .chinese
    default: nil
    }
  }
}
