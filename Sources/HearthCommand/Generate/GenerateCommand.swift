import ArgumentParser
import Glibc
import HearthSamples
import HearthText

/// `hearth generate`: writes a made-up data set of any size.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write a made-up data set of any size.",
    discussion: """
      The same model, seed, number of families and day give the same bytes. Every person is made \
      up. Files are written one after the other and appear when they are whole.
      """)

  @Option(help: "The model: siming or chibi.")
  var model: SampleModel = .siming

  @Option(help: "The seed of the random numbers.")
  var seed: UInt64 = SampleModel.seed

  @Option(help: "How many families; the shipped samples have 1200 (siming) and 420 (chibi).")
  var families: Int?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day on which the data end.", valueName: "date"))
  var asOf: Day = SampleModel.asOf

  @Option(
    help: ArgumentHelp("The folder to write to.", valueName: "folder"), completion: .directory)
  var out: String

  @Flag(help: "Write into a folder that is not empty.")
  var force = false

  @Option(name: .customLong("lang"), help: "The language of messages: en or zh.")
  var languageName: String?

  func validate() throws {
    if let families, !(0...20_000_000).contains(families) {
      throw ValidationError("--families must be between 0 and 20000000.")
    }
    if !(Day(2024, 1, 1)...Day(2100, 12, 31)).contains(asOf) {
      throw ValidationError("--as-of must be between 2024-01-01 and 2100-12-31.")
    }
    if let languageName, Language(rawValue: languageName) == nil {
      throw ValidationError("--lang must be en or zh.")
    }
  }

  func run() throws {
    do {
      guard try force || FolderSink.isEmpty(out) else {
        say(
          Bilingual(
            "\(out) is not empty; --force writes into it all the same.",
            "\(out) 不是空文件夹；加上 --force 才会写入。"))
        throw ExitCode(3)
      }
      let bar = Bar()
      let sink = try FolderSink(folder: out)
      defer { bar.line.clear() }
      let unit = Bilingual("rows", "行")[language]
      let files = try model.generate(
        seed: seed, families: families ?? model.families, asOf: asOf, into: sink
      ) { bar.line.show($0.rows, of: $0.expected, unit: unit) }
      bar.line.clear()
      report(files)
    } catch let error as FolderError {
      say(
        Bilingual(
          "Cannot write \(error.path): \(error.reason).", "无法写入 \(error.path)：\(error.reason)。"))
      throw ExitCode(3)
    }
  }

  /// Names, rows and sizes of the files, then the sum.
  private func report(_ files: [SampleFile]) {
    let widths = files.map { displayWidth(of: $0.name) }
    let widest = widths.max() ?? 0
    for (file, width) in zip(files, widths) {
      let gap = String(repeating: " ", count: widest - width)
      print("\(file.name)\(gap)  \(right(grouped(file.rows), 12))  \(right(size(file.bytes), 9))")
    }
    let rows = grouped(files.reduce(0) { $0 + $1.rows })
    let bytes = size(files.reduce(0) { $0 + $1.bytes })
    let sum = Bilingual(
      "\(files.count) files, \(rows) rows, \(bytes) in \(out)",
      "共 \(files.count) 个文件，\(rows) 行，\(bytes)，位于 \(out)")
    print(sum[language])
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    let (unit, name) = bytes < 1_000_000 ? (1000, "kB") : (1_000_000, "MB")
    return "\(bytes / unit).\(bytes % unit * 10 / unit) \(name)"
  }

  private var language: Language {
    if let languageName, let language = Language(rawValue: languageName) { return language }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name), value.pointee != 0 {
        return Language(localeName: String(cString: value))
      }
    }
    return .english
  }

  private func say(_ message: Bilingual) { putError(message[language] + "\n") }
}

/// Keeps the progress line where a closure can redraw it.
private final class Bar {
  var line = ProgressBar()
}

extension SampleModel: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// `2026-10-31`.
  public init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1900...2200).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year, month, day)
    // An impossible day of the month would have become one of the next month.
    guard components == (year, month, day) else { return nil }
  }
}
