import HearthText

extension DotCommand {
  static let help = DotCommand(
    Bilingual("help", "帮助"), .topic,
    help: Bilingual("these commands; a page of the manual", "显示这些命令；或手册的一页")
  ) { repl, topic in
    let language = repl.backend.language
    if topic.isEmpty { return print(Manual.overview(language)) }
    let name = topic.hasPrefix(".") ? String(topic.dropFirst()) : topic
    if let page = Manual.page(name, in: language) ?? repl.backend.describe(name) {
      return print(page)
    }
    let meant = nearest(to: name, in: Manual.topics + repl.backend.tableNames.flatMap(\.both))
    repl.complain(
      Bilingual(
        "The manual has nothing on “\(topic)”"
          + (meant.map { "; did you mean “\($0)”?" } ?? "; .help lists its pages."),
        "手册里没有“\(topic)”" + (meant.map { "；是不是“\($0)”？" } ?? "；.帮助 可列出各页。")))
  }

  static let quit = DotCommand(
    Bilingual("quit", "退出"), .none,
    help: Bilingual("leave (so does Ctrl-D)", "退出（也可按 Ctrl-D）")
  ) { repl, _ in
    repl.isLeaving = true
  }
}

extension Bilingual {
  fileprivate var both: [String] { [english, chinese] }
}
