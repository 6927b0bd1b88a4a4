import ArgumentParser
import Hearth

/// `hearth run FILE.hearth`: a saved script.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a saved script.")

  @Argument(help: "The script; - is standard input.")
  var file: String

  @Option(name: .long, help: "A folder of CSV files; without it, the sample data.")
  var data: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let batch = try Batch(data: data, output: output)
    throw try batch.run(try batch.script(file)).exitCode
  }
}
