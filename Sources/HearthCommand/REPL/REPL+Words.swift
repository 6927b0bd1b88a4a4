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
