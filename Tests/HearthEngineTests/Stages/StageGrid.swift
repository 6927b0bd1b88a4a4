import HearthData
import HearthPlan
import HearthText
import Synchronization
import Testing

@testable import HearthEngine

/// SplitMix64: the same test data on every run.
struct TestRandom: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}

/// The sizes at which bit sets, blocks and morsels end.
let stageSizes = [0, 1, 63, 64, 65, 65_535, 65_536, 65_537]

/// A table of one column per type, with few different values, extremes and missing ones.
enum StageGrid {
  enum Field: Int, CaseIterable {
    case small, large, number, money, word, name, day, flag, kind, tags, month

    var slot: SlotID { SlotID(rawValue) }
  }

  static let kinds = CategoryDictionary(
    ["visit", "call", "meal", "none"].map { Bilingual(same: $0) }, isClosed: true)
  static let tags = CategoryDictionary(
    ["bereaved", "alone", "new"].map { Bilingual(same: $0) }, isClosed: true)

  static func columns(_ count: Int, seed: Int = 7) -> [Column] { made(count, seed).columns }

  /// The same row by row.
  static func rows(_ count: Int, seed: Int = 7) -> [[Value]] { made(count, seed).rows }

  private struct Made {
    var columns: [Column]
    var rows: [[Value]]
  }

  private struct Request: Hashable {
    var count: Int
    var seed: Int
  }

  /// Big grids take longer to make than to test.
  private static let known = Mutex<[Request: Made]>([:])

  private static func made(_ count: Int, _ seed: Int) -> Made {
    known.withLock { known in
      let request = Request(count: count, seed: seed)
      if let made = known[request] { return made }
      var random = TestRandom(seed)
      let columns = Field.allCases.map { column($0, count, &random) }
      let made = Made(columns: columns, rows: columns.rows)
      known[request] = made
      return made
    }
  }

  private static func column(_ field: Field, _ count: Int, _ random: inout TestRandom) -> Column {
    func some<T>(_ values: [T?]) -> [T?] {
      (0..<count).map { _ in values[Int.random(in: 0..<values.count, using: &random)] }
    }
    switch field {
    case .small: return Column(ints: some([nil, -2, -1, 0, 1, 2, 3]))
    case .large:
      return Column(
        ints: (0..<count).map { _ in
          Int.random(in: 0..<20, using: &random) == 0
            ? nil : Int64.random(in: (Int64.min + 1)...Int64.max, using: &random)
        })
    case .number:
      return Column(numbers: some([nil, -1.5, -0.0, 0, 0.25, .infinity, -.infinity, 1e300, 7]))
    case .money: return Column(decimals: some([nil, -250, 0, 1, 99_999]), scale: 2)
    case .word: return Column(texts: some([nil, "", "a", "ab", "莲前", "开元", "A", "é"]))
    case .name:
      return Column(
        texts: (0..<count).map { _ in
          let number = Int.random(in: 0..<max(1, count * 2), using: &random)
          return number % 17 == 0 ? nil : "family number \(number)"
        })
    case .day: return Column(days: some([nil, Day(-5), Day(0), Day(20_000), Day(20_001)]))
    case .flag: return Column(bools: some([nil, false, true, true]))
    case .kind: return Column(categories: some([nil, "visit", "call", "meal"]), dictionary: kinds)
    case .tags:
      return Column(
        masks: (0..<count).map { _ in UInt64.random(in: 0..<8, using: &random) }, dictionary: tags)
    case .month:
      let starts: [Int32?] = [nil, 0, 31, 59]
      return Column(
        periods: some(
          starts.map { start in
            start.map { Period(start: Day($0), end: Day($0 + 28), unit: .month) }
          }))
    }
  }

  static func type(_ field: Field) -> ValueType { columns(0)[field.rawValue].type }

  static func expression(_ field: Field) -> TypedExpression {
    TypedExpression(.slot(field.slot), type(field))
  }

  /// The number of each row, from 0.
  static let row = SlotID(100)

  static func snapshot(_ columns: [Column]) -> FrameSnapshot {
    let count = columns.first?.count ?? 0
    var snapshot = FrameSnapshot(rowCount: count, columns: columns)
    snapshot.slots[row] = Column(ints: (0..<Int64(count)).map { $0 })
    return snapshot
  }
}

/// A plan over the columns of a snapshot that shows the rows' numbers, or what is asked for.
func gridPlan(
  _ steps: [PlanStep.Kind], output: [TypedExpression]? = nil, snapshot: Int = 0
) -> Plan {
  let slots = (StageGrid.Field.allCases.map(\.slot) + [StageGrid.row]).map { (from: $0, to: $0) }
  let shown = output ?? [TypedExpression(.slot(StageGrid.row), .int)]
  return Plan(
    source: .result(ResultReference(snapshot), entity: nil, slots: slots),
    steps: steps.map { PlanStep($0, span: nil) }, output: outputColumns(shown))
}

func outputColumns(_ expressions: [TypedExpression]) -> [OutputColumn] {
  expressions.enumerated().map {
    OutputColumn(
      name: "c\($0.offset)", label: Bilingual(same: "c\($0.offset)"), expression: $0.element)
  }
}

extension ResultTable {
  var rows: [[Value]] {
    (0..<rowCount).map { row in columns.map { $0.values.value(at: row) } }
  }
}

extension [Column] {
  var rows: [[Value]] {
    (0..<(first?.count ?? 0)).map { row in map { $0.value(at: row) } }
  }
}

let emptyStore = Store(schema: Schema(), loader: NoTables())

struct NoTables: TableLoader {
  func load(_ entity: EntityID, schema: Schema) throws(DataError) -> LoadedTable {
    throw DataError(Bilingual(same: "no tables"))
  }
}

/// Results that plans refer to by their places.
func results(_ snapshots: [FrameSnapshot]) -> [ResultReference: FrameSnapshot] {
  Dictionary(
    uniqueKeysWithValues: snapshots.enumerated().map { (ResultReference($0.offset), $0.element) })
}

/// Runs a plan on one thread and on two, which must agree, and gives the answer.
func answer(
  _ plan: Plan, _ snapshots: [FrameSnapshot], store: Store = emptyStore
) throws -> RunOutcome {
  func outcome(threads: Int) throws -> RunOutcome {
    let options = RunOptions(threads: threads)
    return try Engine(store: store, results: results(snapshots), options: options).run(plan)
  }
  let (one, two) = (try outcome(threads: 1), try outcome(threads: 2))
  #expect(one.table.rows == two.table.rows)
  #expect(one.table.total == two.table.total)
  #expect(one.table.notes == two.table.notes)
  return one
}

/// The numbers of the rows that a step leaves of a grid, in their order.
func rows(after step: PlanStep.Kind, _ columns: [Column]) throws -> [Int] {
  let outcome = try answer(gridPlan([step]), [StageGrid.snapshot(columns)])
  guard case .int64(let rows) = outcome.table.columns[0].values.storage else { return [] }
  return rows.map { Int($0) }
}

// MARK: - A second opinion, value by value

/// The order of two values as the specification has it: missing last whatever the direction.
func isBefore(_ a: Value, _ b: Value, descending: Bool = false) -> Bool? {
  if areSame(a, b) { return nil }
  if case .missing = a { return false }
  if case .missing = b { return true }
  return isLess(a, b) != descending
}

func areSame(_ a: Value, _ b: Value) -> Bool {
  if case .period(let x) = a, case .period(let y) = b {
    return x.start == y.start && x.end == y.end
  }
  return a == b
}

private func isLess(_ a: Value, _ b: Value) -> Bool {
  switch (a, b) {
  case (.int(let x), .int(let y)): x < y
  case (.number(let x), .number(let y)): x < y
  case (.decimal(let x), .decimal(let y)): x.unscaled < y.unscaled
  case (.text(let x), .text(let y)): Array(x.utf8).lexicographicallyPrecedes(Array(y.utf8))
  case (.date(let x), .date(let y)): x < y
  case (.bool(let x), .bool(let y)): !x && y
  case (.category(let x), .category(let y)): x < y
  case (.period(let x), .period(let y)): (x.start, x.end) < (y.start, y.end)
  case (.tags(let x), .tags(let y)): bits(x).lexicographicallyPrecedes(bits(y))
  case (.row(_, let x), .row(_, let y)): x < y
  default: false
  }
}

private func bits(_ mask: UInt64) -> [Int] { (0..<64).filter { mask >> $0 & 1 == 1 } }

func isBefore(_ a: [Value], _ b: [Value], _ keys: [(Int, descending: Bool)]) -> Bool {
  for (column, descending) in keys {
    if let answer = isBefore(a[column], b[column], descending: descending) { return answer }
  }
  return false
}

/// Values by which rows are told apart.
func identity(_ value: Value) -> Value {
  switch value {
  case .period(var period):
    period.unit = nil
    return .period(period)
  case .number(let number): return .number(number + 0)
  default: return value
  }
}
