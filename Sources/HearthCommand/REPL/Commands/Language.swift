import Hearth
import HearthText

extension DotCommand {
  static let language = DotCommand(
    Bilingual("lang", "语言"), .language,
    help: Bilingual(
      "the language of answers; shows the last question in it", "切换语言，并用它写出上一个提问")
  ) { repl, name in
    guard let language = language(named: name) else {
      repl.complain(
        Bilingual("Which language? .lang en or .lang zh", "要用哪种语言？.语言 zh 或 .语言 en"))
      return
    }
    repl.speak(language)
    repl.say(Bilingual("Answers are in English from now on.", "以下用中文回答。"))
    if let question = repl.backend.memory.question {
      print(repl.backend.workspace.printed(question, in: language).trimmed)
    }
  }

  private static func language(named name: String) -> Language? {
    switch name.lowercased() {
    case "en", "english", "英文", "英语": .english
    case "zh", "chinese", "中文", "汉语": .chinese
    default: nil
    }
  }
}
