import HearthRender
import HearthText

/// How answers are shown on the screen.
extension DotCommand {
  static let rows = DotCommand(
    Bilingual("rows", "行限"), .rowLimit,
    help: Bilingual("how many rows are shown at most", "最多显示多少行")
  ) { repl, word in
    switch word.lowercased() {
    case "all", "全部": repl.backend.printer.display.rowLimit = nil
    default:
      guard let count = Int(word), count > 0 else {
        return repl.complain(
          Bilingual("How many? .rows 200 or .rows all", "多少行？.行限 200 或 .行限 全部"))
      }
      repl.backend.printer.display.rowLimit = count
    }
    repl.showAgain()
  }

  static let wide = DotCommand(
    Bilingual("wide", "宽"), .records,
    help: Bilingual(
      "each row as a record, a column a line: on, off, auto", "每行显示为一条记录，一列一行：开、关、自动")
  ) { repl, word in
    if let isOn = isOn(word) {
      repl.backend.printer.display.records = isOn ? .always : .never
    } else if ["auto", "自动"].contains(word.lowercased()) {
      repl.backend.printer.display.records = .whenNarrow
    } else {
      return repl.complain(
        Bilingual("On, off or auto? .wide on", "开、关还是自动？.宽 开"))
    }
    repl.showAgain()
  }

  static let numbers = DotCommand(
    Bilingual("numbers", "数字"), .numbers,
    help: Bilingual(
      "how counts are written: plain, grouped or 万", "数的写法：原样、分节或 万")
  ) { repl, word in
    let form: NumberForm? =
      switch word.lowercased() {
      case "plain", "原样": .plain
      case "grouped", "分节": .grouped
      case "万", "wan": .myriads
      default: nil
      }
    guard let form else {
      return repl.complain(
        Bilingual("Which form? .numbers plain, grouped or 万", "哪种写法？.数字 原样、分节或 万"))
    }
    repl.backend.printer.display.numbers = form
    repl.showAgain()
  }

  static let timer = onOrOff(
    Bilingual("timer", "计时"),
    help: Bilingual("whether it is said how long an answer took", "是否显示用时"),
    saysOn: Bilingual("How long each answer took is said from now on.", "以下显示用时。"),
    saysOff: Bilingual("The time is no longer said.", "以下不再显示用时。")
  ) { repl, isOn in
    repl.backend.printer.display.showsTime = isOn
    return nil
  }

  static let pager = onOrOff(
    Bilingual("pager", "分页"),
    help: Bilingual(
      "whether what is taller than the screen opens in $PAGER", "比屏幕长的结果是否用 $PAGER 分页"),
    saysOn: Bilingual("Long answers open in the pager.", "长的结果将分页显示。"),
    saysOff: Bilingual("Long answers are printed whole.", "长的结果将直接显示。")
  ) { repl, isOn in
    repl.backend.printer.display.pager = isOn ? Pager.usual ?? Pager.common : nil
    return nil
  }
}

extension REPL {
  /// The last answer in the way that was just chosen.
  fileprivate func showAgain() {
    backend.showAgain()
  }
}
