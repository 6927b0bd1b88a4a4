import Foundation
import GRDB

/// The files of a sample in SQLite, read by other code than Hearth's.
///
/// Every table keeps the name and the headers of its file. Dates stay ISO texts; money has its whole
/// cents in a column beside it, `cost_cents`; a tag set is `;a;b;`, so that a tag is found by
/// `LIKE '%;a;%'`. An empty cell is NULL. The table `parts` has a row 0 and a row 1 in its column
/// `total`: joined to others, it counts every row once in its group and once in the total.
struct SampleDatabase {
  let queue: DatabaseQueue

  static let siming = open("siming")
  static let chibi = open("chibi")

  private static func open(_ sample: String) -> SampleDatabase {
    do { return try SampleDatabase(sample) } catch {
      preconditionFailure("the sample \(sample) cannot be read into SQLite: \(error)")
    }
  }

  private init(_ sample: String) throws {
    queue = try DatabaseQueue()
    let folder = CaseFile.testsFolder.deletingLastPathComponent()
      .appendingPathComponent("samples/\(sample)")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    for file in files where file.pathExtension == "csv" { try load(file) }
    try queue.write { database in
      try database.execute(
        sql: "CREATE TABLE parts (total INTEGER); INSERT INTO parts VALUES (0), (1)")
    }
  }

  /// The answers of a text of several queries, one after the other; its views live no longer.
  func answers(_ sql: String) throws -> [Answer] {
    var answers: [Answer] = []
    try queue.inTransaction { database in
      let statements = try database.allStatements(sql: sql)
      while let statement = try statements.next() {
        let rows = try Row.fetchAll(statement).map { Array($0.databaseValues.map(Self.text)) }
        let columns = statement.columnNames
        if !columns.isEmpty { answers.append(Answer(columns: columns, rows: rows)) }
      }
      return .rollback
    }
    return answers
  }

  func rows(_ sql: String) throws -> [[String?]] { try answers(sql).flatMap(\.rows) }

  private static func text(_ value: DatabaseValue) -> String? {
    switch value.storage {
    case .null: nil
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    case .blob: preconditionFailure("no blobs are stored")
    }
  }
}

// MARK: Loading

extension SampleDatabase {
  /// The headers of columns whose cells are numbers, in the words of both samples.
  private static let numbers: Set = [
    "minutes", "rating", "households", "residents", "km2", "aged_share", "rooms", "land_area",
    "floor_area", "beds", "capacity", "at_least", "year", "number", "people", "score",
    "person_times", "families", "时长", "评分", "户数", "居民数", "面积", "老年人占比", "房间数", "占地面积",
    "建筑面积", "床位数", "可结对数", "最低次数", "到场人数",
  ]
  private static let money: Set = ["cost", "amount", "budget", "fee", "费用", "金额", "预算金额", "收费"]
  private static let lists: Set = ["tags", "conditions", "类别", "健康状况"]

  private func load(_ file: URL) throws {
    var records = Self.records(try String(contentsOf: file, encoding: .utf8))
    let header = records.removeFirst()
    let priced = header.filter(Self.money.contains)
    let columns =
      header.map { "\"\($0)\" \(Self.numbers.contains($0) ? "NUMERIC" : "TEXT")" }
      + priced.map { "\"\($0)_cents\" INTEGER" }
    let table = file.deletingPathExtension().lastPathComponent
    try queue.write { database in
      try database.execute(sql: "CREATE TABLE \"\(table)\" (\(columns.joined(separator: ", ")))")
      let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
      let insert = try database.makeStatement(sql: "INSERT INTO \"\(table)\" VALUES (\(marks))")
      for record in records {
        let cells = zip(header, record)
        let values =
          cells.map(Self.cell) + cells.filter { priced.contains($0.0) }.map { Self.cents($0.1) }
        try insert.execute(arguments: StatementArguments(values))
      }
      for key in ["family", "member", "家庭", "成员"] where header.contains(key) {
        try database.execute(sql: "CREATE INDEX \"\(table)_\(key)\" ON \"\(table)\" (\"\(key)\")")
      }
    }
  }

  private static func cell(_ column: String, _ text: String) -> String? {
    guard !text.isEmpty else { return nil }
    return lists.contains(column) ? ";" + text.replacing("、", with: ";") + ";" : text
  }

  private static func cents(_ text: String) -> String? {
    guard !text.isEmpty else { return nil }
    let parts = text.split(separator: ".")
    let places = parts.count > 1 ? String(parts[1]) : ""
    return String(parts[0]) + places.padding(toLength: 2, withPad: "0", startingAt: 0)
  }

  /// Plain RFC 4180, byte by byte.
  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        record.append(string(cell))
        cell = []
      case UInt8(ascii: "\n") where !isQuoted:
        records.append(record + [string(cell)])
        record = []
        cell = []
      default: cell.append(byte)
      }
    }
    return records
  }
}
