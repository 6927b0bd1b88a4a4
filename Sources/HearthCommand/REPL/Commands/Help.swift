import HearthText

extension DotCommand {
  static let help = DotCommand(
    Bilingual("help", "帮助"), .none,
    help: Bilingual("these commands, and how a question begins", "显示这些命令，以及怎样开始提问")
  ) { repl, _ in
    print(REPL.help(repl.backend.language))
  }

  static let quit = DotCommand(
    Bilingual("quit", "退出"), .none,
    help: Bilingual("leave (so does Ctrl-D)", "退出（也可按 Ctrl-D）")
  ) { repl, _ in
    repl.isLeaving = true
  }
}
