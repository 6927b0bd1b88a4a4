import HearthPlan
import Testing

@Suite struct Cadences {
  @Test func `without by the columns stand beside the rows`() {
    #expect(
      plan("families | select id | cadence of services where kind = visit every month") == """
        families
          cadence services where kind = visit every month at least 1 in 2026-01-01 … 2026-10-31 adding expected, met, missed, rate, longest_gap, streak, best_streak, last, next_due, slots
          show id, expected, met, missed, rate, longest_gap, streak, best_streak, last, next_due, slots
        year to date = 2026-01-01 … 2026-10-31

        """)
  }

  @Test func `with by the rows are groups, and there is a total`() {
    let lines = plan("programs | cadence of services every quarter by kind").split(separator: "\n")
    #expect(lines[1].hasPrefix("  cadence services every quarter at least 1 in 2026-01-01 "))
    #expect(lines[1].contains(" since opened adding expected, "))
    #expect(lines[2].hasPrefix("  summarize expected = sum(expected where expected is known), "))
    #expect(lines[2].hasSuffix(" by kind with total"))
    #expect(
      lines[3].drop { $0 == " " }
        == "show kind, expected, met, missed, rate, longest_gap, streak, best_streak, last, next_due"
    )
  }

  @Test func `clauses come in any order`() {
    let queries = [
      "families | cadence of services where kind = visit every week at least 2 in 2026-Q1 by status",
      "families | cadence services by status in 2026-Q1 at least 2 every week where kind = visit",
      "家庭 | 频次 服务 按 状态 至少 2 次 每周 在 2026-Q1 其中 类型 = 探访",
    ]
    #expect(Set(queries.map { plan($0) }).count == 1)
  }
}
