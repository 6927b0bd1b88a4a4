import HearthPlan
import Testing

@Suite struct Links {
  @Test func `aggregates over links are plain expressions`() {
    #expect(
      plan(
        "families | add n = count(distinct services.program), l = last(services.date), s = sum(services.cost where kind = visit), k = list(services.kind), a = all(members where age > 60), sh = share(services where kind = visit)"
      ) == """
        families
          compute n = count(distinct services.program), l = last(services.date sort date), s = sum(services.cost where kind = visit), k = list(services.kind), a = all(members where age > 60), sh = share(services where kind = visit)
          say how many lack a value: count(services where kind is missing)
          show id, head, area, tags, registered, status, n, l, s, k, a, sh
        today = 2026-10-31

        """)
  }

  @Test func `the row outside is seen from inside a link`() {
    #expect(
      plan(
        "families | with services where kind = visit and date > registered | without members")
          == """
          families
            where any(services where (kind = visit) and (date > outer.registered))
            where no(members)
            show id, head, area, tags, registered, status

          """)
  }

  @Test func `a link to one row can be asked for`() {
    #expect(
      plan(
        "services | with program where kind = home | with member") == """
          services
            where (program is known) and (program.kind = home)
            where member is known
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }

  @Test func `the way to many rows may begin with a link to one`() {
    #expect(
      plan(
        "services | where count(family.members) > 2 and sum(family.services.cost) > 3") == """
          services
            where (family.count(members) > 2) and (family.sum(services.cost) > 3.00)
            show id, family, member, program, kind, channel, date, minutes, cost, started

          """)
  }

  @Test func `in a summary an aggregate over a link is summed up`() {
    #expect(
      plan(
        "families | summarize n = count(services), c = sum(services.cost), a = avg(count(services)) by street"
      ) == """
        families
          summarize n = sum(count(services)), c = sum(sum(services.cost)), a = avg(count(services)) by street = area.street
          show street, n, c, a

        """)
  }

  @Test func `expanding keeps the columns of both`() {
    #expect(
      plan(
        "programs | where opened in this year | expand services") == """
          programs
            where opened in 2026
            expand services keeping id = id, name = name, kind = kind, area = area, opened = opened
            show id, name, kind, area, opened, services_id = id, family, member, program, services_kind = kind, channel, date, minutes, cost, started
          this year = 2026-01-01 … 2026-12-31

          """)
  }
}
