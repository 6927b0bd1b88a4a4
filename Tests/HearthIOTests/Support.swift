import HearthData
import HearthText

@testable import HearthIO

/// A small generator with a seed, so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 33)
  }
}

/// Opens CSV texts as a data set.
func openTexts(
  _ files: [String: String], declared: Schema = Schema()
) throws -> Store {
  let source = MemorySource(texts: files)
  return Store(
    schema: try openDataSet(source: source, declared: declared), loader: FileLoader(source))
}

extension Store {
  func entity(_ name: String) -> EntityID? {
    schema.entities.firstIndex { $0.name.english == name }.map { EntityID($0) }
  }

  func field(_ entity: String, _ name: String) -> FieldID? {
    guard let id = self.entity(entity),
      let index = schema[id].fields.firstIndex(where: { $0.name.english == name })
    else { return nil }
    return FieldID(id, index)
  }

  /// The cells of a column as text, nil for missing; links as the row they lead to.
  func cells(_ entity: String, _ name: String) throws -> [String?] {
    guard let field = field(entity, name) else { return [] }
    let column = try column(field)
    return (0..<column.count).map { row in
      if case .row(_, let target) = column.value(at: row) { return "#\(target)" }
      return column.cellText(at: row)
    }
  }

  func type(_ entity: String, _ name: String) -> ValueType? {
    field(entity, name).map { schema[$0].type }
  }
}

extension Schema {
  /// One declared table, for tests of cells.
  static func table(_ name: String, _ fields: [Field], key: Int? = nil) -> Schema {
    Schema(entities: [Entity(name: Bilingual(same: name), fields: fields, key: key)])
  }
}

extension Field {
  init(_ name: String, _ type: ValueType, closed: CategoryDictionary? = nil) {
    self.init(name: Bilingual(same: name), type: type, closedValues: closed)
  }
}

/// One table with one declared column `x`, one cell per line; cells are quoted where needed.
func columnTable(_ cells: [String], _ type: ValueType, closed: CategoryDictionary? = nil) throws
  -> Store
{
  let text = "n,x\n" + cells.enumerated().map { "\($0),\(quoted($1))\n" }.joined()
  return try openTexts(
    ["t.csv": text], declared: .table("t", [Field("n", .int), Field("x", type, closed: closed)]))
}

func quoted(_ cell: String) -> String {
  cell.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
}

func isCategory(_ type: ValueType?) -> Bool {
  if case .category = type { true } else { false }
}
