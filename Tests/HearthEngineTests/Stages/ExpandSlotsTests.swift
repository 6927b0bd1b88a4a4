import HearthData
import HearthPlan
import Testing

@testable import HearthEngine

private let opens = SlotID(0)
private let closes = SlotID(1)
private let number = SlotID(2)
private let slot = SlotID(3)

@Suite struct ExpandSlotsTests {
  private func date(_ slot: SlotID) -> TypedExpression { TypedExpression(.slot(slot), .date) }

  /// Row numbers and slots after the stage, as texts.
  private func expanded(
    _ life: SlotStage.Life, _ unit: Period.Unit, _ period: Period, _ days: [(Day?, Day?)],
    threads: Int = 2
  ) throws -> [String] {
    let run = RunState(
      store: emptyStore, definitions: [], options: RunOptions(threads: threads))
    let runner = PlanRunner(run: run, results: [:])
    let frame = Frame(
      count: days.count,
      slots: [
        opens: Column(days: days.map(\.0)), closes: Column(days: days.map(\.1)),
        number: Column(ints: days.indices.map { Int64($0) }),
      ])
    let made = try runner.expandSlots(
      SlotStage(range: SlotRange(unit, period), life: life, slot: slot), frame)
    let numbers = try #require(made.slots[number])
    let slots = try #require(made.slots[slot])
    #expect(numbers.count == made.count && slots.count == made.count)
    return (0..<made.count).map { "\(text(numbers.value(at: $0))) \(text(slots.value(at: $0)))" }
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .int(let number): "\(number)"
    case .date(let day): day.description
    case .period(let period): period.description
    default: "?"
    }
  }

  /// Every row asked for every slot.
  private func plain(
    _ unit: Period.Unit, _ period: Period, _ days: [(Day?, Day?)], isOneDay: Bool
  ) -> [String] {
    var slots: [Period] = []
    var next = Period(unit, containing: period.start)
    while !period.isEmpty, next.start < period.end {
      slots.append(next)
      next = Period(unit, containing: next.end)
    }
    var result: [String] = []
    for (row, (first, last)) in days.enumerated() {
      if isOneDay && first == nil { continue }
      let start = max(first ?? .first, period.start)
      let end = min((isOneDay ? first : last) ?? .last, period.lastDay)
      for slot in slots where start <= end && slot.start <= end && start <= slot.lastDay {
        result.append("\(row) \(unit == .day ? slot.start.description : slot.description)")
      }
    }
    return result
  }

  @Test(
    arguments: [0, 1, 63, 64, 65, 700],
    [Period.Unit.day, .week, .month, .quarter, .half, .year])
  func `a row is in every slot that its life touches, as row by row`(
    count: Int, unit: Period.Unit
  ) throws {
    var random = TestRandom(count * 7 + Int(unit.rawValue))
    for length in [0, 1, 40, 400] {
      let start = Day(Int32.random(in: 19_900...20_000, using: &random))
      let period = Period(start: start, end: Day(start.number + Int32(length)), unit: nil)
      func day() -> Day? {
        Int.random(in: 0..<4, using: &random) == 0
          ? nil : Day(Int32.random(in: 19_800...20_500, using: &random))
      }
      let days = (0..<count).map { _ in (day(), day()) }
      #expect(
        try expanded(.between(opens: date(opens), closes: date(closes)), unit, period, days)
          == plain(unit, period, days, isOneDay: false))
      #expect(
        try expanded(.on(date(opens)), unit, period, days)
          == plain(unit, period, days, isOneDay: true))
      let endless = days.map { (first, _) in (first, Day?.none) }
      #expect(
        try expanded(.between(opens: date(opens), closes: nil), unit, period, days)
          == plain(unit, period, endless, isOneDay: false))
    }
  }

  @Test func `both days belong to a life, and one that ends before it begins has no slot`() throws {
    let period = try #require(Period(parsing: "2026-10"))
    let day = { (number: Int) in Day(year: 2026, month: 10, day: number) }
    let days = [(day(3), day(4)), (day(9), day(8)), (day(31), nil)]
    let life = SlotStage.Life.between(opens: date(opens), closes: date(closes))
    #expect(
      try expanded(life, .day, period, days) == ["0 2026-10-03", "0 2026-10-04", "2 2026-10-31"])
  }

  @Test func `many rows keep their order on several threads`() throws {
    let count = PlanRunner.morselSize * 2 + 1
    let period = Period(from: Day(20_000), through: Day(20_002))
    let days = (0..<count).map { row in (Day?(Day(20_000 + Int32(row % 4))), Day?.none) }
    let life = SlotStage.Life.between(opens: date(opens), closes: nil)
    let one = try expanded(life, .day, period, days, threads: 1)
    #expect(one.count == (0..<count).reduce(0) { $0 + max(0, 3 - $1 % 4) })
    #expect(try expanded(life, .day, period, days, threads: 4) == one)
  }
}
