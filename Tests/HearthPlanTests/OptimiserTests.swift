import HearthPlan
import HearthText
import Testing

/// The steps of a plan after one rule, or after all of them.
private func steps(_ query: String, after name: String? = nil) -> String {
  guard let plan = bound(query).plan else { return problems(query) }
  let rule = Optimiser.rules.first { $0.name == name }
  var better = name == nil ? optimise(plan) : rule?.applied(to: plan) ?? plan
  better.periods = []
  better.output = []
  return describe(better, catalog: Register.catalog, language: .english)
    .split(separator: "\n").dropFirst().map { $0.drop { $0 == " " } }.joined(separator: "\n")
}

@Suite struct OptimiserRules {
  @Test func `every rule says what it does, in both languages, under its own name`() {
    #expect(Set(Optimiser.rules.map(\.name)).count == Optimiser.rules.count)
    for rule in Optimiser.rules {
      #expect(!rule.documentation.english.isEmpty && !rule.documentation.chinese.isEmpty)
    }
  }

  static let cases: [(rule: String, query: String, steps: String)] = [
    ("fold constants", "services | where true and kind = visit or 1 > 2", "where kind = visit"),
    ("fold constants", "services | where 1 < 2", ""),
    ("fold constants", "services | where not not kind = visit", "where kind = visit"),
    ("fold constants", "services | where not kind = visit", "where kind != visit"),
    ("fold constants", "services | where kind in (visit, visit)", "where kind = visit"),
    ("fold constants", "services | where channel = nosuch", "where false"),
    (
      "fold constants", "services | where if 2 = 2 then kind = visit else false",
      "where kind = visit"
    ),
    ("fold constants", "services | where date in 2026-10-02 .. 2026-10-01", "where false"),
    (
      "combine filters", "services | where kind = visit | where minutes > 3 | where cost > 1",
      "where (kind = visit) and (minutes > 3) and (cost > 1.00)"
    ),
    (
      "combine dates",
      "services | where date >= 2026-01-01 and kind = visit and date < 2026-03 and date in 2026",
      "where (date in 2026-01-01 … 2026-02-28) and (kind = visit)"
    ),
    (
      "combine dates", "services | where date >= 2026-03-01 and date < 2026-02-01", "where false"
    ),
    (
      "combine dates", "services | where date >= 2026-03-01 and kind = visit",
      "where (date >= 2026-03-01) and (kind = visit)"
    ),
    (
      "filter before compute", "services | add x = cost * 2 | where x > 3 and kind = visit",
      "where kind = visit\ncompute x = cost * 2\nwhere x > 3.00"
    ),
    (
      "filter before compute", "services | add x = count per family | where kind = visit",
      "window x = count() per family\nwhere kind = visit"
    ),
    (
      "filter before sort", "services | sort cost | where kind = visit",
      "where kind = visit\nsort cost"
    ),
    (
      "filter before sort", "services | sort cost | take 3 | where kind = visit",
      "sort cost\ntake 1..3\nwhere kind = visit"
    ),
    (
      "filter before group",
      "services | count by kind, m = month(date) | where kind = visit and count > 2 and m < 2026-10",
      """
      where (kind = visit) and (month(date) < 2026-10)
      summarize count = count() by kind, m = month(date)
      where count > 2
      """
    ),
    (
      "filter before group", "services | count by kind with total | where kind = visit",
      "summarize count = count() by kind with total\nwhere kind = visit"
    ),
    (
      "filter before group", "families | count by tags | where tags = bereaved",
      "summarize count = count() by each of tags\nwhere tags = bereaved"
    ),
    ("top from sort", "services | sort cost desc | take 3", "top 3 by cost desc"),
    (
      "top from sort", "services | sort cost, date | take 3", "sort cost, date\ntake 1..3"
    ),
    ("top from sort", "services | sort cost | take 2..3", "sort cost\ntake 2..3"),
    (
      "drop unused columns", "services | add x = cost * 2, y = cost * 3 | select id, y",
      "compute y = cost * 3"
    ),
    (
      "drop unused columns",
      "services | add x = cost * 2 | add y = x * 3 | count by kind",
      "summarize count = count() by kind"
    ),
    (
      "drop unused columns",
      "services | summarize a = sum(cost), b = count, c = avg(minutes) by kind | select kind, c",
      "summarize c = avg(minutes) by kind"
    ),
    (
      "drop unused columns", "services | add a = row_number, b = sum(cost) per kind | select b",
      "window b = sum(cost) per kind"
    ),
  ]

  @Test(arguments: Self.cases)
  func `a rule does what it says and no more`(_ rule: String, _ query: String, _ expected: String) {
    #expect(Optimiser.rules.contains { $0.name == rule })
    #expect(steps(query, after: rule) == expected)
  }

  @Test func `all rules together`() {
    #expect(
      steps(
        """
        services | add x = cost * 2, y = minutes | sort date | where kind = visit
          | where date >= 2026-01-01 | where date <= 2026-06-30 | add z = 1 | sort cost | take 5
          | select id, x
        """) == """
          where (kind = visit) and (date in 2026-01-01 … 2026-06-30)
          compute x = cost * 2
          sort date
          top 5 by cost
          """)
  }

  @Test func `the plan of a joined table is improved too`() {
    #expect(
      steps("programs | join (services | sort date | take 3) on id = program").contains(
        "top 3 by date"))
  }
}
