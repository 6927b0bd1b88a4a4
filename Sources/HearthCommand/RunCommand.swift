import ArgumentParser
import Hearth

/// `hearth run FILE.hearth …`: saved scripts.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run saved scripts.",
    usage: """
      hearth run FILE … [--data DIR] [--set name=value …]
      hearth run --help FILE      what a script is for, and its parameters
      """,
    discussion: """
      Scripts run one after the other, each on its own, on the same data. With several, or after a
      failure with --on-error continue, the exit code is the highest.
      """,
    helpNames: [])

  @Argument(
    help: "The scripts; - is standard input.", completion: .file(extensions: ["hearth"]))
  var files: [String] = []

  @Option(
    name: .long, help: "A folder of CSV files, one, or a snapshot; without it, the sample data.",
    completion: .file())
  var data: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Flag(name: [.short, .long], help: "Show help: of a script, if one is named.")
  var help = false

  func validate() throws {
    if files.isEmpty && !help { throw ValidationError("Name a script: hearth run FILE.hearth") }
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read once only.")
    }
  }

  func run() throws {
    if help && files.isEmpty { return print(Self.helpMessage()) }
    let batch = try Batch(data: data, output: output, limits: limits)
    let sources = try files.map(batch.script)
    if help { return print(sources.map(batch.help).joined(separator: "\n\n")) }
    throw try batch.run(sources).exitCode
  }
}
