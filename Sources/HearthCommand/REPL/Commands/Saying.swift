import Hearth
import HearthText

/// What a question is, how it is worked out, and what became of one row in it.
extension DotCommand {
  static let say = DotCommand(
    Bilingual("say", "说"), .question,
    help: Bilingual("a question, or the last one, in plain words", "用平常的话说出一个提问（默认上一个）")
  ) { repl, question in
    repl.aboutQuestion(question, repl.backend.readBack)
  }

  static let explain = DotCommand(
    Bilingual("explain", "解释"), .question,
    help: Bilingual(
      "how a question is worked out; .explain timing: how long it took",
      "说明一个提问如何得出；“.解释 耗时”：各步用时")
  ) { repl, question in
    let words = question.split(separator: " ", maxSplits: 1)
    let isTimed = words.first.map { ["timing", "耗时"].contains($0) } ?? false
    let asked = isTimed ? words.dropFirst().first.map(String.init) ?? "" : question
    repl.aboutQuestion(asked) { repl.backend.run("explain " + (isTimed ? "timing " : "") + $0) }
  }

  static let why = DotCommand(
    Bilingual("why", "为何"), .key,
    help: Bilingual(
      "why a row is or is not in the last answer", "某一行为什么在或不在上一个结果里")
  ) { repl, key in
    guard !key.isEmpty else {
      return repl.complain(
        Bilingual("Which row? .why F0001", "要问哪一行？例如 .为何 F0001"))
    }
    let unquoted = key.filter { !"\"“”".contains($0) }
    repl.aboutQuestion("") { question in
      guard let text = repl.backend.workspace.why(unquoted, in: question) else {
        return repl.complain(
          Bilingual(
            "The last question has no row called “\(unquoted)” at any stage.",
            "上一个提问的各步都没有名为“\(unquoted)”的行。"))
      }
      print(text)
      repl.backend.run(text)
    }
  }
}

extension REPL {
  /// Does something with the question that was written, else with the last one.
  func aboutQuestion(_ written: String, _ body: (String) -> Void) {
    if !written.isEmpty { return body(backend.whole(written)) }
    guard let last = backend.memory.question else {
      return complain(Bilingual("Nothing has been asked yet.", "还没有提过问题。"))
    }
    body(last)
  }
}

extension Backend {
  /// A written text with the question that it continues.
  func whole(_ written: String) -> String {
    guard !beginning(of: written).isEmpty, let last = memory.question else { return written }
    return last + "\n" + written
  }

  /// Says what a text asks for in plain words.
  func readBack(_ text: String) {
    let (sentences, report) = workspace.readBack(SourceText(name: "", text: text, folder: "."))
    printer.say(report)
    if !sentences.isEmpty { printer.show(sentences.joined(separator: "\n")) }
  }
}
