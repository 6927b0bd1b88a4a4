import ArgumentParser
import Glibc
import Hearth
import HearthData
import HearthLineEditor
import HearthText

/// `hearth pack DATA`: the tables as one file that opens at once.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Keep a data set as one file that opens at once.",
    usage: "hearth pack DATA [-o FILE.hearthdb]",
    discussion: """
      Without -o the file lies beside the data, as DATA.hearthdb, and every command that is given \
      DATA uses it for as long as no table has changed. With -o it can go anywhere, and is given in \
      place of a folder: hearth FILE.hearthdb. It holds what the tables hold, so guard it as well.
      """)

  @Argument(
    help: "A folder of CSV files, or one CSV file; without it, the sample data.",
    completion: .file())
  var data: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write; its name ends in .hearthdb.", valueName: "file"),
    completion: .file())
  var file: String?

  @Option(name: .long, help: "The language of messages: en or zh; else LC_ALL or LANG.")
  var lang: Language?

  func validate() throws {
    guard let file else {
      if data == nil {
        throw ValidationError("The sample data have no place: give -o FILE.hearthdb.")
      }
      return
    }
    if !file.lowercased().hasSuffix(Snapshot.suffix) {
      throw ValidationError("The name of the file ends in \(Snapshot.suffix).")
    }
  }

  func run() throws {
    let path = file ?? Snapshot.path(beside: data ?? "")
    var output = try OutputOptions.parse([])
    output.lang = lang
    Interrupt.watch()
    let batch = try Batch(data: data, output: output)
    let set = batch.workspace.data
    try batch.reporting { () throws(DataError) in try set.pack(to: path) }
    let size = Self.megabytes(of: path)
    batch.printer.say(
      Bilingual("\(path): \(size) MB, opens at once.", "\(path)：\(size) MB，可即时打开。"))
    batch.printer.sayProblems(set.store.problems().count)
  }

  private static func megabytes(of path: String) -> String {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return "0" }
    let tenths = max(1, (Int(facts.st_size) + 50_000) / 100_000)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
