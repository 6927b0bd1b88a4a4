import HearthPlan
import Testing

@Suite struct Groups {
  @Test func `keys and measures are named after their functions`() {
    #expect(
      plan(
        "服务 | 汇总 合计(费用), 计数 按 类型, 月(日期)") == """
          services
            summarize sum = sum(cost), count = count() by kind, month = month(date)
            show kind, month, sum, count

          """)
  }

  @Test func `a measure may use the one before it and arithmetic`() {
    #expect(
      plan(
        "services | summarize avg = sum(cost) / count by kind") == """
          services
            summarize avg = sum(cost) / count() by kind
            show kind, avg

          """)
  }

  @Test func `all kinds of measures`() {
    #expect(
      plan(
        #"services | summarize share(where kind = visit), percentile(minutes, 90), median(cost), first(kind), concat(channel, "、") by family.street with total"#
      ) == """
        services
          say how many lack a value: kind is missing
          summarize share = share(where kind = visit), percentile = percentile(minutes, 90), median = median(cost), first = first(kind sort date), concat = concat(channel, "、") by street = family.area.street with total
          show street, share, percentile, median, first, concat

        """)
  }

  @Test func `tags are exploded`() {
    #expect(
      plan(
        "families | count by tags with all") == """
          families
            summarize count = count() by each of tags with all
            show tags, count

          """)
  }

  @Test func `one measure across is named after the value`() {
    #expect(
      plan(
        "services | count by kind across channel") == """
          services
            summarize count = count() by kind across channel (3 values)
            show kind, 微信, 电话, missing

          """)
  }

  @Test func `several measures across come value by value`() {
    #expect(
      plan(
        "services | summarize sum(cost), n = count by family.street across kind") == """
          services
            summarize sum = sum(cost), n = count() by street = family.area.street across kind (3 values)
            show street, visit_sum, visit_n, call_sum, call_n, missing_sum, missing_n

          """)
  }

  @Test func `a bare count is the column once there is one`() {
    #expect(
      plan(
        "services | count by kind | where kind = visit | sort count desc | select kind, count, x = count * 2"
      ) == """
        services
          summarize count = count() by kind
          where kind = visit
          sort count desc
          compute x = count * 2
          show kind, count, x

        """)
  }

  @Test func `a summary of a summary`() {
    #expect(
      plan(
        "services | summarize count by street = family.street, kind | summarize max(count) by street"
      ) == """
        services
          summarize count = count() by street = family.area.street, kind
          summarize max = max(count) by street
          show street, max

        """)
  }

  @Test func `conditions as measures`() {
    #expect(
      plan(
        "services | summarize x = count(where kind = visit) / count, y = any(kind = visit), z = list(distinct kind)"
      ) == """
        services
          summarize x = count(where kind = visit) / count(), y = any(where kind = visit), z = list(distinct kind)
          show x, y, z

        """)
  }

  @Test func `two keys of one name are told apart`() {
    #expect(
      plan(
        "services | count by kind, kind") == """
          services
            summarize count = count() by kind, kind_2 = kind
            show kind, kind_2, count

          """)
  }

  @Test func `small counts are hidden`() {
    #expect(
      plan(
        "families | count by street | suppress below 5") == """
          families
            summarize count = count() by street = area.street
            suppress below 5: count
            show street, count

          """)
  }
}
