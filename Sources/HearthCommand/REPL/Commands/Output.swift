import Hearth
import HearthData
import HearthRender
import HearthText

/// In which form answers come, and where they go.
extension DotCommand {
  static let format = DotCommand(
    Bilingual("format", "格式"), .format,
    help: Bilingual(
      "the form of answers: table, markdown, csv …", "结果的格式：table、markdown、csv 等")
  ) { repl, name in
    let known = OutputFormat.allCases.map(\.rawValue)
    guard let format = OutputFormat(rawValue: name.lowercased()) else {
      let list = known.joined(separator: ", ")
      return repl.complain(
        Bilingual(
          "Which format? One of \(list).", "要用哪种格式？可选：\(known.joined(separator: "、"))。"))
    }
    let output = repl.backend.printer.output
    guard !format.isBinary || output.isFile else {
      return repl.complain(
        Bilingual(
          "\(format.rawValue) is not for a screen: .output FILE.\(format.suffixes[0]) writes it.",
          "\(format.rawValue) 不能显示在屏幕上：请用“.输出 文件.\(format.suffixes[0])”写入文件。"))
    }
    output.format = format
    repl.say(
      Bilingual("Answers come as \(format.rawValue).", "结果以 \(format.rawValue) 格式给出。"))
  }

  static let output = DotCommand(
    Bilingual("output", "输出"), .output,
    help: Bilingual(
      "write answers to a file; alone, on the screen again", "把结果写入文件；不带文件名则恢复到屏幕")
  ) { repl, path in
    let printer = repl.backend.printer
    if path.isEmpty {
      printer.writeToScreen()
      return repl.say(Bilingual("Answers are shown here.", "结果显示在屏幕上。"))
    }
    guard !repl.backend.workspace.options.isSafe else {
      return repl.complain(
        Bilingual("No file is written in safe mode.", "安全模式下不写文件。"))
    }
    do throws(DataError) {
      try printer.write(toFile: UserFolder.expanded(path))
      repl.say(
        Bilingual(
          "Answers go to \(path); .output shows them here again.",
          "结果写入 \(path)；.输出 可恢复到屏幕。"))
    } catch {
      printer.say(HearthError(error))
    }
  }
}
