import ArgumentParser
import Hearth
import HearthText

/// `hearth say FILE`, `hearth say -c QUERY`: what a text asks for, in plain words.
struct SayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "say", abstract: "Put a query into plain words, with its dates resolved.")

  @Argument(
    help: "The script; - is standard input.", completion: .file(extensions: ["hearth"]))
  var file: String?

  @Option(
    name: [.customShort("c"), .customLong("command")],
    help: ArgumentHelp("Say this text.", valueName: "query"))
  var text: String?

  @Option(
    name: .long, help: "A folder of CSV files, or one; without it, the sample data.",
    completion: .file())
  var data: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (file == nil) != (text == nil) else {
      throw ValidationError("Give a script or a text after -c, not both.")
    }
  }

  func run() throws {
    let batch = try Batch(data: data, output: output)
    let source =
      if let file { try batch.script(file) } else {
        SourceText(name: "-c", text: text ?? "", folder: ".")
      }
    throw batch.say(source).exitCode
  }
}
