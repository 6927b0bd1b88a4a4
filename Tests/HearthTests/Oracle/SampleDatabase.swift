import Foundation
import GRDB

/// The files of the Siming sample in SQLite, read by other code than Hearth's.
///
/// Dates stay ISO texts, money becomes whole cents in `cost_cents`, and a tag set is `;a;b;`, so that
/// a tag is found by `LIKE '%;a;%'`. An empty cell is NULL.
struct SampleDatabase {
  let queue: DatabaseQueue

  static let shared: SampleDatabase = {
    do { return try SampleDatabase(tables: ["families", "services", "programs", "members"]) } catch
    {
      preconditionFailure("the sample cannot be read into SQLite: \(error)")
    }
  }()

  init(tables: [String]) throws {
    queue = try DatabaseQueue()
    for table in tables { try load(table) }
    try queue.write { database in
      try database.execute(sql: "CREATE INDEX services_family ON services (family)")
      try database.execute(sql: "CREATE INDEX families_id ON families (id)")
    }
  }

  func rows(_ sql: String) throws -> [[String?]] {
    try queue.read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { value in
          switch value.storage {
          case .null: nil
          case .int64(let number): String(number)
          case .double(let number): String(number)
          case .string(let text): text
          case .blob: preconditionFailure("no blobs are stored")
          }
        }
      }
    }
  }

  private func load(_ table: String) throws {
    let file = CaseFile.testsFolder.deletingLastPathComponent()
      .appendingPathComponent("samples/siming/\(table).csv")
    var records = Self.records(try String(contentsOf: file, encoding: .utf8))
    let header = records.removeFirst()
    let columns = header.map { column in
      column + (["minutes", "rating"].contains(column) ? " INTEGER" : " TEXT")
    }
    let cents = header.firstIndex(of: "cost")
    try queue.write { database in
      let extra = cents == nil ? "" : ", cost_cents INTEGER"
      try database.execute(
        sql: "CREATE TABLE \(table) (\(columns.joined(separator: ", "))\(extra))")
      let width = header.count + (cents == nil ? 0 : 1)
      let marks = Array(repeating: "?", count: width).joined(separator: ", ")
      let insert = try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
      for record in records {
        var values: [String?] = zip(header, record).map { column, cell in
          cell.isEmpty ? nil : column == "tags" ? ";\(cell);" : cell
        }
        if let cents { values.append(Self.cents(record[cents])) }
        try insert.execute(arguments: StatementArguments(values))
      }
    }
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
