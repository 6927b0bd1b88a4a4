import HearthText

extension DotCommand {
  static let tables = DotCommand(
    Bilingual("tables", "表"), .none,
    help: Bilingual("the tables of the open data", "列出数据中的表")
  ) { repl, _ in
    print(repl.backend.tables())
  }

  static let describe = DotCommand(
    Bilingual("describe", "说明"), .table,
    help: Bilingual("the fields of a table", "说明一个表有哪些字段")
  ) { repl, name in
    if name.isEmpty {
      repl.complain(Bilingual("Which table? .tables lists them.", "要说明哪个表？.表 可列出所有的表。"))
    } else if let text = repl.backend.describe(name) {
      print(text)
    } else {
      repl.complain(unknownTable(name, repl.backend.tableNames))
    }
  }

  private static func unknownTable(_ name: String, _ tables: [Bilingual]) -> Bilingual {
    .unknownTable(
      name, among: tables, else: Bilingual(".tables lists them.", ".表 可列出所有的表。"))
  }
}

extension Bilingual {
  /// That there is no such table, and which is meant; else where the tables are found.
  static func unknownTable(
    _ name: String, among tables: [Bilingual], else advice: Bilingual
  ) -> Bilingual {
    let names = tables.flatMap { [$0.english, $0.chinese] }
    let name = visible(name)
    guard let meant = nearest(to: name, in: names) else {
      return Bilingual(
        "There is no table \(name); \(advice.english)", "没有“\(name)”这个表；\(advice.chinese)")
    }
    return Bilingual(
      "There is no table \(name); did you mean \(meant)?",
      "没有“\(name)”这个表；是不是“\(meant)”？")
  }
}
