import HearthText

extension DotCommand {
  static let trace = onOrOff(
    Bilingual("trace", "行数"),
    help: Bilingual("whether the rows each stage left are said", "是否显示每一步剩下的行数"),
    saysOn: Bilingual("The rows of each stage are said from now on.", "以下显示每一步剩下的行数。"),
    saysOff: Bilingual("The rows of each stage are no longer said.", "以下不再显示每一步的行数。")
  ) { repl, isOn in
    repl.backend.isTracing = isOn
    return nil
  }
}
