import HearthPlan
import Testing

@Suite struct Windows {
  @Test func `windows have groups and an order`() {
    #expect(
      plan(
        "服务 | 添加 次序 = 行号, 上次 = 上一行(日期, 1) 每组 家庭 排序 日期") == """
          services
            window 次序 = row_number, 上次 = lag(date, 1) per family sort date
            show id, family, member, program, kind, channel, date, minutes, cost, started, 次序, 上次

          """)
  }

  @Test func `windows over a summary`() {
    #expect(
      plan(
        "services | count by kind | add p = count / sum(count), r = row_number, prev = lag(count, 1) sort count desc"
      ) == """
        services
          summarize count = count() by kind
          window p = count / sum(count), r = row_number, prev = lag(count, 1) sort count desc
          show kind, count, p, r, prev

        """)
  }

  @Test func `a running aggregate and one of the whole group`() {
    #expect(
      plan(
        "services | add first = first(cost), n = running count per family sort date") == """
          services
            window first = first(cost sort date), n = running count() per family sort date
            show id, family, member, program, kind, channel, date, minutes, cost, started, first, n

          """)
  }

  @Test func `a column may use the one before it`() {
    #expect(
      plan(
        "services | add x = 2 * 3 + 1, y = -5, z = x + y") == """
          services
            compute x = 7, y = -5
            compute z = x + y
            show id, family, member, program, kind, channel, date, minutes, cost, started, x, y, z

          """)
  }
}
