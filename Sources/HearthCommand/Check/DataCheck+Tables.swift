import HearthData
import HearthIO
import HearthText

/// What a check of a data set found, as tables.
extension DataCheck {
  /// How many rows each table has, and the file that it came from.
  var counts: ResultTable {
    let rows = ResultColumn(
      name: "rows", label: Bilingual("rows", "行数"),
      values: Column(ints: tables.map { Int64($0.rowCount) }))
    return ResultTable(
      columns: [
        column("table", Bilingual("table", "表"), tables.map(\.name.english)),
        column("label", Bilingual("label", "中文名称"), tables.map(\.name.chinese)),
        column("file", Bilingual("file", "文件"), tables.map(\.file)), rows,
      ], rowCount: tables.count)
  }

  /// Every cell and row that was set aside, with its place.
  func list(in language: Language) -> ResultTable {
    ResultTable(
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

  private func column(_ name: String, _ label: Bilingual, _ texts: [String?]) -> ResultColumn {
    ResultColumn(name: name, label: label, values: Column(texts: texts))
  }
}
