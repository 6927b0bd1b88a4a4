import HearthPlan
import Testing

@Suite struct Values {
  @Test func `decimals keep their places`() {
    #expect(
      plan(
        "services | where cost > 10 and cost * 1.5 < 3.25 and cost / 2 > 1 and minutes // 60 = 1")
          == """
          services
            where (cost > 10.00) and ((cost * 1.5) < 3.250) and ((cost / 2) > 1) and ((minutes // 60) = 1)
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }

  @Test func `a range of numbers has two ends`() {
    #expect(
      plan(
        "services | where minutes in 30..60") == """
          services
            where (minutes >= 30) and (minutes <= 60)
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }

  @Test func `functions of one row`() {
    #expect(
      plan(
        #"services | add b = band(cost, 1.5, 20), w = weekday(date), f = format(date, "yyyy"), t = text(cost) + "元", i = if kind = visit then 1 else 2.5, c = channel ?? "无""#
      ) == """
        services
          compute b = band(cost, 1.50, 20.00), w = weekday(date), f = format(date, "yyyy"), t = text(cost) + "元", i = if (kind = visit) then 1.0 else 2.5, c = channel ?? "无"
          show id, family, member, program, kind, channel, date, minutes, cost, started, b, w, f, t, i, c

        """)
  }

  @Test func `texts of categories and areas`() {
    #expect(
      plan(
        #"families | where head contains "张" and street contains "莲""#) == """
          families
            where (head contains "张") and (area.street contains "莲")
            show id, head, area, tags, registered, status

          """)
  }

  @Test func `yes and no are words as the tables show them`() {
    #expect(
      plan("families | where alone = 是 or bereaved = no | select id") == """
        families
          where (alone = true) or (tags has bereaved = false)
          show id

        """)
  }
}
