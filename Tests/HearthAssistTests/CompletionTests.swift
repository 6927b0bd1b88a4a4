import HearthAssist
import HearthText
import Testing

@Suite struct PlaceTests {
  @Test func `a statement begins with a table, a result or a word`() {
    #expect(offered("fam") == ["families"])
    #expect(offered("家") == ["家庭"])
    #expect(offered("des") == ["describe"])
    #expect(offered("du") == ["due"])
    let all = offered("")
    #expect(all.prefix(4) == ["due", "areas", "families", "members"])
    #expect(all.contains("let"))
    #expect(offered("", .chinese).contains("家庭"))
    #expect(!offered("", .chinese).contains("families"))
  }

  @Test func `what is replaced is what has been typed`() {
    #expect(completion("fam")?.range == 0..<3)
    #expect(completion("families | wh")?.range == 11..<13)
    #expect(completion("家庭|筛")?.range == 7..<10)
    #expect(completion("fam‸ | count")?.range == 0..<3)
    #expect(completion("families | ")?.range == 11..<11)
  }

  @Test func `after a pipe stands a stage`() {
    #expect(offered("families | wh") == ["where"])
    #expect(offered("families | su") == ["summarize", "suppress"])
    #expect(offered("家庭 | 筛") == ["筛选"])
    #expect(offered("家庭 | 过") == ["过滤"])
    #expect(!offered("家庭 | ", .chinese).contains("过滤"))
    #expect(offered("家庭 | 汇") == ["汇总"])
    #expect(offered("families | left ").contains("join"))
    #expect(offered("families\n| where bereaved\n| so") == ["sort"])
    #expect(offered("| co") == ["count", "coverage"])
    #expect(offered("families wh") == ["| where"])
  }

  @Test func `clauses belong to their stages`() {
    #expect(offered("families | count b") == ["by"])
    #expect(offered("families | count by street with ") == ["total", "all"])
    #expect(offered("families | count by street ac") == ["across"])
    #expect(offered("families | sort registered d").first == "desc")
    #expect(offered("services | take 3 p") == ["per"])
    #expect(offered("families | sample 20 s") == ["seed"])
    #expect(offered("families | where bereaved p") == ["匹配"])
    #expect(offered("services | join due o") == ["on"])
    #expect(offered("families | with services w") == ["where"])
    #expect(offered("services | expand every mo").prefix(1) == ["month"])
    #expect(offered("services | expand every month i") == ["in"])
    #expect(offered("families | count by street | chart ") == ["bar", "line", "heat", "spark"])
    #expect(offered("families | count by street | chart bar ") == ["of", "by"])
    #expect(offered("families | count by street | chart bar of ") == ["street", "count"])
    #expect(offered("families | count by street | chart bar of count by s") == ["street"])
    #expect(offered("services | expand every month in this mo").prefix(1) == ["month"])
    #expect(offered("家庭 | 计数 按 街道 带").prefix(2) == ["带合计", "带全部"])
    #expect(offered("families | where head is mi") == ["missing"])
    #expect(
      Set(offered("families | where head is ").prefix(3)) == ["missing", "known", "not missing"])
    #expect(offered("services | where cost is mo") == ["more than"])
    #expect(offered("服务 | 筛选 费用 大").contains("大于等于"))
  }

  @Test func `statements have their own words`() {
    #expect(offered("describe s") == ["services"])
    #expect(offered("save d") == ["due"])
    #expect(offered("save due a") == ["as"])
    #expect(offered("explain fam") == ["families"])
    #expect(offered("let x = fam") == ["families"])
    #expect(offered("let x = families | wh") == ["where"])
    #expect(offered("expect (families | wh") == ["where"])
    #expect(offered("expect due is n") == ["not empty"])
    #expect(offered("define fam") == ["families"])
    #expect(offered("define families.at_risk = berea") == ["bereaved"])
    #expect(offered("param month: per") == ["period"])
  }

  @Test func `nothing is offered where nothing is known`() {
    #expect(completion("families # whe") == nil)
    #expect(completion("families | take 1") == nil)
    #expect(completion("families | where head = \"wh") == nil)
    #expect(completion("let na") == nil)
    #expect(completion("families | zzz") == nil)
  }
}

@Suite struct NameTests {
  @Test func `a row has columns, fields, levels, flags, definitions and links`() {
    #expect(offered("families | where sta").first == "status")
    #expect(offered("families | where str") == ["street"])
    #expect(offered("families | where ber") == ["bereaved"])
    #expect(offered("families | where liv") == ["lives_alone"])
    #expect(offered("families | where mem") == ["members"])
    #expect(offered("families | sort reg") == ["registered"])
    #expect(
      offered("families | where bereaved and dis") == ["disabled", "disabled_child", "distinct"])
    #expect(offered("families | where rou") == ["round("])
    #expect(offered("services | summarize total = su") == ["sum(", "substring("])
  }

  @Test func `names change with the stages`() {
    #expect(
      offered("families | summarize n = count by street | sort ") == ["n", "street"]
        || offered("families | summarize n = count by street | sort ") == ["street", "n"])
    #expect(offered("families | add twice = 2 | where tw") == ["twice"])
    #expect(offered("families | select id | where sta").first == "status")
    #expect(offered("families | select id, status | drop ").sorted() == ["id", "status"])
    #expect(offered("families | rename x = sta").first == "status")
    #expect(offered("| where k") == ["kind"])
    #expect(offered("due | where ki") == ["kind"])
    #expect(offered("let a = members | add old = age > 80\na | where ol") == ["old"])
    #expect(offered("define families.risky = bereaved\nfamilies | where ris") == ["risky"])
  }

  @Test func `a mistake further up does not silence completion`() {
    #expect(offered("families | where nonsense = 3 | sort reg") == ["registered"])
    #expect(offered("families | wher x | sort reg") == ["registered"])
  }

  @Test func `links are entered`() {
    #expect(offered("families | with ") == ["members", "services"])
    #expect(offered("家庭 | 有 服") == ["服务"])
    #expect(offered("families | with services where ki") == ["kind"])
    #expect(offered("families | with services where regi") == ["registered"])
    #expect(offered("families | where count(services where ki") == ["kind"])
    #expect(offered("families | where any(members where ag") == ["age"])
    #expect(offered("families | where last(services.da") == ["date"])
    #expect(offered("services | where family.sta").first == "status")
    #expect(offered("services | where family.area.na") == ["name"])
    #expect(offered("families | where (bereaved or dis").first == "disabled")
    #expect(offered("services | join (families | where sta").first == "status")
    #expect(offered("services | join (fam") == ["families"])
  }
}

@Suite struct ValueTests {
  @Test func `a category is compared with its values`() {
    #expect(offered("families | where status = ") == ["active", "moved"])
    #expect(offered("families | where status = mo") == ["moved"])
    #expect(offered("families | where status != 在") == ["在册"])
    #expect(offered("家庭 | 筛选 状态 = ", .chinese) == ["在册", "迁出"])
    #expect(offered("families | where status in (active, mo") == ["moved"])
    #expect(offered("families | where tags has dis") == ["disabled", "disabled_child"])
    #expect(offered("families | where tags has any (bereaved, disabled_") == ["disabled_child"])
    #expect(offered("services | where family.status = ac") == ["active"])
    #expect(offered("families | with services where kind = v") == ["visit"])
    #expect(offered("families | where count(services where kind = v") == ["visit"])
  }

  @Test func `values found in the data are offered too`() {
    #expect(offered("services | where method = ") == ["三养", "\"红帆 领航\""])
    #expect(offered("services | where method = \"红") == ["\"红帆 领航\""])
    #expect(offered("families | where street = ") == ["开元", "\"莲前 东\""])
    #expect(offered("families | where city = ") == ["厦门市"])
    #expect(offered("families | where area = ").count == 3)
  }

  @Test func `private values are not offered under masks`() {
    #expect(offered("families | where secret = ") == ["sesame"])
    #expect(!offered("families | where secret = ", privacy: .masked).contains("sesame"))
    #expect(!offered("families | where secret = s", privacy: .masked).contains("sesame"))
  }

  @Test func `dates are compared with periods`() {
    #expect(offered("services | where date in last ").prefix(2) == ["week", "month"])
    #expect(offered("services | where date in this m") == ["month"])
    #expect(offered("services | where date in last 30 d") == ["days", "day"])
    #expect(offered("services | where date in ").contains("last 30 days"))
    #expect(offered("服务 | 筛选 日期 在 ", .chinese).contains("最近30天"))
    #expect(offered("服务 | 筛选 日期 在 今").contains("今年"))
    #expect(offered("services | where date in spr") == ["spring festival"])
    #expect(offered("服务 | 筛选 日期 在 中").contains("中秋"))
  }

  @Test func `a name given to a column is no comparison`() {
    #expect(offered("families | add status = sta").first == "status")
    #expect(offered("families | summarize n = cou") == ["count"])
    #expect(offered("families | count by status = str") == ["street"])
  }
}

@Suite struct ChineseTests {
  @Test func `Chinese without spaces is completed from its last word`() {
    #expect(offered("家庭|筛选失") == ["失独"])
    #expect(offered("家庭|筛选失独且伤") == ["伤残"])
    #expect(offered("家庭|计数按街") == ["街道"])
    #expect(offered("家庭|计数按街道带合") == ["带合计"])
    #expect(offered("家庭|筛选状态=在") == ["在册"])
    #expect(completion("家庭|筛选失")?.range == 13..<16)
  }

  @Test func `the typed beginning decides the language`() {
    #expect(offered("家庭 | 筛选 sta", .chinese).first == "status")
    #expect(offered("families | where 状") == ["状态"])
    #expect(offered("families | where ", .chinese).contains("状态"))
    #expect(!offered("families | where ", .chinese).contains("status"))
    #expect(completion("家庭 | 筛选 状", .english)?.candidates.first?.description == "status")
  }

  @Test func `full-width signs are signs`() {
    #expect(offered("家庭｜筛选 状态＝在") == ["在册"])
    #expect(offered("家庭｜筛选 类别 含任一（失独，伤") == ["伤残"])
  }
}

@Suite struct RobustnessTests {
  static let texts = [
    "families | where status = active and count(services where kind = visit) > 2 | sort id desc",
    "let x = (services | join due as d on id = d.id)\nx | summarize n = count, m = sum(cost) by y",
    "家庭｜筛选失独且状态＝在册｜计数按街道带合计；服务 | 有 家庭 其中 类别 含任一（失独、残疾）",
    "expect (due | where a.b. = [{id = 1, x = \"‘“`]}) has every ( ) ] } | | , . = \"",
    "define families.f(x) = if x then 1 else `a``b` # 注释\nparam m: period = last 3 complete months",
    "👩‍👩‍👧 | ¬§ \u{0}\u{1B} \u{FEFF}\u{202E} ((((((((((((((((((((",
  ]

  @Test(arguments: texts)
  func `any cursor in any text is survived`(text: String) {
    let completer = Register.completer()
    for cursor in -1...text.utf8.count + 1 {
      guard let found = completer.complete(text: text, cursor: cursor) else { continue }
      #expect(found.range.lowerBound >= 0 && found.range.upperBound <= max(0, cursor))
      #expect(found.candidates.allSatisfy { !$0.insertion.isEmpty })
      let bytes = Array(text.utf8)[found.range]
      #expect(String(validating: bytes, as: UTF8.self) != nil)
    }
  }

  @Test func `deep and long texts are survived`() {
    let completer = Register.completer()
    let deep = String(repeating: "families | where (", count: 300)
    _ = completer.complete(text: deep, cursor: deep.utf8.count)
    let long = "families | where " + String(repeating: "失独且", count: 5_000) + "伤"
    _ = completer.complete(text: long, cursor: long.utf8.count)
    let huge = String(repeating: "x", count: 2 << 20)
    #expect(completer.complete(text: huge, cursor: huge.utf8.count) == nil)
  }

  @Test func `completion takes no noticeable time`() {
    let completer = Register.completer()
    let text = "家庭|筛选失独且状态=在册|汇总数量=计数按街道|排序数"
    _ = completer.complete(text: text, cursor: text.utf8.count)
    let elapsed = ContinuousClock().measure {
      for _ in 0..<10 { _ = completer.complete(text: text, cursor: text.utf8.count) }
    }
    // Ten of them in a debug build on a busy machine.
    #expect(elapsed < .seconds(1))
  }
}

@Suite struct EvidenceCompletionTests {
  @Test func `a coverage begins with a link and goes on with its clauses`() {
    #expect(offered("families | coverage of serv") == ["services"])
    #expect(offered("家庭 | 覆盖 服") == ["服务"])
    #expect(offered("families | coverage of services wh") == ["where"])
    #expect(offered("families | coverage of services ta") == ["target"])
    #expect(offered("families | coverage of services where kind = vis") == ["visit"])
    #expect(
      offered("families | coverage of services where date in last 30 days at") == ["at least"])
    #expect(offered("families | gaps of services where kind = visit exc") == ["excluding"])
  }

  @Test func `after by the names are those of the rows, within where those of the linked ones`() {
    #expect(offered("families | coverage of services by stre") == ["street"])
    #expect(offered("families | coverage of services where kind = visit by statu") == ["status"])
    #expect(offered("families | coverage of services where meth") == ["method"])
    #expect(offered("families | coverage of services excluding statu") == ["status"])
    #expect(offered("家庭 | 覆盖 服务 其中 类型 = 探访 按 街") == ["街道"])
  }
}

@Suite struct CadenceCompletionTests {
  @Test func `a cadence begins with a link and goes on with its clauses`() {
    #expect(offered("families | cad") == ["cadence"])
    #expect(offered("families | cadence of serv") == ["services"])
    #expect(offered("families | cadence of services ev") == ["every"])
    #expect(offered("families | cadence of services where kind = vis") == ["visit"])
    #expect(offered("families | cadence of services where kind = visit ev") == ["every"])
    #expect(offered("families | cadence of services every month at") == ["at least"])
    #expect(offered("families | cadence of services every month at least 2 i").first == "in")
    #expect(offered("families | cadence of services every month by stre") == ["street"])
    #expect(offered("家庭|频次服务每月按街") == ["街道"])
  }

  @Test func `a rhythm is a unit or a category`() {
    #expect(offered("families | cadence of services every ").prefix(2) == ["day", "week"])
    #expect(offered("families | cadence of services every mon") == ["month"])
    #expect(offered("families | cadence of services every sta") == ["status"])
    #expect(offered("家庭 | 频次 服务 每 ", .chinese).contains("状态"))
  }

  @Test func `after in stands a period`() {
    #expect(
      offered("families | cadence of services every month in this mo") == ["month"])
    #expect(
      offered("families | cadence of services every month in ye").contains("year to date"))
    #expect(offered("families | cadence of services every month in last 3") == [])
    #expect(offered("家庭 | 频次 服务 每月 至少 2 在 今年").contains("今年以来"))
    // In a condition the date is compared as ever.
    #expect(
      offered("families | cadence of services where date in ").contains("last 30 days"))
  }
}

@Suite struct TrendCompletionTests {
  @Test func `a trend has a measure, a unit, a period and keys`() {
    #expect(offered("services | trend cou") == ["count"])
    #expect(offered("services | trend total = su").first == "sum(")
    #expect(offered("services | trend sum(cos").first == "cost")
    #expect(offered("services | trend count ev") == ["every"])
    #expect(offered("services | trend count every mo") == ["month"])
    #expect(Set(offered("services | trend count every month ")) == ["in", "by"])
    #expect(offered("services | trend count every month in this mon") == ["month"])
    #expect(offered("services | trend count every month in ye").contains("year to date"))
    #expect(offered("services | trend count every month in this year b").contains("by"))
    #expect(offered("services | trend count every month by met") == ["method"])
    #expect(offered("服务 | 趋势 计数 每") == ["每"])
    #expect(offered("服务 | 趋势 计数 每月 按 工作") == ["工作法"])
  }

  @Test func `what a trend gives is known behind it`() {
    let months = "services | trend total = sum(cost) every month by method | "
    #expect(offered(months + "where chan") == ["change"])
    #expect(offered(months + "sort per").contains("period"))
    #expect(offered("服务 | 趋势 计数 每月 | 筛选 变") == ["变化"])
  }

  @Test func `a funnel has dates and keys`() {
    #expect(offered("families | funnel regis") == ["registered"])
    #expect(offered("families | funnel registered > first(services.da") == ["date"])
    #expect(offered("services | funnel date > family.registered b").contains("by"))
    #expect(offered("services | funnel date > family.registered by met") == ["method"])
    #expect(offered("services | funnel date > family.registered | where step = d") == ["date"])
  }

  @Test func `periods to be compared are offered as periods`() {
    #expect(offered("services | count by kind across (last mon") == ["month"])
    #expect(offered("services | count across (last month, this quar") == ["quarter"])
    #expect(offered("families | coverage of services across (last mon") == ["month"])
    #expect(offered("services | count across (2026-09, 2026-10) | where chan") == ["change"])
  }
}

@Suite struct HastyTypingTests {
  @Test func `Chinese is completed from pinyin, in full or by its letters`() {
    #expect(offered("families | where status = zc") == ["在册"])
    #expect(offered("families | where status = zaice") == ["在册"])
    #expect(offered("jiating") == ["家庭"])
    #expect(offered("families | sx") == ["筛选"])
    #expect(offered("families | where bereaved | hz") == ["汇总"])
  }

  @Test func `an English word that begins so comes first`() {
    #expect(offered("fam") == ["families"])
    let chinese = offered("s", .chinese)
    #expect(chinese.contains("services"))
    let pinyin = chinese.firstIndex(of: "设")!
    #expect(pinyin > chinese.firstIndex(of: "services")!)
  }

  @Test func `what begins no word is taken for one that is like it`() {
    #expect(offered("families | cuont").first == "count")
    #expect(offered("famlies").first == "families")
    #expect(offered("families | smrz").first == "summarize")
    #expect(offered("families | where xqzw").isEmpty)
    #expect(offered("families | c") == offered("families | c").filter { $0.hasPrefix("c") })
  }
}
