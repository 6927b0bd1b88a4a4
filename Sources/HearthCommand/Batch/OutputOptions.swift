import ArgumentParser
import Glibc
import Hearth
import HearthData
import HearthRender
import HearthText

/// The options that every command with an answer shares.
struct OutputOptions: ParsableArguments {
  enum Privacy: String, ExpressibleByArgument, CaseIterable {
    case open, masked

    var level: PrivacyLevel { self == .open ? .open : .masked }
  }

  @Option(name: .long, help: "The language of messages and labels: en or zh; else LC_ALL or LANG.")
  var lang: Language?

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How results are written: \(OutputFormat.list); else as the file's name says, or a table.",
      valueName: "format"))
  var chosenFormat: OutputFormat?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write the results to a file, whole or not at all; its suffix chooses the format.",
      valueName: "file"),
    completion: .file())
  var outputFile: String?

  @Option(name: .long, help: "Column headers: identifiers or labels (labels in a table).")
  var headers: RenderOptions.Headers?

  @Flag(name: .long, help: "In CSV and TSV, leave cells that a spreadsheet would run.")
  var raw = false

  @Flag(name: .long, help: "Begin CSV with a byte-order mark, by which Excel knows UTF-8.")
  var bom = false

  @Option(name: .long, help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var today: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("The value of a script's parameter.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(
    name: .long,
    help: "masked: what identifies a person prints as 张** and cannot be filtered or sorted on.")
  var privacy: Privacy = .open

  @Flag(name: .long, help: "After each answer, say how many rows each stage left.")
  var trace = false

  @Flag(name: .long, help: "Write nothing to files: save is refused.")
  var safe = false

  func validate() throws {
    _ = try workspaceOptions()
    if outputFile != nil, safe {
      throw ValidationError("--output writes a file, and --safe forbids that.")
    }
    if outputFile == nil, format.isBinary, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("\(format.rawValue) is not for a terminal: give --output FILE.")
    }
  }

  /// `--format`, else what the name of the file says, else a table.
  var format: OutputFormat {
    chosenFormat ?? outputFile.flatMap { OutputFormat(suffixOf: $0) } ?? .table
  }

  /// `--lang`, else the locale of the environment, else English.
  var language: Language { lang ?? Environment.language }
}

extension Language: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument) }
}

/// The few things that the command reads from its surroundings.
enum Environment {
  static subscript(name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  static var language: Language {
    Language(localeName: self["LC_ALL"] ?? self["LC_MESSAGES"] ?? self["LANG"] ?? "")
  }

  static var isInteractive: Bool { isatty(0) == 1 && isatty(1) == 1 }

  /// The columns of the terminal that standard output is; nil when it is none.
  static var terminalWidth: Int? { terminalSize.flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil } }

  static var terminalHeight: Int? { terminalSize.flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil } }

  private static var terminalSize: winsize? {
    var size = winsize()
    return isatty(1) == 1 && ioctl(1, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
  }
}
