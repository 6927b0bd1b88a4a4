import HearthPlan
import Testing

@Suite struct Dates {
  @Test func `a period in a comparison is its first or last day`() {
    #expect(
      plan(
        "services | where date < 2026-10 and date >= 2026-Q2 and date <= 2026-W07") == """
          services
            where (date < 2026-10-01) and (date >= 2026-04-01) and (date <= 2026-02-15)
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }

  @Test func `a bare year is a period`() {
    #expect(
      plan(
        "services | where date in 2026") == """
          services
            where date in 2026
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }

  @Test func `a date-time is compared by its day`() {
    #expect(
      plan(
        "services | where started = 2026-10-31 or started > 2026-10-30") == """
          services
            where (date(started) = 2026-10-31) or (date(started) > 2026-10-30)
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }

  @Test func `today is a day and a period`() {
    #expect(
      plan(
        "services | where started in today") == """
          services
            where started in 2026-10-31
            show id, family, member, program, kind, channel, date, minutes, cost, started
          today = 2026-10-31

          """)
  }

  @Test func `periods lie in periods`() {
    #expect(
      plan(
        "services | where month(date) = 2026-10 or month(date) in this year") == """
          services
            where (month(date) = 2026-10) or ((start of month(date) in 2026) and (end of month(date) in 2026))
            show id, family, member, program, kind, channel, date, minutes, cost, started
          this year = 2026-01-01 … 2026-12-31

          """)
  }

  @Test func `the same period last year`() {
    #expect(
      plan(
        "services | where date in same period last year of this month") == """
          services
            where date in 2025-10
            show id, family, member, program, kind, channel, date, minutes, cost, started
          this month = 2026-10-01 … 2026-10-31
          same period last year of this month = 2025-10-01 … 2025-10-31

          """)
  }

  @Test func `halves of this year and the last`() {
    #expect(
      plan(
        "服务 | 筛选 日期 在 去年上半年 或 日期 在 上个半年") == """
          services
            where (date in 2025-H1) or (date in 2026-H1)
            show id, family, member, program, kind, channel, date, minutes, cost, started
          first half of last year = 2025-01-01 … 2025-06-30
          last half = 2026-01-01 … 2026-06-30

          """)
  }

  @Test func `open ends`() {
    #expect(
      plan(
        "services | where date in since 2026-10-01 or date in until 2026-05") == """
          services
            where (date in 2026-10-01 … 9999-12-31) or (date in 0001-01-01 … 2026-05-31)
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }

  @Test func `lists of periods and of dates`() {
    #expect(
      plan(
        "services | where date in (this month, last month) or date in (2026-10-01, 2026-10-02)")
          == """
          services
            where (date in 2026-10) or (date in 2026-09) or (date in (2026-10-01, 2026-10-02))
            show id, family, member, program, kind, channel, date, minutes, cost, started
          this month = 2026-10-01 … 2026-10-31
          last month = 2026-09-01 … 2026-09-30

          """)
  }

  @Test func `lengths of time`() {
    #expect(
      plan(
        "services | where days from date to today > 30 and whole years from family.registered to today < 3"
      ) == """
        services
          where ((days from date to 2026-10-31) > 30) and ((years from family.registered to 2026-10-31) < 3)
          show id, family, member, program, kind, channel, date, minutes, cost, started
        today = 2026-10-31

        """)
  }
}
