import HearthText

/// A command to the REPL itself, written with a dot in front of it.
///
/// Each stands in a file of `Commands` with what it does; `groups` is their order in the help.
struct DotCommand: Sendable {
  /// What may follow the name.
  enum Argument: Sendable {
    case none
    case table
    case language
    case onOrOff
    case question
    /// The key of a row.
    case key
    /// A folder or file of data.
    case data
    case date
    /// A name that is made up here.
    case name
    /// The name of a question that was kept.
    case saved
    /// A file of statements.
    case script
    case word
    case format
    /// A file that is written.
    case output
    /// A subject of the manual.
    case topic
    case rowLimit, records, numbers
    /// A lesson of the tour, or what to do in it.
    case lesson

    var hint: Bilingual? {
      switch self {
      case .none: nil
      case .table: Bilingual("NAME", "表名")
      case .language: Bilingual("zh|en", "zh|en")
      case .onOrOff: Bilingual("on|off", "开|关")
      case .question: Bilingual("[QUESTION]", "[提问]")
      case .key: Bilingual("KEY", "编号")
      case .data: Bilingual("FOLDER", "文件夹")
      case .date: Bilingual("[DATE]", "[日期]")
      case .name: Bilingual("NAME", "名称")
      case .saved: Bilingual("[NAME]", "[名称]")
      case .script: Bilingual("FILE", "文件")
      case .word: Bilingual("[WORD]", "[词]")
      case .format: Bilingual("NAME", "名称")
      case .output: Bilingual("[FILE]", "[文件]")
      case .topic: Bilingual("[TOPIC]", "[主题]")
      case .rowLimit: Bilingual("N|all", "行数|全部")
      case .records: Bilingual("on|off|auto", "开|关|自动")
      case .numbers: Bilingual("FORM", "写法")
      case .lesson: Bilingual("[LESSON]", "[课]")
      }
    }
  }

  /// Without the dot.
  var name: Bilingual
  var argument: Argument
  var help: Bilingual
  /// Does it, with what follows the name.
  var run: @Sendable (REPL, String) -> Void

  init(
    _ name: Bilingual, _ argument: Argument, help: Bilingual,
    run: @escaping @Sendable (REPL, String) -> Void
  ) {
    self.name = name
    self.argument = argument
    self.help = help
    self.run = run
  }

  /// A heading of the help, with the commands below it.
  struct Group: Sendable {
    var title: Bilingual
    var commands: [DotCommand]
  }

  static let groups: [Group] = [
    Group(
      title: Bilingual("The question", "提问"),
      commands: [.say, .explain, .why, .history, .edit, .save, .run, .load]),
    Group(
      title: Bilingual("The answer", "结果"),
      commands: [
        .rows, .wide, .numbers, .pager, .timer, .trace, .format, .output, .language,
      ]),
    Group(
      title: Bilingual("The data", "数据"),
      commands: [.tables, .describe, .today, .open, .reload, .watch]),
    Group(
      title: Bilingual("Learning and showing", "学习与演示"),
      commands: [.help, .tour, .play, .demo, .quit]),
  ]

  static let all: [DotCommand] = groups.flatMap(\.commands)

  /// Every name in both languages.
  static var names: [String] { all.flatMap { [$0.name.english, $0.name.chinese] } }

  static func named(_ name: String) -> DotCommand? {
    let folded = name.lowercased()
    return all.first { $0.name.english == folded || $0.name.chinese == folded }
  }
}
