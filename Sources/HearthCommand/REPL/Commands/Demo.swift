import Hearth
import HearthText

extension DotCommand {
  static let demo = DotCommand(
    Bilingual("demo", "演示"), .onOrOff,
    help: Bilingual(
      "hide what identifies a person, for showing the screen", "隐去能认出个人的内容，便于投屏")
  ) { repl, word in
    guard let isOn = isOn(word) else {
      return repl.complain(Bilingual("On or off? .demo on or .demo off", "要开还是关？.演示 开 或 .演示 关"))
    }
    guard repl.backend.showDemo(isOn) else {
      return repl.complain(
        Bilingual(
          "The data were opened masked, and stay so.", "数据是以隐去方式打开的，不能取消。"))
    }
    repl.hideHistory(isOn)
    if isOn { repl.clearScreen() }
    repl.say(
      isOn
        ? Bilingual(
          "What identifies a person prints as 张**; what is asked now is not remembered.",
          "能认出个人的内容显示为 张**；此后的提问不记入历史。")
        : Bilingual("Everything is shown again.", "恢复显示全部内容。"))
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
