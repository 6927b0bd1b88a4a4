/// Questions about coverage, gaps and rhythms of the Siming sample, whose day is 2026-10-31.
extension QueryGenerator {
  mutating func nextAboutCoverage() -> GeneratedQuery {
    switch random.number(0...4) {
    case 0: coverage()
    case 1: groupedCoverage()
    case 2: sets()
    case 3: gaps()
    default: rhythm()
    }
  }

  private static let upToToday = "coalesce(s.date <= '2026-10-31', 1)"

  /// The services of a family that count, and how many there must be.
  private func isCovered(_ condition: Pair, atLeast minimum: Int, of value: String = "*") -> String
  {
    "(SELECT count(\(value)) FROM services s WHERE s.family = f.id AND \(Self.upToToday) "
      + "AND \(condition.sql)) >= \(minimum)"
  }

  /// As Hearth writes `eligible, covered, uncovered, rate`.
  private func measures(_ isCovered: String) -> String {
    "count(*), coalesce(sum(\(isCovered)), 0), count(*) - coalesce(sum(\(isCovered)), 0), "
      + "coalesce(sum(\(isCovered)), 0) * 1.0 / nullif(count(*), 0)"
  }

  private mutating func minimum() -> (hearth: String, least: Int, value: String) {
    let least = random.number(2...4)
    switch random.number(0...3) {
    case 0: return (" at least \(least)", least, "*")
    case 1: return (" at least \(least) distinct kind", least, "DISTINCT kind")
    default: return ("", 1, "*")
    }
  }

  private mutating func coverage() -> GeneratedQuery {
    let families = familyCondition(depth: 1)
    let condition = serviceCondition(depth: 2)
    let excluded = familyCondition(depth: 0)
    let minimum = minimum()
    let isCovered = isCovered(condition, atLeast: minimum.least, of: minimum.value)
    guard random.number(0...1) == 0 else {
      return GeneratedQuery(
        hearth: "families | where \(families.hearth) | coverage of services "
          + "where \(condition.hearth)\(minimum.hearth)",
        sql: "SELECT \(measures(isCovered)) FROM families f WHERE \(families.sql)")
    }
    return GeneratedQuery(
      hearth: "families | where \(families.hearth) | coverage of services "
        + "where \(condition.hearth)\(minimum.hearth) excluding \(excluded.hearth) "
        + "| select eligible, covered, uncovered, rate, excluded",
      sql: "SELECT *, (SELECT count(*) FROM families f WHERE \(families.sql) AND \(excluded.sql)) "
        + "FROM (SELECT \(measures(isCovered)) FROM families f "
        + "WHERE \(families.sql) AND NOT \(excluded.sql))")
  }

  private mutating func groupedCoverage() -> GeneratedQuery {
    let families = familyCondition(depth: 1)
    let condition = serviceCondition(depth: 2)
    let minimum = minimum()
    let key: Pair = random.pick([
      ("status", "f.status"), ("illness", "CASE WHEN \(tagTest) THEN 'true' ELSE 'false' END"),
      ("year(registered)", "CAST(substr(f.registered, 1, 4) AS INTEGER)"),
    ])
    let isCovered = isCovered(condition, atLeast: minimum.least, of: minimum.value)
    let clauses = ["where \(condition.hearth)\(minimum.hearth)", "by k = \(key.hearth)"]
    return GeneratedQuery(
      hearth: "families | where \(families.hearth) | coverage of services "
        + (random.number(0...1) == 0 ? clauses : clauses.reversed()).joined(separator: " "),
      sql: "SELECT \(key.sql), \(measures(isCovered)) FROM families f WHERE \(families.sql) "
        + "GROUP BY 1")
  }

  private var tagTest: String { "coalesce(f.tags LIKE '%;illness;%', 0)" }

  /// `all of`, `any of`, `exactly 1 of` two conditions.
  private mutating func sets() -> GeneratedQuery {
    let (first, second) = (serviceCondition(depth: 1), serviceCondition(depth: 1))
    let common = serviceCondition(depth: 0)
    let minimum = random.number(1...2)
    let tests = [first, second].map { one in
      "(" + isCovered(("", "\(one.sql) AND \(common.sql)"), atLeast: minimum) + ")"
    }
    let (word, test) = random.pick([
      ("all of", "\(tests[0]) + \(tests[1]) = 2"), ("any of", "\(tests[0]) + \(tests[1]) >= 1"),
      ("exactly 1 of", "\(tests[0]) + \(tests[1]) = 1"),
    ])
    return GeneratedQuery(
      hearth: "families | coverage of \(word) (services where \(first.hearth), "
        + "services where \(second.hearth)) where \(common.hearth) at least \(minimum)",
      sql: "SELECT \(measures(test)) FROM families f")
  }

  /// The last date is looked for without the limit of the date.
  private mutating func gaps() -> GeneratedQuery {
    let families = familyCondition(depth: 1)
    var undated = serviceCondition(depth: 1)
    while undated.hearth.contains("date") { undated = serviceCondition(depth: 1) }
    let minimum = random.number(1...3)
    let since = "2026-0\(random.number(1...9))-15"
    let dated = "\(undated.sql) AND coalesce(s.date >= '\(since)', 0)"
    let own = "FROM services s WHERE s.family = f.id AND \(Self.upToToday)"
    return GeneratedQuery(
      hearth: "families | where \(families.hearth) | gaps of services where \(undated.hearth) "
        + "and date >= \(since) at least \(minimum) | select id, done, last, days",
      sql: "SELECT id, done, last, CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) FROM "
        + "(SELECT id, (SELECT count(*) \(own) AND \(dated)) done, "
        + "(SELECT max(date) \(own) AND \(undated.sql)) last FROM families f WHERE \(families.sql)) "
        + "WHERE done < \(minimum)")
  }

  /// Months of 2025 with enough services: all of them are over.
  private mutating func rhythm() -> GeneratedQuery {
    let families = familyCondition(depth: 1)
    let condition = serviceCondition(depth: 2)
    let minimum = random.number(1...2)
    let own = "FROM services s WHERE s.family = f.id AND \(condition.sql)"
    return GeneratedQuery(
      hearth: "families | where \(families.hearth) | cadence of services where \(condition.hearth) "
        + "every month at least \(minimum) in 2025 | select id, expected, met, missed, last",
      sql: "SELECT id, 12, met, 12 - met, last FROM (SELECT id, (SELECT count(*) FROM (SELECT 1 "
        + "\(own) AND coalesce(s.date >= '2025-01-01' AND s.date < '2026-01-01', 0) "
        + "GROUP BY substr(s.date, 1, 7) HAVING count(*) >= \(minimum))) met, "
        + "(SELECT max(s.date) \(own) AND \(Self.upToToday)) last "
        + "FROM families f WHERE \(families.sql))")
  }
}
