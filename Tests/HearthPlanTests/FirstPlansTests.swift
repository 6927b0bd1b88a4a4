import HearthPlan
import Testing

@Suite struct FirstPlans {
  @Test func `flags, closed values and levels are found by their names`() {
    let expected = """
      families
        where tags has bereaved and (status = active)
        summarize count = count() by street = area.street
        show street, count

      """
    #expect(plan("families | where bereaved and status = active | count by street") == expected)
    #expect(plan("家庭 | 筛选 失独 且 状态 = 在册 | 计数 按 街道") == expected)
  }

  @Test func `a period is resolved and stated`() {
    #expect(
      plan("services | where date in last 30 days | select id") == """
        services
          where date in 2026-10-02 … 2026-10-31
          show id
        last 30 days = 2026-10-02 … 2026-10-31

        """)
  }

  @Test func `independent errors are reported together, each with a suggestion`() {
    #expect(
      problems("services | where kidn = visit | where kind = vist") == """
        B001 [kidn] There is no column or field called `kidn` here. / Did you mean `kind`?
        B004 [vist] `kind` has no value `vist`. / Did you mean `visit`?
        """)
  }
}
