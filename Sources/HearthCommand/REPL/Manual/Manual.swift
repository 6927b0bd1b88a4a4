import HearthAssist
import HearthPlan
import HearthSyntax
import HearthText

/// What `.help` shows: the commands, the pages, and every word and function of the language from
/// the tables that the language itself is read by.
enum Manual {
  /// All that there is a page on, in both languages.
  static var topics: [String] {
    let names =
      ManualPage.all.flatMap(\.names) + FunctionTable.allNames + DotCommand.all.map(\.name)
    return names.flatMap { [$0.english, $0.chinese] }
      + KeywordTable.entries.flatMap { $0.english + $0.chinese }
      + DiagnosticCode.allCases.map(\.rawValue)
  }

  /// nil when there is nothing on a subject.
  static func page(_ name: String, in language: Language) -> String? {
    if let page = DiagnosticPage.named(name) { return page.rendered(in: language) }
    let folded = name.lowercased()
    var parts: [String] = []
    if let page = ManualPage.named(folded) { parts.append(page.rendered(in: language)) }
    if parts.isEmpty { parts += words(folded, language) + functions(folded, language) }
    if let command = DotCommand.named(folded) { parts.append(lines([command], language)[0]) }
    return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
  }

  // MARK: Words of the language

  private static func words(_ name: String, _ language: Language) -> [String] {
    // Aggregates are told as the functions that they are.
    let entries = KeywordTable.entries.filter { $0.role != .aggregate }
    return entries.filter { ($0.english + $0.chinese).contains(name) }.map { entry in
      part(
        entry.spelling(in: language), entry.spelling(in: language.other),
        entry.documentation[language], entry.example[language])
    }
  }

  private static func functions(_ name: String, _ language: Language) -> [String] {
    guard let meaning = FunctionTable.meaning(of: name) else { return [] }
    var parts: [String] = []
    if let function = meaning.aggregate {
      let row = FunctionTable.row(function)
      parts.append(
        part(
          row.names[language], row.names[language.other], row.documentation[language],
          row.example[language]))
    }
    if let function = meaning.scalar {
      let row = FunctionTable.row(function)
      parts.append(
        part(
          FunctionTable.signature(row, in: language), row.names[language.other],
          row.documentation[language], row.example[language]))
    }
    if let row = FunctionTable.windows.first(where: { $0.function == meaning.window }) {
      parts.append(
        part(
          row.names[language], row.names[language.other], row.documentation[language],
          row.example[language]))
    }
    return parts
  }

  private static func part(
    _ name: String, _ other: String, _ documentation: String, _ example: String
  ) -> String {
    "\(name)  \(other)\n\(documentation)\n\n  " + example.replacing("\n", with: "\n  ")
  }

  // MARK: Overview

  static func overview(_ language: Language) -> String {
    let commands = DotCommand.groups.flatMap { group in
      [group.title[language]] + lines(group.commands, language)
    }
    let pages = ManualPage.all.map { $0.names[0][language] }
      .joined(separator: language == .english ? ", " : "、")
    let manual = Bilingual(
      "Manual: .help and one of \(pages); any word of the language, any function, any table, "
        + "the code of any message.",
      "手册：.帮助 加上 \(pages)；也可以是语言里的任何词、函数、表名，或消息的代码。")
    return (commands + ["", wrapped(manual[language]), "", beginning[language]])
      .joined(separator: "\n")
  }

  private static func lines(_ commands: [DotCommand], _ language: Language) -> [String] {
    func name(_ command: DotCommand) -> String {
      let hint = command.argument.hint.map { " " + $0[language] } ?? ""
      return "." + command.name[language] + hint
    }
    let all = DotCommand.all
    let nameWidth = all.map { displayWidth(of: name($0)) }.max() ?? 0
    let otherWidth = all.map { displayWidth(of: $0.name[language.other]) + 1 }.max() ?? 0
    return commands.map { command in
      "  " + padded(name(command), toWidth: nameWidth + 2)
        + padded("." + command.name[language.other], toWidth: otherWidth + 2)
        + command.help[language]
    }
  }

  private static let beginning = Bilingual(
    """
      families | count by street     a question: a table, then stages after |
      | where count > 20             begins with |: goes on from the last answer
      Tab completes · ↑ ↓ recall · Ctrl-R searches what was asked before
      Alt-Enter begins a new line · Ctrl-C clears the line, or stops a question
    """,
    """
      家庭 | 计数 按 街道             提问：先写表名，再用 | 接上各步
      | 筛选 计数 > 20               以 | 开头的一行，接着上一个结果继续
      Tab 补全 · ↑ ↓ 翻历史 · Ctrl-R 搜索历史
      Alt-回车 换行 · Ctrl-C 清除输入，或停止正在运行的提问
    """)
}
