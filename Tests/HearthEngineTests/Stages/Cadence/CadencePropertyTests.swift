import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

/// The laws of `cadence` over generated promises, lives, periods and thresholds.
@Suite struct CadencePropertyTests {
  private static let today = Day(year: 2026, month: 10, day: 28)!

  private func period(_ random: inout TestRandom) -> Period {
    let start = Day(Self.today.number + Int32.random(in: -380...40, using: &random))
    return Period(
      start: start, end: Day(start.number + Int32.random(in: 0...400, using: &random)), unit: nil)
  }

  @Test(arguments: [0, 1, 63, 64, 65], 0..<4)
  func `it agrees with a slow second implementation`(count: Int, seed: Int) throws {
    var random = TestRandom(1_000 * seed + count)
    let town = PromiseTown(count: count, around: Self.today, &random)
    for _ in 0..<3 {
      let period = period(&random)
      let unit = (Period.Unit.allCases.map { $0 } + [nil]).randomElement(using: &random)!
      let minimum: Int64? = [nil, 1, 2].randomElement(using: &random)!
      let stage = PromiseTown.stage(every: unit, atLeast: minimum, in: period, today: Self.today)
      let rows = try town.rows(stage)
      let slow = SlowCadence.rows(town, stage)
      for (row, (fast, slow)) in zip(rows, slow).enumerated() {
        #expect(fast == slow, "row \(row): \(town.promises[row]) in \(period)")
      }
      #expect(rows.count == count)
    }
  }

  /// The evidence is found in one scan then, or over the links where few programs are asked for.
  @Test(arguments: 0..<8, [true, false])
  func `a condition chooses among the evidence`(seed: Int, inOrderOfDates: Bool) throws {
    var random = TestRandom(seed)
    let promises = PromiseTown(count: 40, around: Self.today, &random).promises.map { promise in
      var promise = promise
      // Half of the towns know every date, and none of them lies ahead.
      if seed % 2 == 0 {
        promise.dates = promise.dates.filter { $0.map { $0 <= Self.today } ?? false }
      }
      return promise
    }
    let town = PromiseTown(promises, inOrderOfDates: inOrderOfDates)
    let day = Day(Self.today.number - Int32.random(in: -30...300, using: &random))
    let chosen = PromiseTown(
      promises.map { promise in
        var promise = promise
        promise.dates = promise.dates.filter { $0.map { $0 < day } ?? false }
        return promise
      })
    let period = period(&random)
    let inPeriod: [CadenceMeasure] = [.expected, .met, .missed, .longestGap, .slots]
    for measures in [CadenceMeasure.allCases.map { $0 }, inPeriod] {
      let filtered = PromiseTown.stage(
        in: period, today: Self.today, filter: PromiseTown.isHeld(before: day), measures: measures)
      let plain = PromiseTown.stage(in: period, today: Self.today, measures: measures)
      let expected = try chosen.outcome(plain)
      for first in [0, 7, 35] {
        let outcome = try town.outcome(filtered, from: first)
        #expect(outcome.table.rows == Array(expected.table.rows.dropFirst(first)))
        if first == 0 { #expect(outcome.table.notes == expected.table.notes) }
      }
    }
  }

  @Test func `morsels meet without a seam`() throws {
    var random = TestRandom(5)
    var few = PromiseTown(count: 64, around: Self.today, &random)
    // A hundred thousand sessions are enough.
    few = PromiseTown(
      few.promises.map { promise in
        var promise = promise
        promise.dates = promise.dates.suffix(2)
        return promise
      })
    let period = Period(from: Day(Self.today.number - 20), through: Self.today)
    let stage = PromiseTown.stage(in: period, today: Self.today)
    let expected = try few.rows(stage)
    for count in [65_535, 65_536, 65_537] {
      let rows = try PromiseTown((0..<count).map { few.promises[$0 % 64] }).rows(stage)
      #expect(rows.count == count)
      #expect(rows.indices.allSatisfy { rows[$0] == expected[$0 % 64] })
    }
  }

  @Test(arguments: 0..<8) func `what is expected is met or missed`(seed: Int) throws {
    var random = TestRandom(seed)
    let town = PromiseTown(count: 65, around: Self.today, &random)
    let stage = PromiseTown.stage(in: period(&random), today: Self.today)
    for row in try town.rows(stage) {
      guard case .int(let expected) = row[0], case .int(let met) = row[1],
        case .int(let missed) = row[2], case .int(let gap) = row[4],
        case .int(let streak) = row[5], case .int(let best) = row[6], case .text(let slots) = row[9]
      else {
        #expect(row.allSatisfy { $0 == .missing })
        continue
      }
      #expect(expected == met + missed)
      #expect(gap <= missed && streak <= best && best <= met)
      #expect(slots.filter { $0 == "●" }.count == met)
      #expect(slots.filter { $0 == "○" }.count == missed)
    }
  }

  @Test(arguments: 0..<8) func `who must do more has met no more`(seed: Int) throws {
    var random = TestRandom(seed)
    let town = PromiseTown(count: 65, around: Self.today, &random)
    let (period, unit) = (period(&random), Period.Unit.allCases.randomElement(using: &random))
    var before: [[Value]]?
    for minimum in 1...4 as ClosedRange<Int64> {
      let rows = try town.rows(
        PromiseTown.stage(every: unit, atLeast: minimum, in: period, today: Self.today))
      for (more, less) in zip(rows, before ?? rows) {
        guard case .int(let met) = more[1], case .int(let before) = less[1],
          case .int(let missed) = more[2], case .int(let missedBefore) = less[2]
        else { continue }
        #expect(met <= before && missed >= missedBefore)
      }
      before = rows
    }
  }

  @Test(arguments: [Period.Unit.day, .week], [-7, 7, 70, 3_652 * 7])
  func `whole weeks later everything is as it was`(unit: Period.Unit, days: Int) throws {
    var random = TestRandom(abs(days))
    func moved(_ day: Day) -> Day { Day(day.number + Int32(days)) }
    let town = PromiseTown(count: 65, around: Self.today, &random)
    let later = PromiseTown(
      town.promises.map { promise in
        var promise = promise
        promise.opened = promise.opened.map(moved)
        promise.closed = promise.closed.map(moved)
        promise.dates = promise.dates.map { $0.map(moved) }
        return promise
      })
    let period = period(&random)
    let shifted = Period(start: moved(period.start), end: moved(period.end), unit: nil)
    let now = try town.rows(
      PromiseTown.stage(every: unit, atLeast: 1, in: period, today: Self.today))
    let then = try later.rows(
      PromiseTown.stage(every: unit, atLeast: 1, in: shifted, today: moved(Self.today)))
    let expected = now.map { row in
      row.map { value -> Value in
        if case .date(let day) = value { .date(moved(day)) } else { value }
      }
    }
    #expect(then == expected)
  }
}
