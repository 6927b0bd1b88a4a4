import ArgumentParser
import Hearth
import HearthData
import HearthText

/// `hearth describe DATA [TABLE …]`: what a data set holds.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe", abstract: "Say what a data set holds.",
    usage: "hearth describe DATA [TABLE …]",
    discussion: """
      Without tables: each table with its rows, its first and last day, what was set aside and \
      what it links to. Of a table: each field with its type, how full it is and its values, as the \
      statement describe has it. Exit codes: 0 fine, 2 there is no such table, 3 the data cannot be read.
      """)

  @Argument(
    help: "A folder of CSV files, one CSV file, or a snapshot; without it, the sample data.",
    completion: .file())
  var data: String?

  @Argument(help: "The tables whose fields are wanted, by either name.")
  var tables: [String] = []

  @OptionGroup var output: OutputOptions

  func run() throws {
    let batch = try Batch(data: data, output: output)
    let printer = batch.printer
    let wanted = try batch.reporting { () throws(DataError) -> [ResultTable]? in
      try descriptions(batch.workspace, printer)
    }
    guard let wanted else { throw printer.finish(.wrongQuery).exitCode }
    for description in wanted { try printer.showWhole(description) }
    printer.sayProblems(batch.workspace.data.store.problems().count)
    throw printer.finish(.fine).exitCode
  }

  /// nil when a table is not there, which has been said.
  private func descriptions(
    _ workspace: Workspace, _ printer: AnswerPrinter
  ) throws(DataError) -> [ResultTable]? {
    if tables.isEmpty { return [try workspace.overview()] }
    var found: [ResultTable] = []
    for name in tables {
      if let description = try workspace.description(named: name) {
        found.append(description)
      } else {
        printer.say(
          .unknownTable(
            name, among: workspace.data.schema.entities.map(\.name),
            else: Bilingual("hearth describe lists them.", "hearth describe 可列出所有的表。")))
      }
    }
    return found.count == tables.count ? found : nil
  }
}
