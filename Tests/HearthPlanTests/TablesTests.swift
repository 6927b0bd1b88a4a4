import HearthPlan
import Testing

@Suite struct Tables {
  @Test func `a clash is named after the table`() {
    #expect(
      plan(
        "services | join families on family = id | where status = active") == """
          services
            join on family = id adding families_id, head, area, tags, registered, status
              families
                show id, head, area, tags, registered, status
            where status = active
            show id, family, member, program, kind, channel, date, minutes, cost, started, families_id, head, area, tags, registered, status

          """)
  }

  @Test func `an alias names the joined columns`() {
    #expect(
      plan(
        "services | join families as f on family = f.id | select f.head, id, f_id") == """
          services
            join on family = id adding f_id, head, area, tags, registered, status
              families
                show id, head, area, tags, registered, status
            show head, id, f_id

          """)
  }

  @Test func `a column of the same name is shown once`() {
    #expect(
      plan(
        "services | full join members on family") == """
          services
            full join on family = family adding members_id, name, born, role
              members
                show id, family, name, born, role
            show id, family, member, program, kind, channel, date, minutes, cost, started, members_id, name, born, role

          """)
  }

  @Test func `a query can be joined`() {
    #expect(
      plan(
        "programs | join (services | count by program) on id = program | select name, count") == """
          programs
            join on id = program adding program, count
              services
                summarize count = count() by program
                show program, count
            show name, count

          """)
  }

  @Test func `a table written out`() {
    #expect(
      plan(
        #"[{a = 1, b = "x"}, {a = 2.5, b = missing}] | where a > 1"#) == """
          table written out 2 columns, 2 rows
            where a > 1.0
            show a, b

          """)
  }

  @Test func `a union matches by name`() {
    #expect(
      plan(
        #"families | union [{id = "F9", extra = 3}, {id = "F10"}]"#) == """
          families
            union id, head, area, tags, registered, status, extra
              table written out 2 columns, 2 rows
                show id, extra
            show id, head, area, tags, registered, status, extra

          """)
  }

  @Test func `whole rows are intersected`() {
    #expect(
      plan(
        "families | select id | intersect (due | select id)") == """
          families
            intersect id
              kept result 1
                show id
            show id

          """)
  }
}
