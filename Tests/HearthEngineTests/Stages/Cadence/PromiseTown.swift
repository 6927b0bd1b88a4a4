import HearthData
import HearthPlan
import HearthText

@testable import HearthEngine

/// Programs with promises and lives, and the sessions that they held; no two rows alike.
struct PromiseTown {
  struct Promise {
    /// A value of `rhythms`; nil is missing.
    var every: String?
    var least: Int64?
    var opened: Day?
    var closed: Day?
    /// Of its sessions; nil is missing.
    var dates: [Day?]
  }

  static let programs = EntityID(0)
  static let sessions = EntityID(1)
  static let held = Collection(link: LinkID(0), isReversed: true, entity: sessions)
  static let rhythms = CategoryDictionary(
    [
      Bilingual("day", "天"), Bilingual("weekly", "每周"), Bilingual("month", "月"),
      Bilingual("quarter", "季度"), Bilingual("half", "半年"), Bilingual("annual", "年"),
      Bilingual("never", "从不"),
    ], isClosed: true)

  var promises: [Promise]
  let store: Store

  init(_ promises: [Promise], inOrderOfDates: Bool = false) {
    self.promises = promises
    let dates = promises.enumerated().flatMap { program, promise in
      promise.dates.map { (program, $0) }
    }
    // Sessions come in no order, or in that of a register that grows.
    let shuffled = dates.enumerated().sorted {
      inOrderOfDates
        ? ($0.element.1?.number ?? .min) < ($1.element.1?.number ?? .min)
        : ($0.offset * 7_919) % 101 < ($1.offset * 7_919) % 101
    }
    .map(\.element)
    store = Store(
      schema: Self.schema,
      loader: MemoryTables(tables: [
        LoadedTable(
          rowCount: promises.count,
          columns: [
            Column(ints: promises.indices.map { Int64($0) }),
            Column(categories: promises.map(\.every), dictionary: Self.rhythms),
            Column(ints: promises.map(\.least)), Column(days: promises.map(\.opened)),
            Column(days: promises.map(\.closed)),
          ]),
        LoadedTable(
          rowCount: shuffled.count,
          columns: [
            Column(ints: shuffled.map { Int64($0.0) }), Column(days: shuffled.map(\.1)),
          ]),
      ]))
  }

  /// Lives and sessions within two years around a day.
  init(count: Int, around today: Day, _ random: inout TestRandom) {
    func day(_ random: inout TestRandom, unlessOneIn chance: Int) -> Day? {
      if chance > 0, Int.random(in: 0..<chance, using: &random) == 0 { return nil }
      return Day(today.number + Int32.random(in: -400...60, using: &random))
    }
    let rhythms = Self.rhythms.entries.map(\.english) + [nil]
    self.init(
      (0..<count).map { _ in
        let sessions = Int.random(in: 0...60, using: &random)
        return Promise(
          every: rhythms.randomElement(using: &random)!,
          least: [1, 1, 1, 2, 3, 0, nil].randomElement(using: &random)!,
          opened: day(&random, unlessOneIn: 2), closed: day(&random, unlessOneIn: 2),
          dates: (0..<sessions).map { _ in day(&random, unlessOneIn: 20) })
      })
  }

  private static func field(_ index: Int) -> TypedExpression {
    let id = FieldID(programs, index)
    return TypedExpression(.field(id), schema[id].type)
  }

  /// That a session was held before a day.
  static func isHeld(before day: Day) -> TypedExpression {
    let date = TypedExpression(.field(FieldID(sessions, 1)), .date)
    return TypedExpression(
      .compare(.less, date, TypedExpression(.literal(.date(day)), .date)), .bool)
  }

  /// A cadence of the sessions; without a unit, as each program has promised.
  static func stage(
    every unit: Period.Unit? = nil, atLeast minimum: Int64? = nil, in period: Period, today: Day,
    filter: TypedExpression? = nil, measures: [CadenceMeasure] = CadenceMeasure.allCases
  ) -> CadenceStage {
    let date = FieldID(sessions, 1)
    return CadenceStage(
      evidence: LinkedRows(
        steps: [.init(prefix: nil, collection: held)], filter: filter,
        date: TypedExpression(.field(date), .date)),
      rhythm: unit.map { .every($0) } ?? .field(field(1)),
      minimum: minimum.map { TypedExpression(.literal(.int($0)), .int) } ?? field(2),
      period: period, today: today, opens: field(3), closes: field(4),
      columns: measures.enumerated().map { .init($1, SlotID($0)) })
  }

  /// The columns of a cadence, row by row.
  func rows(_ stage: CadenceStage) throws -> [[Value]] { try outcome(stage).table.rows }

  /// `from`: of the programs with this number and above.
  func outcome(_ stage: CadenceStage, from first: Int? = nil) throws -> RunOutcome {
    let isIncluded = first.map {
      TypedExpression(
        .compare(
          .greaterOrEqual, Self.field(0), TypedExpression(.literal(.int(Int64($0))), .int)), .bool)
    }
    let chosen = isIncluded.map { [PlanStep(.filter($0), span: nil)] } ?? []
    let plan = Plan(
      source: .entity(Self.programs), steps: chosen + [PlanStep(.cadence(stage), span: nil)],
      output: outputColumns(
        stage.columns.map { TypedExpression(.slot($0.slot), $0.measure.type) }),
      entity: Self.programs)
    return try answer(plan, [], store: store)
  }

  private static let schema: Schema = {
    func field(_ name: String, _ type: ValueType, link: LinkID? = nil) -> Field {
      Field(name: Bilingual(same: name), type: type, link: link)
    }
    return Schema(
      entities: [
        Entity(
          name: Bilingual(same: "programs"),
          fields: [
            field("id", .int), field("every", .category(.fixed(rhythms))), field("least", .int),
            field("opened", .date), field("closed", .date),
          ], key: 0, opens: 3, closes: 4),
        Entity(
          name: Bilingual(same: "sessions"),
          fields: [
            field("program", .link(programs, .key), link: LinkID(0)), field("date", .date),
          ], occurred: 1),
      ],
      links: [
        Link(
          source: sessions, target: programs, name: Bilingual(same: "program"),
          reverseName: Bilingual(same: "sessions"), kind: .key(field: 0))
      ])
  }()
}
