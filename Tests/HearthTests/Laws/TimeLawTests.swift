import HearthData
import Testing

@testable import Hearth

/// What must hold for trends, funnels and compared periods, whatever they answer.
@Suite struct TimeLawTests {
  private static let units = ["day", "week", "month", "quarter"]

  /// The number in the only cell of an answer.
  private func number(_ query: String, _ workspace: Workspace) throws -> Int64 {
    let answer = try workspace.answer(query)
    return try #require(answer.values("count").first?.integer, "\(query)")
  }

  @Test(arguments: 0..<12) func `the slots of a trend add up to the period`(seed: Int) throws {
    let register = GeneratedRegister(seed: seed)
    let workspace = try register.workspace
    var random = TestRandom(seed: UInt64(seed))
    for unit in Self.units {
      let first = Day(register.today.number - Int32(random.number(0...150)))
      let last = Day(register.today.number - Int32(random.number(0...20)))
      let period = "\(first) .. \(last)"
      let all = try number("services | where date in \(period) | count", workspace)
      for keys in ["", " by kind", " by family.street, kind"] {
        let query = "services | trend count every \(unit) in \(period)\(keys)"
        let counts = try workspace.answer(query).values("count").compactMap(\.integer)
        #expect(counts.reduce(0, +) == all, "\(query)")
      }
    }
  }

  @Test(arguments: 0..<12) func `every group has every slot once, in order`(seed: Int) throws {
    let register = GeneratedRegister(seed: seed)
    let workspace = try register.workspace
    for unit in Self.units {
      let answer = try workspace.answer("services | trend count every \(unit) by kind")
      let periods = answer.values("period").compactMap(\.period)
      let first = periods.first
      var slots: [Period] = []
      for (row, period) in zip(answer.rows, periods) {
        if period == first { slots = [] }
        if let before = slots.last { #expect(before.next == period, "\(unit)") }
        slots.append(period)
        #expect(row["running"] == .bool(period.contains(register.today)))
        let isFirst = slots.count == 1
        #expect((row["change"] == .missing) == isFirst)
      }
      if let last = periods.last { #expect(last.contains(register.today)) }
    }
  }

  @Test(arguments: 0..<12) func `a trend counts what Swift counts`(seed: Int) throws {
    let register = GeneratedRegister(seed: seed)
    let answer = try register.workspace.answer(
      "services | trend sum(minutes) every week by tags = family.tags")
    var sums: [String: Int64] = [:]
    for service in register.services {
      guard let date = service.date, let minutes = service.minutes else { continue }
      let family = register.families.first { $0.id == service.family }
      let tags = family?.tags ?? []
      for tag in tags.isEmpty ? ["—"] : tags {
        sums["\(tag) \(Period(.week, containing: date))", default: 0] += Int64(minutes)
      }
    }
    for row in answer.rows {
      guard case .period(let period)? = row["period"] else { continue }
      var tag = "—"
      if case .category(let position)? = row["tags"] { tag = GeneratedRegister.tags[position] }
      #expect(row["sum"] == .int(sums["\(tag) \(period)"] ?? 0), "\(tag) \(period)")
    }
  }

  @Test(arguments: 0..<12) func `fewer reach each further step`(seed: Int) throws {
    let register = GeneratedRegister(seed: seed)
    let workspace = try register.workspace
    for keys in ["", " by status", " by tags"] {
      let answer = try workspace.answer(
        "families | funnel opened > first(services.date) > ended > last(services.date)\(keys)")
      #expect(answer.rows.count % 4 == 0)
      for group in stride(from: 0, to: answer.rows.count, by: 4) {
        let rows = answer.rows[group..<group + 4]
        let reached = rows.compactMap { $0["reached"]?.integer }
        let waiting = rows.compactMap { $0["waiting"]?.integer }
        #expect(reached == reached.sorted(by: >))
        #expect(waiting == zip(reached, reached.dropFirst()).map { $0 - $1 } + [0])
      }
    }
    let reached = try workspace.answer("families | funnel opened > ended").values("reached")
    #expect(
      reached == [
        .int(Int64(register.families.count { $0.opened != nil })),
        .int(Int64(register.families.count { $0.opened != nil && $0.closed != nil })),
      ])
  }

  @Test(arguments: 0..<12) func `a compared period is the period asked alone`(seed: Int) throws {
    let register = GeneratedRegister(seed: seed)
    let workspace = try register.workspace
    let periods = ["last 90 days", "last 30 days", "this month"]
    let compared = try workspace.transcript(
      "services | count across (\(periods.joined(separator: ", ")))")
    let table = try #require(compared.tables.first)
    let counts = table.columns.compactMap { $0.values.value(at: 0).integer }
    let alone = try periods.map {
      try number("services | where date in \($0) | count", workspace)
    }
    #expect(counts == alone + [alone[2] - alone[1]])
    let rates = try workspace.transcript(
      "families | coverage of services across (last 90 days, last 30 days)")
    let covered = try #require(rates.tables.first)
    for (index, period) in ["last 90 days", "last 30 days"].enumerated() {
      let once = try workspace.answer("families | coverage of services where date in \(period)")
      let offset = index * 4
      #expect(covered.columns[offset].values.value(at: 0).integer == once.eligible.first)
      #expect(covered.columns[offset + 1].values.value(at: 0).integer == once.covered.first)
    }
  }

  @Test(arguments: 0..<12, [-7, 7, 3_654])
  func `whole weeks later everything is as it was`(seed: Int, days: Int) throws {
    let register = GeneratedRegister(seed: seed)
    let later = register.shifted(by: days)
    let queries = [
      "services | trend count every week by kind",
      "services | trend avg(minutes) every day in last 20 days",
      "services | trend count every week in last 60 days by family.street",
      "families | funnel opened > first(services.date) > ended by status",
      "services | count by kind across (last 60 days, last 30 days) | select kind, change",
    ]
    for query in queries {
      let answer = try register.workspace.answer(query)
      let laterAnswer = try later.workspace.answer(query)
      #expect(laterAnswer.rows == answer.rows.map { $0.shifted(by: days) }, "\(query)")
    }
  }
}

extension Value {
  fileprivate var period: Period? { if case .period(let period) = self { period } else { nil } }
}
