/// Questions about slots, steps and periods of the Siming sample, whose day is 2026-10-31.
extension QueryGenerator {
  mutating func nextAboutTime() -> GeneratedQuery {
    switch random.number(0...2) {
    case 0: trend()
    case 1: funnel()
    default: comparison()
    }
  }

  private static let keys: [Pair] = [
    ("tier", "tier"), ("kind", "kind"), ("mode", "mode"),
    ("family.status", "(SELECT status FROM families f WHERE f.id = s.family)"),
  ]

  private static let measures: [Pair] = [
    ("count", "count(s.id)"), ("sum(minutes)", "coalesce(sum(minutes), 0)"),
    ("avg(minutes)", "avg(minutes)"), ("count(distinct family)", "count(DISTINCT s.family)"),
    ("max(rating)", "max(rating)"), ("count(where rating >= 4)", "coalesce(sum(rating >= 4), 0)"),
    (
      "share(where rating >= 4)",
      "avg(CASE WHEN s.id IS NOT NULL THEN coalesce(rating >= 4, 0) END)"
    ),
  ]

  // MARK: Trend

  /// A calendar in SQL: the slots of a unit from one day on, none of which begins after 2026-10-31.
  private struct Calendar {
    var unit: String
    var first: String
    var step: String
    /// How SQLite prints a slot that begins on `start`.
    var name: String
    var running: String

    static let all = [
      Calendar(
        unit: "month", first: "2025-03-01", step: "+1 month", name: "substr(start, 1, 7)",
        running: "2026-10-01"),
      Calendar(
        unit: "quarter", first: "2024-07-01", step: "+3 months",
        name: "substr(start, 1, 4) || '-Q' || ((CAST(substr(start, 6, 2) AS INTEGER) + 2) / 3)",
        running: "2026-10-01"),
      Calendar(
        unit: "half", first: "2024-01-01", step: "+6 months",
        name: "substr(start, 1, 4) || CASE substr(start, 6, 2) WHEN '01' THEN '-H1' ELSE '-H2' END",
        running: "2026-07-01"),
      Calendar(
        unit: "day", first: "2026-10-04", step: "+1 day", name: "start", running: "2026-10-31"),
      Calendar(
        unit: "year", first: "2023-01-01", step: "+1 year", name: "substr(start, 1, 4)",
        running: "2026-01-01"),
    ]

    func slots(until lastDay: String) -> String {
      "slots(start, next) AS (SELECT '\(first)', date('\(first)', '\(step)') UNION ALL "
        + "SELECT next, date(next, '\(step)') FROM slots WHERE next <= '\(min("2026-10-31", lastDay))')"
    }
  }

  /// Every group with a row in the period has every slot, whether rows fell into it or not.
  private mutating func trend() -> GeneratedQuery {
    let calendar = random.pick(Calendar.all)
    let condition = serviceCondition(depth: 1)
    let measure = random.pick(Self.measures)
    let key = random.pick(Self.keys)
    let lastDay = random.pick(["2026-10-31", "2026-10-20", "2027-02-14"])
    let inside = "\(condition.sql) AND s.date >= '\(calendar.first)' AND s.date <= '\(lastDay)'"
    return GeneratedQuery(
      hearth: "services | where \(condition.hearth) | trend v = \(measure.hearth) "
        + "every \(calendar.unit) in \(calendar.first) .. \(lastDay) by k = \(key.hearth)",
      sql: "WITH RECURSIVE \(calendar.slots(until: lastDay)), "
        + "rows AS (SELECT s.*, \(key.sql) k FROM services s WHERE \(inside)), "
        + "cells AS (SELECT g.k k, start, \(measure.sql) v FROM (SELECT DISTINCT k FROM rows) g, slots "
        + "LEFT JOIN rows s ON s.k IS g.k AND s.date >= start AND s.date < next GROUP BY 1, 2) "
        + "SELECT k, \(calendar.name), v, v - lag(v) OVER (PARTITION BY k ORDER BY start), "
        + "CASE start WHEN '\(calendar.running)' THEN 'true' ELSE 'false' END FROM cells")
  }

  // MARK: Comparison

  private mutating func comparison() -> GeneratedQuery {
    let periods = [
      ("2025-03", "2025-03-01", "2025-04-01"), ("2026-Q1", "2026-01-01", "2026-04-01"),
      ("2026-01-15 .. 2026-02-20", "2026-01-15", "2026-02-21"),
      ("2026年", "2026-01-01", "2027-01-01"),
      ("2025-H2", "2025-07-01", "2026-01-01"),
    ].shuffled(using: &random).prefix(random.number(2...3))
    let condition = serviceCondition(depth: 1)
    let measure = random.pick(Self.measures)
    let key = random.pick(Self.keys)
    let tests = periods.map { "(s.date >= '\($0.1)' AND s.date < '\($0.2)')" }
    let columns = tests.indices.map { index in
      "(SELECT \(measure.sql) FROM rows s WHERE s.k IS g.k AND \(tests[index])) v\(index)"
    }
    let last = tests.count - 1
    return GeneratedQuery(
      hearth: "services | where \(condition.hearth) | summarize v = \(measure.hearth) "
        + "by k = \(key.hearth) across (\(periods.map(\.0).joined(separator: ", ")))",
      sql: "WITH rows AS (SELECT s.*, \(key.sql) k FROM services s WHERE \(condition.sql) "
        + "AND (\(tests.joined(separator: " OR ")))) SELECT *, v\(last) - v\(last - 1) FROM "
        + "(SELECT k, \(columns.joined(separator: ", ")) FROM (SELECT DISTINCT k FROM rows) g)")
  }

  // MARK: Funnel

  private mutating func funnel() -> GeneratedQuery {
    let all = ["raised", "designed", "claimed", "delivered"]
    let steps = Array(all.prefix(random.number(2...4)))
    let since = "2025-0\(random.number(1...9))-10"
    let key: Pair = random.pick([("kind", "kind"), ("organization", "organization")])
    let rows = steps.enumerated().map { index, step -> String in
      let reached = steps[...index].map { "\($0) IS NOT NULL" }.joined(separator: " AND ")
      let before = index > 0 ? steps[..<index].map { "\($0) IS NOT NULL" } : []
      let isLast = index + 1 == steps.count
      let waits = isLast ? "0" : "\(reached) AND \(steps[index + 1]) IS NULL"
      let earlier = before.joined(separator: " AND ")
      return "SELECT k, '\(step)', coalesce(sum(\(reached)), 0) n, "
        + "sum(\(reached)) * 1.0 / nullif(sum(\(steps[0]) IS NOT NULL), 0), "
        + (index == 0
          ? "NULL, NULL, "
          : "sum(\(reached)) * 1.0 / nullif(sum(\(earlier)), 0), "
            + "\(median(of: step, after: steps[index - 1], where: reached)), ")
        + "coalesce(sum(\(waits)), 0) FROM chosen c GROUP BY k"
    }
    return GeneratedQuery(
      hearth: "needs | where raised is missing or raised >= \(since) "
        + "| funnel \(steps.joined(separator: " > ")) by k = \(key.hearth)",
      sql: "WITH chosen AS (SELECT *, \(key.sql) k FROM needs "
        + "WHERE raised IS NULL OR raised >= '\(since)') " + rows.joined(separator: " UNION ALL "))
  }

  /// The mean of the middle two.
  private func median(of step: String, after before: String, where reached: String) -> String {
    let days = "julianday(\(step)) - julianday(\(before))"
    return "(SELECT avg(d) FROM (SELECT \(days) d, count(*) OVER () n, "
      + "row_number() OVER (ORDER BY \(days)) r FROM chosen m WHERE m.k IS c.k AND \(reached)) "
      + "WHERE r IN ((n + 1) / 2, (n + 2) / 2))"
  }
}
