import HearthPlan
import Testing

@Suite struct Names {
  @Test func `flags, closed values and levels are found by their names`() {
    #expect(
      plan(
        "家庭 | 有 服务 其中 类型 = 探访 且 日期 在 最近30天") == """
          families
            where any(services where (kind = visit) and (date in 2026-10-02 … 2026-10-31))
            show id, head, area, tags, registered, status
          last 30 days = 2026-10-02 … 2026-10-31

          """)
  }

  @Test func `a path follows links to one row`() {
    #expect(
      plan(
        "members | where age > 80 and family.street = 莲前 and family.bereaved") == """
          members
            where (age > 80) and (family.area.street = 莲前) and family.tags has bereaved
            show id, family, name, born, role
          today = 2026-10-31

          """)
  }

  @Test func `a link is compared with a key, quoted or bare`() {
    #expect(
      plan(
        #"services | where family = F1 and family != "F2""#) == """
          services
            where (family = F1) and (family != F2)
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }

  @Test func `a link is compared with the name of its row`() {
    #expect(
      plan(
        "services | where program = 快乐我家") == """
          services
            where program = P1
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }

  @Test func `an area is found with its level behind its name`() {
    #expect(
      plan(
        "families | where street = 莲前街道 | select id, head, n = count(services) | sort n desc | take 10"
      ) == """
        families
          where area.street = 莲前
          compute n = count(services)
          sort n desc
          take 1..10
          show id, head, n

        """)
  }

  @Test func `all areas of a name are meant`() {
    #expect(
      plan(
        "families | where community != 希望") == """
          families
            where not (area.community in (希望, 希望))
            show id, head, area, tags, registered, status

          """)
  }

  @Test func `a hidden field can be sorted and filtered by`() {
    #expect(
      plan(
        "families | select id, area | sort registered, street | where status = active | drop area | rename key = id | select key, id"
      ) == """
        families
          sort registered, area.street
          where status = active
          show key = id, id

        """)
  }

  @Test func `a value may stand on either side`() {
    #expect(
      plan(
        #"services | where kind = "visit" and "visit" = kind and visit = kind"#) == """
          services
            where (kind = visit) and (kind = visit) and (kind = visit)
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }

  @Test func `missing is asked for with an equals sign`() {
    #expect(
      plan(
        "services | where kind = missing or channel = missing") == """
          services
            where (kind is missing) or (channel is missing)
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }

  @Test func `a group key that is a link still leads on`() {
    #expect(
      plan(
        "services | count by family | select family.street, family.head, count") == """
          services
            summarize count = count() by family
            show street = family.area.street, head = family.head, count

          """)
  }

  @Test func `an area key has levels of its own`() {
    #expect(
      plan(
        "services | count by family.area | count by street") == """
          services
            summarize count = count() by area = family.area
            summarize count = count() by street = area.street
            show street, count

          """)
  }

  @Test func `a kept result is still made of rows`() {
    #expect(
      plan(
        "due | where n > 1 | select id, head, n, street") == """
          kept result 1
            where n > 1
            show id, head, n, street = area.street

          """)
  }

  @Test func `functions of the user are put in place`() {
    #expect(
      plan(
        "services | where share_of(minutes, 60) > 0.5") == """
          services
            where (minutes / 60) > 0.5
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }
}
