import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

/// The rules of `cadence`, one by one; today is Wednesday, 28 October 2026.
@Suite struct CadenceTests {
  private let today = Day(year: 2026, month: 10, day: 28)!
  private let thisYear = Period(
    from: Day(year: 2026, month: 1, day: 1)!, through: Day(year: 2026, month: 10, day: 28)!)

  private func day(_ text: String) -> Day { DateText.day(text)! }

  /// One program with sessions on some days, every month unless something else is said.
  private func row(
    _ dates: [String], every unit: Period.Unit = .month, atLeast minimum: Int64 = 1,
    in period: Period? = nil, opened: String? = nil, closed: String? = nil
  ) throws -> [CadenceMeasure: Value] {
    let promise = PromiseTown.Promise(
      opened: opened.map(day), closed: closed.map(day), dates: dates.map(day))
    let stage = PromiseTown.stage(
      every: unit, atLeast: minimum, in: period ?? thisYear, today: today)
    let values = try PromiseTown([promise]).rows(stage)[0]
    return Dictionary(uniqueKeysWithValues: zip(CadenceMeasure.allCases, values))
  }

  private func slots(_ row: [CadenceMeasure: Value]) -> String {
    if case .text(let text)? = row[.slots] { text } else { "" }
  }

  @Test func `a slot is over from the day after its last`() throws {
    let lastDay = Period(from: day("2026-10-19"), through: day("2026-10-28"))
    let row = try row([], every: .day, in: lastDay)
    #expect(row[.expected] == .int(9))
    #expect(slots(row) == "○○○○○○○○○◌")
  }

  @Test func `the running slot is not missed, and counts once it is met`() throws {
    let before = try row(["2026-09-03"])
    #expect(slots(before) == "○○○○○○○○●◌")
    #expect(before[.expected] == .int(9) && before[.streak] == .int(1))
    let after = try row(["2026-09-03", "2026-10-28"])
    #expect(slots(after) == "○○○○○○○○●●")
    #expect(after[.expected] == .int(10) && after[.streak] == .int(2))
  }

  @Test func `a slot that the period cuts is expected only when it is met`() throws {
    let cut = Period(from: day("2026-06-15"), through: day("2026-08-14"))
    #expect(slots(try row([], in: cut)) == "·○·")
    #expect(slots(try row(["2026-06-15", "2026-08-14"], in: cut)) == "●○●")
    // On the other side of the edge they meet nothing.
    #expect(slots(try row(["2026-06-14", "2026-08-15"], in: cut)) == "·○·")
  }

  @Test func `a slot that the life cuts is expected only when it is met`() throws {
    let row = try row(["2026-03-01", "2026-08-20"], opened: "2026-03-02", closed: "2026-08-20")
    #expect(slots(row) == "···○○○○●··")
    #expect(row[.expected] == .int(5) && row[.met] == .int(1) && row[.streak] == .int(1))
  }

  @Test func `a whole slot of the life is expected to its last day`() throws {
    let row = try row([], opened: "2026-03-01", closed: "2026-08-31")
    #expect(slots(row) == "··○○○○○○··")
    #expect(row[.expected] == .int(6) && row[.longestGap] == .int(6))
  }

  @Test func `nothing expected has no rate`() throws {
    let row = try row([], opened: "2026-10-02")
    #expect(row[.expected] == .int(0) && row[.rate] == .missing)
    #expect(row[.longestGap] == .int(0) && row[.streak] == .int(0))
  }

  @Test func `the last is the latest up to today, whatever the period`() throws {
    let june = Period(.month, containing: day("2026-06-01"))
    #expect(try row(["2026-09-03", "2026-02-01"], in: june)[.last] == .date(day("2026-09-03")))
    #expect(try row(["2026-10-29"])[.last] == .missing)
  }

  @Test func `the next is due in the running slot while that is unmet, else in the one after`()
    throws
  {
    #expect(try row([])[.nextDue] == .date(day("2026-10-31")))
    #expect(try row(["2026-10-01"])[.nextDue] == .date(day("2026-11-30")))
    #expect(try row(["2026-10-01"], atLeast: 2)[.nextDue] == .date(day("2026-10-31")))
    #expect(try row(["2026-10-26"], every: .week)[.nextDue] == .date(day("2026-11-08")))
    // The running slot has what it has, whatever period is asked for.
    let june = Period(.month, containing: day("2026-06-01"))
    #expect(try row(["2026-10-01"], in: june)[.nextDue] == .date(day("2026-11-30")))
  }

  @Test func `nothing is due after the life`() throws {
    #expect(try row([], closed: "2026-10-27")[.nextDue] == .missing)
    #expect(try row([], closed: "2026-10-28")[.nextDue] == .date(day("2026-10-28")))
    #expect(try row(["2026-10-01"], closed: "2026-10-31")[.nextDue] == .missing)
    #expect(try row(["2026-10-01"], closed: "2026-11-10")[.nextDue] == .date(day("2026-11-10")))
    #expect(try row([], opened: "2027-03-02")[.nextDue] == .date(day("2027-03-31")))
  }

  @Test func `so many are needed to meet a slot`() throws {
    let dates = ["2026-01-05", "2026-01-05", "2026-02-07"]
    #expect(slots(try row(dates, atLeast: 2)).hasPrefix("●○"))
    #expect(slots(try row(dates, atLeast: 3)).hasPrefix("○○"))
  }

  @Test func `slots of the future are not expected`() throws {
    let year = Period(.year, containing: today)
    #expect(slots(try row(["2026-01-09"], in: year)) == "●○○○○○○○○◌··")
  }

  @Test func `an empty period has no slots`() throws {
    let empty = Period(start: today, end: today, unit: nil)
    let row = try row(["2026-10-28"], in: empty)
    #expect(slots(row).isEmpty && row[.expected] == .int(0))
    #expect(row[.last] == .date(today))
  }

  @Test func `what comes after today, has no date or no rhythm is said`() throws {
    let town = PromiseTown([
      .init(every: "month", least: 1, dates: [day("2026-10-29"), day("2026-11-05"), nil]),
      .init(every: "never", least: 1, dates: [day("2026-10-01")]),
      .init(every: nil, least: 1, dates: []), .init(every: "month", least: nil, dates: []),
      .init(every: "month", least: 0, dates: []),
    ])
    let outcome = try town.outcome(PromiseTown.stage(in: thisYear, today: today))
    #expect(
      outcome.table.notes.map(\.text.english) == [
        "2 rows of evidence are after today and were not counted",
        "1 row of sessions without a date is not counted",
        "4 rows have no known rhythm; nothing is expected of them",
      ])
    #expect(outcome.table.rows.dropFirst().allSatisfy { $0.allSatisfy { $0 == .missing } })
  }

  @Test func `only evidence for which the condition holds counts`() throws {
    let april = TypedExpression(
      .inPeriod(
        TypedExpression(.field(FieldID(PromiseTown.sessions, 1)), .date),
        period: TypedExpression(
          .literal(.period(Period(.month, containing: day("2026-04-01")))), .period)), .bool)
    let stage = PromiseTown.stage(
      every: .month, atLeast: 1, in: thisYear, today: today, filter: april)
    let town = PromiseTown([.init(dates: [day("2026-03-01"), day("2026-04-30")])])
    let row = try town.rows(stage)[0]
    #expect(row[7] == .date(day("2026-04-30")) && row[9] == .text("○○○●○○○○○◌"))
  }

  @Test func `rows in any order, and rows twice, have what is theirs`() throws {
    var random = TestRandom(3)
    let town = PromiseTown(count: 20, around: today, &random)
    let stage = PromiseTown.stage(in: thisYear, today: today)
    let id = TypedExpression(.field(FieldID(PromiseTown.programs, 0)), .int)
    let output = outputColumns(
      [id] + stage.columns.map { TypedExpression(.slot($0.slot), $0.measure.type) })
    let backwards = PlanStep(.sort([PlannedSortKey(id, isDescending: true)]), span: nil)
    let plan = Plan(
      source: .entity(PromiseTown.programs),
      steps: [backwards, PlanStep(.cadence(stage), span: nil)],
      output: output, entity: PromiseTown.programs)
    let rows = try answer(plan, [], store: town.store).table.rows
    let expected = try town.rows(stage).enumerated().map { [.int(Int64($0))] + $1 }
    #expect(rows == Array(expected.reversed()))
  }
}
