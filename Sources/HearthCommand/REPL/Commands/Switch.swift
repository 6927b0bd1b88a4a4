import HearthText

extension DotCommand {
  /// A command that is followed by on or off.
  static func onOrOff(
    _ name: Bilingual, help: Bilingual, saysOn: Bilingual, saysOff: Bilingual,
    set: @escaping @Sendable (REPL, Bool) -> Bilingual?
  ) -> DotCommand {
    DotCommand(name, .onOrOff, help: help) { repl, word in
      guard let isOn = isOn(word) else {
        return repl.complain(
          Bilingual(
            "On or off? .\(name.english) on or .\(name.english) off",
            "要开还是关？.\(name.chinese) 开 或 .\(name.chinese) 关"))
      }
      if let problem = set(repl, isOn) { return repl.complain(problem) }
      repl.say(isOn ? saysOn : saysOff)
    }
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
