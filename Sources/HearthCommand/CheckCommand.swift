import ArgumentParser
import Hearth
import HearthData
import HearthIO
import HearthRender
import HearthText

/// `hearth check DATA`: what was set aside on loading, with its place.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what in a data set could not be read, and where.")

  @Argument(help: "A folder of CSV files, or one CSV file.")
  var data: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let batch = try Batch(data: data, output: output)
    let check = try batch.reporting { () throws(DataError) in
      try DataCheck(batch.workspace.data.store)
    }
    batch.printer.show(counts(check))
    defer { _ = batch.printer.finish(.fine) }
    if check.problems.isEmpty {
      batch.printer.say(Bilingual("Nothing was set aside.", "没有搁置任何内容。"))
      return
    }
    batch.printer.show(list(check.problems, in: batch.printer.language))
    batch.printer.say(
      Bilingual(
        "\(check.problemCount) set aside: such a cell is missing, its row stays.",
        "共搁置 \(check.problemCount) 处：这些单元格按缺失处理，所在的行仍然保留。"))
  }

  private func counts(_ check: DataCheck) -> ResultTable {
    func column(_ name: String, _ label: Bilingual, _ texts: [String?]) -> ResultColumn {
      ResultColumn(name: name, label: label, values: Column(texts: texts))
    }
    let rows = ResultColumn(
      name: "rows", label: Bilingual("rows", "行数"),
      values: Column(ints: check.tables.map { Int64($0.rowCount) }))
    return ResultTable(
      columns: [
        column("table", Bilingual("table", "表"), check.tables.map(\.name.english)),
        column("label", Bilingual("label", "中文名称"), check.tables.map(\.name.chinese)),
        column("file", Bilingual("file", "文件"), check.tables.map(\.file)), rows,
      ], rowCount: check.tables.count)
  }

  private func list(_ problems: [DataProblem], in language: Language) -> ResultTable {
    func column(_ name: String, _ label: Bilingual, _ texts: [String?]) -> ResultColumn {
      ResultColumn(name: name, label: label, values: Column(texts: texts))
    }
    return ResultTable(
      columns: [
        column("file", Bilingual("file", "文件"), problems.map(\.file)),
        ResultColumn(
          name: "line", label: Bilingual("line", "行号"),
          values: Column(ints: problems.map { Int64($0.line) })),
        column("column", Bilingual("column", "列"), problems.map(\.column)),
        column("value", Bilingual("value", "内容"), problems.map(\.value)),
        column("reason", Bilingual("reason", "原因"), problems.map { $0.reason[language] }),
      ], rowCount: problems.count)
  }
}
