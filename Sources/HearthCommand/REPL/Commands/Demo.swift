import Hearth
import HearthText

extension DotCommand {
  static let demo = onOrOff(
    Bilingual("demo", "演示"),
    help: Bilingual(
      "hide what identifies a person, for showing the screen", "隐去能认出个人的内容，便于投屏"),
    saysOn: Bilingual(
      "What identifies a person prints as 张**; what is asked now is not remembered.",
      "能认出个人的内容显示为 张**；此后的提问不记入历史。"),
    saysOff: Bilingual("Everything is shown again.", "恢复显示全部内容。")
  ) { repl, isOn in
    guard repl.backend.showDemo(isOn) else {
      return Bilingual(
        "The data were opened masked, and stay so.", "数据是以隐去方式打开的，不能取消。")
    }
    repl.hideHistory(isOn)
    if isOn { repl.clearScreen() }
    return nil
  }
}

extension Backend {
  /// False when what is hidden may not be shown.
  fileprivate func showDemo(_ isOn: Bool) -> Bool {
    if !isOn && (openedPrivacy > .open || workspace.data.schema.privacy > .open) { return false }
    workspace.options.privacy = isOn ? max(.masked, openedPrivacy) : .open
    printer.masksPrivate = workspace.privacy > .open
    return true
  }
}
