import Glibc
import Hearth
import HearthLineEditor
import HearthText

/// Reads a text, runs it, prints the answer, until the person leaves.
final class REPL {
  static let prompt = "hearth> "

  let backend: Backend
  /// What can be recalled; not what is kept, while that is hidden.
  private(set) var history: History
  private var keptHistory: History
  /// What the next prompt begins with.
  var nextText = ""
  var tour: Tour?
  /// Whether the person's own start file is taken.
  var isWelcoming = true
  /// Whether the person has said that this is the end.
  var isLeaving = false
  private lazy var source = LineSource.standard(settings)

  init(backend: Backend) {
    self.backend = backend
    keptHistory = History(path: REPL.historyPath(of: backend.dataKey))
    history = keptHistory
  }

  /// The history of the data that are open now.
  func changeHistory() {
    let isHidden = history !== keptHistory
    keptHistory = History(path: REPL.historyPath(of: backend.dataKey))
    hideHistory(isHidden)
  }

  private var settings: LineEditor.Settings {
    let backend = backend
    var settings = LineEditor.Settings(
      program: "hearth", language: backend.language, history: history,
      inputState: { DotLine($0) == nil ? backend.inputState(of: $0) : .complete },
      complete: { text, cursor in
        REPL.completion(of: text, at: cursor, backend: backend)
      })
    settings.keeping = { REPL.keeping(of: $0, backend: backend) }
    settings.highlight = { REPL.styles(of: $0, at: $1, backend: backend) }
    return settings
  }

  /// Returns the exit code.
  func run() -> Int32 {
    greet()
    if source.isEditor { takeStartFile() }
    while !isLeaving {
      let (offer, beginning) = (backend.offer, nextText)
      (backend.offer, nextText) = (nil, "")
      switch source.next(prompt: REPL.prompt, offer: offer, beginning: beginning) {
      case .end: return 0
      case .interrupted: continue
      case .text(let text): take(text)
      }
    }
    return 0
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

  /// What a person wants at every start: a line after the other, as if typed.
  private func takeStartFile() {
    guard isWelcoming, let folder = UserFolder.configuration,
      let text = try? Batch.source(of: folder + "/start.hearth").text
    else { return }
    for line in text.split(whereSeparator: \.isNewline) where !line.trimmed.hasPrefix("#") {
      take(String(line), folder: folder)
    }
  }

  /// Runs one text: lines that begin with a dot, then a question.
  func take(_ text: String, folder: String = ".") {
    guard !isLeaving, text.contains(where: { !$0.isWhitespace }) else { return }
    let firstLine = text.prefix { !$0.isNewline }
    guard let line = DotLine(firstLine) ?? bareCommand(text) else {
      askParameters(of: text, folder: folder)
      backend.evaluate(text, folder: folder)
      return judgeAnswer()
    }
    run(line)
    take(String(text.dropFirst(firstLine.count + 1)), folder: folder)
  }

  /// What people type who have lived in other shells, unless it is a name of theirs.
  private func bareCommand(_ text: String) -> DotLine? {
    let word = text.filter { !$0.isWhitespace }.lowercased()
    let commands = [
      "help": ".help", "?": ".help", "quit": ".quit", "exit": ".quit", "帮助": ".帮助", "退出": ".退出",
    ]
    guard let command = commands[word], !backend.workspace.resultNames.contains(word),
      backend.workspace.catalog.entity(named: word) == nil
    else { return nil }
    return DotLine(command[...])
  }

  private func run(_ line: DotLine) {
    guard let command = DotCommand.named(line.name) else {
      return complain(REPL.unknownCommand(line.name))
    }
    if case .none = command.argument, !line.argument.isEmpty {
      return complain(REPL.needless(command, line.argument))
    }
    command.run(self, line.argument)
  }

  // MARK: What commands ask of it

  /// Asks for the values of parameters that a text declares and nobody has given.
  func askParameters(of text: String, folder: String = ".") {
    let asked = SourceText(name: "", text: text, folder: folder)
    for parameter in backend.workspace.missingParameters(in: asked) {
      let meaning = parameter.meaning.map { "\($0) – " } ?? ""
      let question = "\(meaning)\(parameter.name) (\(parameter.type)): "
      guard case .text(let answer) = source.ask(question), !answer.isEmpty else { return }
      backend.workspace.options.parameterTexts[parameter.name] = answer
    }
  }

  func speak(_ language: Language) {
    backend.language = language
    if case .editor(let editor) = source { editor.settings.language = language }
  }

  /// While hidden, earlier texts are neither shown nor added to.
  func hideHistory(_ isHidden: Bool) {
    history = isHidden ? History(path: nil) : keptHistory
    if case .editor(let editor) = source { editor.settings.history = history }
  }

  func clearScreen() {
    if case .editor(let editor) = source { editor.emptyScreen() }
  }

  func say(_ message: Bilingual) { print(message[backend.language]) }

  /// Says what is wrong, on standard error.
  func complain(_ message: Bilingual) {
    fflush(nil)
    let line = message[backend.language] + "\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}
