import HearthText

/// What the REPL says.
extension REPL {
  static let invitation = Bilingual(
    "Ask a question, or type .help; Tab completes, Ctrl-D leaves.",
    "请提问，或输入 .帮助；Tab 键补全，Ctrl-D 退出。")

  /// Where there is a terminal but no way to edit on it.
  static let plainReading = Bilingual(
    "Line editing is off: it needs a locale in UTF-8, such as LC_ALL=C.UTF-8.",
    "无法编辑输入行：需要 UTF-8 区域设置，例如 LC_ALL=C.UTF-8。")

  /// The dot commands in a language, then the keys.
  static func help(_ language: Language) -> String {
    let rows = DotCommand.all.map { command in
      let hint = command.argument.hint.map { " " + $0[language] } ?? ""
      return (
        name: "." + command.name[language] + hint,
        other: "." + command.name[language.other], help: command.help[language]
      )
    }
    let nameWidth = rows.map { displayWidth(of: $0.name) }.max() ?? 0
    let otherWidth = rows.map { displayWidth(of: $0.other) }.max() ?? 0
    let commands = rows.map { row in
      "  " + padded(row.name, toWidth: nameWidth + 2)
        + padded(row.other, toWidth: otherWidth + 2) + row.help
    }
    return (commands + ["", questions[language]]).joined(separator: "\n")
  }

  private static let questions = Bilingual(
    """
      families | count by street     a question: a table, then stages after |
      | where count > 20             begins with |: goes on from the last answer
      describe families              the fields of a table
      Tab completes · ↑ ↓ recall · Ctrl-R searches what was asked before
      Alt-Enter begins a new line · Ctrl-C clears the line, or stops a question
    """,
    """
      家庭 | 计数 按街道             提问：先写表名，再用 | 接上各步
      | 筛选 计数 > 20               以 | 开头的一行，接着上一个结果继续
      说明 家庭                      一个表的字段
      Tab 补全 · ↑ ↓ 翻历史 · Ctrl-R 搜索历史
      Alt-回车 换行 · Ctrl-C 清除输入，或停止正在运行的提问
    """)

  static func unknownCommand(_ name: String) -> Bilingual {
    let meant = nearest(to: name, in: DotCommand.names)
    guard let meant else {
      return Bilingual(
        "There is no command .\(name); .help lists them.", "没有 .\(name) 这个命令；.帮助 可列出所有命令。")
    }
    return Bilingual(
      "There is no command .\(name); did you mean .\(meant)?",
      "没有 .\(name) 这个命令；是不是 .\(meant)？")
  }

  static func needless(_ command: DotCommand, _ argument: String) -> Bilingual {
    Bilingual(
      ".\(command.name.english) takes nothing after it, but “\(argument)” was found.",
      ".\(command.name.chinese) 后面不带内容，却写了“\(argument)”。")
  }
}
