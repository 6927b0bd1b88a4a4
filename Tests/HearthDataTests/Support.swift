import HearthText

@testable import HearthData

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

/// Tables given as columns.
struct FixedLoader: TableLoader {
  var tables: [LoadedTable]

  func load(_ entity: EntityID, schema: Schema) throws(DataError) -> LoadedTable {
    tables[entity.index]
  }
}

func makeField(_ name: String, _ type: ValueType, link: Int? = nil, isStored: Bool = true) -> Field
{
  Field(
    name: Bilingual(same: name), type: type, link: link.map { LinkID($0) }, isStored: isStored)
}

func makeEntity(_ name: String, _ fields: [Field], key: Int? = nil) -> Entity {
  Entity(name: Bilingual(same: name), fields: fields, key: key)
}

func table(_ columns: Column?...) -> LoadedTable {
  let count = columns.compactMap { $0?.count }.first ?? 0
  return LoadedTable(
    rowCount: count, columns: columns, lines: RowLines(Array(2..<count + 2)), file: "t")
}

func link(_ source: Int, _ target: Int, _ kind: Link.Kind) -> Link {
  Link(
    source: EntityID(source), target: EntityID(target), name: Bilingual(same: "link"),
    reverseName: Bilingual(same: "reverse"), kind: kind)
}

extension Column {
  var values: [Value] { (0..<count).map { value(at: $0) } }
}
