import HearthText

extension DotCommand {
  static let trace = DotCommand(
    Bilingual("trace", "行数"), .onOrOff,
    help: Bilingual("whether the rows each stage left are said", "是否显示每一步剩下的行数")
  ) { repl, word in
    guard let isOn = isOn(word) else {
      repl.complain(Bilingual("On or off? .trace on or .trace off", "要开还是关？.行数 开 或 .行数 关"))
      return
    }
    repl.backend.isTracing = isOn
    repl.say(
      isOn
        ? Bilingual("The rows of each stage are said from now on.", "以下显示每一步剩下的行数。")
        : Bilingual("The rows of each stage are no longer said.", "以下不再显示每一步的行数。"))
  }

  /// The words of a switch; nil for any other.
  static func isOn(_ word: String) -> Bool? {
    switch word.lowercased() {
    case "on", "开": true
    case "off", "关": false
    default: nil
    }
  }
}
