import Glibc
import HearthData
import HearthLineEditor
import HearthText

/// Which data are asked, and as of which day.
extension DotCommand {
  static let open = DotCommand(
    Bilingual("open", "打开"), .data,
    help: Bilingual(
      "another folder of CSV files, or a snapshot", "打开另一个 CSV 文件夹或快照")
  ) { repl, path in
    guard !path.isEmpty else {
      return repl.complain(
        Bilingual("Which data? .open FOLDER", "要打开哪些数据？.打开 文件夹"))
    }
    guard repl.backend.open(UserFolder.expanded(path)) else { return }
    repl.changeHistory()
    repl.greetData()
  }

  static let reload = DotCommand(
    Bilingual("reload", "重读"), .none,
    help: Bilingual("read the data again; names stay", "重新读入数据，已取的名称保留")
  ) { repl, _ in
    if repl.backend.reload() { repl.greetData() }
  }

  static let today = DotCommand(
    Bilingual("today", "今天"), .date,
    help: Bilingual("the day that counts as today", "以哪一天为今天")
  ) { repl, text in
    let backend = repl.backend
    if !text.isEmpty {
      guard let day = DateText.day(text) else {
        return repl.complain(
          Bilingual(
            "A date is needed, such as .today 2026-10-31", "需要一个日期，例如 .今天 2026-10-31"))
      }
      backend.workspace.setToday(day)
    }
    let today = backend.workspace.today
    repl.say(Bilingual("Today is \(today).", "今天是 \(today)。"))
  }

  static let watch = DotCommand(
    Bilingual("watch", "盯住"), .none,
    help: Bilingual(
      "ask the last question again whenever the data change", "数据一有变化就重新回答上一个提问")
  ) { repl, _ in
    repl.aboutQuestion("") { question in repl.watch(question) }
  }
}

extension REPL {
  func greetData() { print(backend.summary[backend.language]) }

  /// Answers a question again and again until Ctrl-C.
  fileprivate func watch(_ question: String) {
    guard let path = backend.dataPath else {
      return complain(
        Bilingual("The sample data never change.", "示例数据不会变化。"))
    }
    say(
      Bilingual(
        "Asked again whenever the data change; Ctrl-C ends it.", "数据一有变化就重新回答；按 Ctrl-C 结束。"))
    var state = FileState.of(path)
    backend.run(question)
    while !Interrupt.isRaised {
      usleep(100_000)
      let now = FileState.of(path)
      guard now != state else { continue }
      // A file may still be on its way.
      usleep(100_000)
      guard FileState.of(path) == now else { continue }
      state = now
      guard backend.reload() else { continue }
      print("\n" + Self.clock())
      backend.run(question)
    }
    Interrupt.clear()
    print("")
  }

  /// The time of day.
  private static func clock() -> String {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let numbers = [parts.tm_hour, parts.tm_min, parts.tm_sec]
    return numbers.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }
}

/// What tells whether files have changed: their names, sizes and times.
private struct FileState: Equatable {
  var name: String
  var size: Int
  var seconds: Int
  var nanoseconds: Int

  /// Of a file, or of the files of a folder.
  static func of(_ path: String) -> [FileState] {
    guard let names = UserFolder.names(in: path) else {
      return [FileState(path)].compactMap { $0 }
    }
    let states = names.filter { !$0.hasPrefix(".") }.compactMap { FileState(path + "/" + $0) }
    return states.sorted { $0.name < $1.name }
  }

  private init?(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    name = path
    size = Int(facts.st_size)
    seconds = facts.st_mtim.tv_sec
    nanoseconds = facts.st_mtim.tv_nsec
  }
}
