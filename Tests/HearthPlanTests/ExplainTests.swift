import HearthData
import HearthPlan
import HearthSyntax
import HearthText
import Testing

@Suite struct Explaining {
  @Test func `a plan reads in Chinese`() {
    let query = """
      services | where date in last 30 days and family.bereaved
        | add n = running count per family sort date desc | summarize total = sum(cost) by kind
        | sort total desc | take 3
      """
    #expect(
      plan(query, in: .chinese) == """
        服务
          筛选 (日期 在 2026-10-02 … 2026-10-31) 且 家庭.类别 含 失独
          逐行 n = 累计 计数() 每组 家庭 排序 日期 降序
          汇总 total = 合计(费用) 按 类型
          排序 total 降序
          取 1..3
          显示 类型, total
        最近30天 = 2026-10-02 … 2026-10-31

        """)
  }

  @Test func `row counts stand behind the steps`() {
    let plan = bound("services | where kind = visit | count").plan!
    let text = describe(
      plan, catalog: Register.catalog, language: .english, rowCounts: [3, 1, 1])
    #expect(
      text == """
        services  → 3 rows
          where kind = visit  → 1 row
          summarize count = count()  → 1 row
          show count

        """)
  }

  @Test func `every name of a query has both spellings`() {
    let query = "家庭 | where status = 在册 and bereaved | select id, n = 计数(services.cost) | sort 街道"
    let result = bound(query)
    let script = parse(query, vocabulary: Register.catalog.vocabulary())
    guard case .query(let tree)? = script.statements.first?.kind else { return }
    let spelled = { (language: Language) in
      Printer(language: language) { result.spellings[$0.span] }.print(tree)
    }
    #expect(
      spelled(.chinese) == "家庭 | 筛选 状态 = 在册 且 失独 | 显示 编号, n = 计数(服务.费用) | 排序 街道")
    #expect(
      spelled(.english)
        == """
        families | where status = active and bereaved \
        | select id, n = count(services.cost) | sort street
        """)
  }

  @Test func `the name of a joined table has both spellings too`() {
    let query = "services | join families on families.id = family | select families.head"
    let spelled = bound(query).spellings.values.filter { $0.english == "families" }
    #expect(spelled.count == 3)
    #expect(spelled.allSatisfy { $0.chinese == "家庭" })
  }

  @Test func `a definition has both spellings`() {
    let text = "define families.due = any(services where 类型 = visit)"
    guard case .define(let tree)? = parse(text).statements.first?.kind else { return }
    let checked = check(
      CatalogDefinition(tree), catalog: Register.catalog,
      options: BinderOptions(today: Register.today), host: TestHost())
    #expect(checked.diagnostics.isEmpty)
    #expect(
      Set(checked.spellings.values.map(\.chinese)) == ["家庭", "有任一", "服务", "类型", "探访"])
  }

  @Test func `the words of a data set split Chinese that is written without spaces`() {
    let expected = plan("families | where street = 莲前 and bereaved | count by street")
    #expect(plan("家庭|筛选街道=莲前街道且失独|计数按街道") == expected)
    #expect(plan("服务|筛选渠道=微信|计数").contains("channel = 微信"))
  }
}
