import HearthText

/// A command to the REPL itself, written with a dot in front of it.
///
/// Each stands in a file of `Commands` with what it does; `all` is their order in the help.
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

  static let all: [DotCommand] = [
    .help, .tables, .describe, .language, .trace, .say, .quit,
  ]

  /// Every name in both languages.
  static var names: [String] { all.flatMap { [$0.name.english, $0.name.chinese] } }

  static func named(_ name: String) -> DotCommand? {
    let folded = name.lowercased()
    return all.first { $0.name.english == folded || $0.name.chinese == folded }
  }
}
