/// A question in both languages of the test: Hearth's, and SQL written for it by hand, part by part.
struct GeneratedQuery {
  var hearth: String
  var sql: String
}

/// A small generator with a fixed stream per seed (SplitMix64).
struct TestRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &self)]
  }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// Makes questions about the Siming sample: conditions of every type, two-valued logic, links both
/// ways, groups and aggregates.
struct QueryGenerator {
  var random: TestRandom

  typealias Pair = (hearth: String, sql: String)

  private let kinds = ["visit", "lecture", "cleaning", "gathering", "call"]
  private let modes = ["home", "venue", "phone", "wechat"]
  private let tags = ["bereaved", "empty_nest", "living_alone", "illness", "low_income"]
  private let lines = ["housekeeping", "social", "insurance", "visit", "volunteering"]

  mutating func next() -> GeneratedQuery {
    switch random.number(0...3) {
    case 0: grouped()
    case 1: counted()
    case 2: linkedCounts()
    default: withOrWithout()
    }
  }

  /// A condition on a service, as Hearth writes it.
  mutating func condition() -> String { serviceCondition(depth: 2).hearth }

  // MARK: Shapes of questions

  private mutating func grouped() -> GeneratedQuery {
    let condition = serviceCondition(depth: 2)
    let keys = Array(serviceKeys.shuffled(using: &random).prefix(random.number(1...2)))
    let measures = Array(serviceMeasures.shuffled(using: &random).prefix(random.number(1...3)))
    let named = measures.enumerated().map { "m\($0) = \($1.hearth)" }.joined(separator: ", ")
    let hearthKeys = keys.enumerated().map { "k\($0) = \($1.hearth)" }.joined(separator: ", ")
    let sqlKeys = keys.map(\.sql).joined(separator: ", ")
    return GeneratedQuery(
      hearth: "services | where \(condition.hearth) | summarize \(named) by \(hearthKeys)",
      sql: "SELECT \(sqlKeys), \(measures.map(\.sql).joined(separator: ", ")) FROM services s "
        + "WHERE \(condition.sql) GROUP BY \(sqlKeys)")
  }

  private mutating func counted() -> GeneratedQuery {
    let condition = familyCondition(depth: 2)
    return GeneratedQuery(
      hearth: "families | where \(condition.hearth) | count",
      sql: "SELECT count(*) FROM families f WHERE \(condition.sql)")
  }

  private mutating func linkedCounts() -> GeneratedQuery {
    let condition = serviceCondition(depth: 1)
    let limit = random.number(1...4)
    return GeneratedQuery(
      hearth: "families | add n = count(services where \(condition.hearth)), "
        + "cost = sum(services.cost where \(condition.hearth)) "
        + "| where n >= \(limit) | select id, n, cost",
      sql: "SELECT * FROM (SELECT id, (SELECT count(*) FROM services s WHERE s.family = f.id AND "
        + "\(condition.sql)) n, (SELECT printf('%d.%02d', coalesce(sum(cost_cents), 0) / 100, "
        + "coalesce(sum(cost_cents), 0) % 100) FROM services s WHERE s.family = f.id "
        + "AND \(condition.sql)) FROM families f) WHERE n >= \(limit)")
  }

  private mutating func withOrWithout() -> GeneratedQuery {
    let condition = serviceCondition(depth: 1)
    let family = familyCondition(depth: 1)
    let isWith = random.number(0...1) == 0
    return GeneratedQuery(
      hearth: "families | where \(family.hearth) "
        + "| \(isWith ? "with" : "without") services where \(condition.hearth) | select id",
      sql: "SELECT id FROM families f WHERE \(family.sql) AND \(isWith ? "" : "NOT ")EXISTS "
        + "(SELECT 1 FROM services s WHERE s.family = f.id AND \(condition.sql))")
  }

  // MARK: Parts

  private var serviceKeys: [Pair] {
    [
      ("kind", "kind"), ("mode", "mode"), ("tier", "tier"), ("month(date)", "substr(date, 1, 7)"),
      ("family.status", "(SELECT status FROM families f WHERE f.id = s.family)"),
      ("rating", "rating"),
    ]
  }

  private var serviceMeasures: [Pair] {
    [
      ("count", "count(*)"), ("count(rating)", "count(rating)"),
      ("count(distinct family)", "count(DISTINCT family)"), ("min(minutes)", "min(minutes)"),
      ("max(date)", "max(date)"), ("avg(minutes)", "avg(minutes)"),
      ("sum(minutes)", "coalesce(sum(minutes), 0)"),
      ("count(where rating >= 4)", "coalesce(sum(rating >= 4), 0)"),
      (
        "sum(cost)",
        "printf('%d.%02d', coalesce(sum(cost_cents), 0) / 100, coalesce(sum(cost_cents), 0) % 100)"
      ),
    ]
  }

  mutating func serviceCondition(depth: Int) -> Pair {
    if depth > 0, random.number(0...2) > 0 {
      return combined(serviceCondition(depth: depth - 1), serviceCondition(depth: depth - 1))
    }
    switch random.number(0...9) {
    case 0:
      let kind = random.pick(kinds)
      return ("kind = \(kind)", "kind IS '\(kind)'")
    case 1:
      let mode = random.pick(modes)
      return ("mode != \(mode)", "mode IS NOT '\(mode)'")
    case 2:
      let minutes = random.number(10...120)
      return ("minutes > \(minutes)", "coalesce(minutes > \(minutes), 0)")
    case 3:
      let quarter = random.number(1...4)
      let start = "2025-0\(quarter * 3 - 2)-01".replacingTen
      let end = quarter == 4 ? "2026-01-01" : "2025-0\(quarter * 3 + 1)-01".replacingTen
      return ("date in 2025-Q\(quarter)", "coalesce(date >= '\(start)' AND date < '\(end)', 0)")
    case 4: return ("rating is missing", "rating IS NULL")
    case 5:
      let cents = random.number(0...30000)
      let places = cents % 100 < 10 ? "0\(cents % 100)" : "\(cents % 100)"
      return ("cost >= \(cents / 100).\(places)", "coalesce(cost_cents >= \(cents), 0)")
    case 6:
      return (
        "family.status = active",
        "(SELECT status FROM families f2 WHERE f2.id = s.family) IS 'active'"
      )
    case 7:
      let tag = random.pick(tags)
      return (
        "family.\(tag)",
        "(SELECT coalesce(tags LIKE '%;\(tag);%', 0) FROM families f2 WHERE f2.id = s.family) IS 1"
      )
    case 8:
      let rating = random.number(1...5)
      return ("(rating ?? 3) <= \(rating)", "coalesce(rating, 3) <= \(rating)")
    default:
      let chosen = Array(lines.shuffled(using: &random).prefix(2))
      return (
        "line in (\(chosen.joined(separator: ", ")))",
        "coalesce(line IN ('\(chosen.joined(separator: "', '"))'), 0)"
      )
    }
  }

  mutating func familyCondition(depth: Int) -> Pair {
    if depth > 0, random.number(0...2) > 0 {
      return combined(familyCondition(depth: depth - 1), familyCondition(depth: depth - 1))
    }
    switch random.number(0...4) {
    case 0:
      let tag = random.pick(tags)
      return (tag, "coalesce(f.tags LIKE '%;\(tag);%', 0)")
    case 1:
      let status = random.pick(["active", "moved", "closed"])
      return ("status = \(status)", "f.status IS '\(status)'")
    case 2:
      let year = random.number(2014...2026)
      return (
        "registered < \(year)-03-05", "coalesce(f.registered < '\(year)-03-05', 0)"
      )
    case 3: return ("tags is missing", "f.tags IS NULL")
    default:
      let count = random.number(0...6)
      return (
        "count(services) > \(count)",
        "(SELECT count(*) FROM services s2 WHERE s2.family = f.id) > \(count)"
      )
    }
  }

  private mutating func combined(_ a: Pair, _ b: Pair) -> Pair {
    switch random.number(0...2) {
    case 0: ("(\(a.hearth) and \(b.hearth))", "(\(a.sql) AND \(b.sql))")
    case 1: ("(\(a.hearth) or \(b.hearth))", "(\(a.sql) OR \(b.sql))")
    default: ("(\(a.hearth) and not \(b.hearth))", "(\(a.sql) AND NOT \(b.sql))")
    }
  }
}

extension String {
  /// `2025-010-01` is `2025-10-01`: quarters have months of one and of two digits.
  fileprivate var replacingTen: String {
    count > 10 ? String(prefix(5)) + String(dropFirst(6)) : self
  }
}
