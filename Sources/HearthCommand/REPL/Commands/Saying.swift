import HearthText

extension DotCommand {
  static let say = DotCommand(
    Bilingual("say", "说"), .question,
    help: Bilingual("a question, or the last one, in plain words", "用平常的话说出一个提问（默认上一个）")
  ) { repl, question in
    repl.backend.readBack(question)
  }
}
