import HearthPlan
import HearthText
import Testing

@Suite struct Errors {
  /// Each query with all that is said about it, in English.
  static let english: [(query: String, said: String)] = [
    (
      "services | where kidn = visit | where kind = vist",
      """
      B001 [kidn] there is no column or field called `kidn` here / did you mean `kind`?
      B004 [vist] `kind` has no value `vist` / did you mean `visit`?
      """
    ),
    (
      "services | where street = 莲前",
      "B001 [street] there is no column or field called `street` here / did you mean `family.street`?"
    ),
    (
      "services | where stret = 莲前",
      "B001 [stret] there is no column or field called `stret` here / did you mean `family.street`?"
    ),
    (
      "famlies | count",
      "B002 [famlies] there is no table called `famlies` / did you mean `families`?"
    ),
    ("_ | count", "B002 [_] there is no result yet"),
    ("services | add x = foo(3)", "B003 [foo] there is no function called `foo`"),
    (
      "services | add x = conut(3)",
      "B003 [conut] there is no function called `conut` / did you mean `count`?"
    ),
    (
      "services | where channel = 微心",
      "B004 [微心] `channel` has no value `微心` / did you mean `微信`?"
    ),
    (
      "families | where street = 莲钱",
      "B004 [莲钱] no row of areas is called `莲钱` / did you mean `莲前`?"
    ),
    (
      "families | where status = gone",
      "B004 [gone] `status` has no value `gone` / there are active, moved, closed"
    ),
    (
      "members | where name = 张三",
      """
      B001 [张三] there is no column or field called `张三` here / \
      a text is written in quotation marks: `"张三"`
      """
    ),
    (
      "services | where date = 2026-10",
      "B005 [date = 2026-10] a date lies in a period; it does not equal one / write `in` instead"
    ),
    (
      #"services | where cost > "x""#,
      #"B005 [cost > "x"] `cost` is a decimal; it cannot be compared with a text"#
    ),
    (
      "families | where tags = illness",
      """
      B005 [tags = illness] `tags` is a set of tags (bereaved, disabled, illness); \
      it cannot be compared with a category (bereaved, disabled, illness) / write `has` instead
      """
    ),
    (
      "services | where family < F1",
      "B005 [family < F1] a link to families has no order / only `=` and `!=` make sense here"
    ),
    (
      "services | add x = date + 30",
      """
      B006 [date + 30] a date and a whole number cannot be reckoned with like this / \
      write `date + 30 days`
      """
    ),
    (
      "areas | add v = avg(families.services.cost)",
      """
      B007 [avg(families.services.cost)] `avg` cannot be asked through several links to many rows / \
      start from the table itself and `summarize`
      """
    ),
    (
      "services | where abs(1, 2) = 1",
      "B008 [abs] `abs` does not take 2 arguments / write `abs(x)`"
    ),
    (
      "services | where not kind",
      """
      B009 [kind] this is a category (visit, call, lecture), not a condition / \
      compare it with something, or ask whether it `is known`
      """
    ),
    (
      "services | where sum(cost) > 1",
      """
      B010 [sum] `sum` looks at many rows; there is only one here / \
      use it in `summarize` or `add`, or over a link: `sum(services …)`
      """
    ),
    (
      "services | summarize n = count, cost by kind",
      """
      B011 [cost] `cost` has many values in a group / \
      put it into an aggregate, like `max(cost)`, or after `by`
      """
    ),
    (
      "families | where services is missing",
      """
      B012 [services] `services` is many rows, not one value / \
      ask `count(services)`, `any(services where …)` or `last(services.…)`
      """
    ),
    ("services | summarize n = count, n = sum(cost)", "B013 [n] two columns would be called `n`"),
    (
      "visits | where street = 莲前",
      "B014 [street] `street` could be `home.street`, `work.street` / write the path"
    ),
    (
      "services | expand family",
      """
      B015 [family] `family` leads to one row; there is nothing to expand / \
      use a path like `family.…`
      """
    ),
    (
      "services | add x = 9223372036854775807 + 1",
      "B019 [9223372036854775807 + 1] this number is too large"
    ),
    (
      #"services | where date in term "2025春""#,
      #"B022 [term "2025春"] there is no term called `2025春` / did you mean `2026春`?"#
    ),
    (
      "families | drop registered | drop registered",
      "L004 [registered] `registered` is not shown anyway"
    ),
    (
      "families | drop id, head, area, tags, registered, status",
      "B028 [drop] no column would be left"
    ),
    (
      "families | select id | except due",
      """
      B029 [due] whole rows are compared, but only one side has `n` / \
      choose the columns with `select` first
      """
    ),
    (#"from "x.csv" | count"#, #"B030 [from "x.csv"] There is no file x.csv."#),
    (
      "families | suppress below 5",
      """
      B031 [suppress below 5] `suppress` hides small counts; there is none here / \
      put it after `count by …`
      """
    ),
    (
      "services | count by kind | where date in last month",
      """
      B001 [date] `date` is no longer there: the rows are groups now, with `kind`, `count` / \
      use it before `summarize`, or as a key after `by`
      """
    ),
    (
      "families | with services where id = \"S1\"",
      "L003 [id] `id` is read as that of the services, though the row outside has one too"
    ),
    (
      "areas | add level_is = if level = street then 1 else 2, street = 3 | where level = street",
      "L002 [street] `street` is read as the value, though a column has that name too"
    ),
  ]

  @Test(arguments: Self.english)
  func `says what is wrong and what to do`(_ query: String, _ said: String) {
    #expect(problems(query) == said)
  }

  /// The same in Chinese, for a few of them.
  static let chinese: [(query: String, said: String)] = [
    ("服务 | 筛选 类形 = 探访", "B001 [类形] 这里没有名为“类形”的列或字段 / 是不是“类型”？"),
    ("服务 | 筛选 类型 = 探放", "B004 [探放] “类型”没有取值“探放” / 是不是“探访”？"),
    ("服务 | 筛选 费用 > 日期", "B005 [费用 > 日期] “费用”是小数，不能与日期比较"),
    ("家亭 | 计数", "B002 [家亭] 没有名为“家亭”的表 / 是不是“家庭”？"),
    ("家庭 | 筛选 服务", "B012 [服务] “服务”是许多行，不是一个值 / 可以问“计数(服务)”“有任一(服务 其中 …)”或“末次(服务.…)”"),
  ]

  @Test(arguments: Self.chinese)
  func `says it in Chinese`(_ query: String, _ said: String) {
    #expect(problems(query, in: .chinese) == said)
  }

  @Test func `nothing is said of what follows from an error`() {
    #expect(
      problems("nosuch | where x > 1 | count by y | sort z")
        == "B002 [nosuch] there is no table called `nosuch`")
    #expect(
      problems("services | add a = nope | where a > 1 | sort a | count by a")
        == "B001 [nope] there is no column or field called `nope` here")
  }

  @Test func `a fix replaces just what is wrong`() {
    let query = "services | where kind = vist"
    let fix = bound(query).diagnostics.first?.fix
    #expect(fix?.replacement == "visit")
    #expect(fix.map { [$0.span.start, $0.span.end] } == [24, 28])
  }

  @Test func `an unknown value of an open category warns and finds nothing`() {
    let result = bound("services | where channel = 微心")
    #expect(result.diagnostics.map(\.severity) == [.warning])
    #expect(result.plan != nil)
  }
}
