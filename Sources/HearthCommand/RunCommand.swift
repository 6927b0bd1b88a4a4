import ArgumentParser
import Hearth
import HearthData
import HearthText

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
    throw try batch.run(try source(batch)).exitCode
  }

  private func source(_ batch: Batch) throws -> SourceText {
    if file == "-" {
      return SourceText(name: "<stdin>", text: try StandardInput.read(), folder: ".")
    }
    let text = try batch.reporting { () throws(DataError) in try TextFile.read(file) }
    let folder = file.contains("/") ? String(file[..<file.lastIndex(of: "/")!]) : "."
    return SourceText(name: file, text: text, folder: folder.isEmpty ? "/" : folder)
  }
}
