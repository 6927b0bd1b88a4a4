import HearthText

/// A command to the REPL itself, written with a dot in front of it.
struct DotCommand: Sendable {
  /// What may follow the name.
  enum Argument: Sendable {
    case none
    case table
    case language
    case onOrOff
    case question

    var hint: Bilingual? {
      switch self {
      case .none: nil
      case .table: Bilingual("NAME", "表名")
      case .language: Bilingual("zh|en", "zh|en")
      case .onOrOff: Bilingual("on|off", "开|关")
      case .question: Bilingual("QUESTION", "提问")
      }
    }
  }

  enum Kind: Sendable { case help, tables, describe, language, trace, say, quit }

  var kind: Kind
  /// Without the dot.
  var name: Bilingual
  var argument: Argument
  var help: Bilingual

  static let all: [DotCommand] = [
    .init(
      kind: .help, name: Bilingual("help", "帮助"), argument: .none,
      help: Bilingual("these commands, and how a question begins", "显示这些命令，以及怎样开始提问")),
    .init(
      kind: .tables, name: Bilingual("tables", "表"), argument: .none,
      help: Bilingual("the tables of the open data", "列出数据中的表")),
    .init(
      kind: .describe, name: Bilingual("describe", "说明"), argument: .table,
      help: Bilingual("the fields of a table", "说明一个表有哪些字段")),
    .init(
      kind: .language, name: Bilingual("lang", "语言"), argument: .language,
      help: Bilingual("the language of tables and messages", "切换表格和提示的语言")),
    .init(
      kind: .trace, name: Bilingual("trace", "行数"), argument: .onOrOff,
      help: Bilingual("whether the rows each stage left are said", "是否显示每一步剩下的行数")),
    .init(
      kind: .say, name: Bilingual("say", "说"), argument: .question,
      help: Bilingual("a question, or the last one, in plain words", "用平常的话说出一个提问（默认上一个）")),
    .init(
      kind: .quit, name: Bilingual("quit", "退出"), argument: .none,
      help: Bilingual("leave (so does Ctrl-D)", "退出（也可按 Ctrl-D）")),
  ]

  /// Every name in both languages.
  static var names: [String] { all.flatMap { [$0.name.english, $0.name.chinese] } }

  static func named(_ name: String) -> DotCommand? {
    let folded = name.lowercased()
    return all.first { $0.name.english == folded || $0.name.chinese == folded }
  }
}

/// A line that begins with a dot, taken apart; the full stop of a Chinese keyboard will do.
struct DotLine: Equatable {
  var name: String
  var argument: String

  /// `nil` for a text that is not for the REPL itself.
  init?(_ text: some StringProtocol) {
    guard let dot = text.first, dot == "." || dot == "。" || dot == "．" else { return nil }
    let rest = text.dropFirst()
    let name = rest.prefix { !$0.isWhitespace }
    self.name = String(name)
    argument = rest.dropFirst(name.count).trimmed
  }
}

extension StringProtocol {
  /// Without the white space around it.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    let end = start.reversed().drop { $0.isWhitespace }
    return String(end.reversed())
  }
}
