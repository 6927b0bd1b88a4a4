import Testing

@testable import HearthSyntax

/// What the specification writes, read without complaint.
struct ParserTests {
  static let scripts = [
    "families\n| where bereaved and status = active\n| count by street",
    "param month: period = last month \"the month to report\"",
    "define families.at_risk = (bereaved or lives_alone) and no(services where date in last 60 days)",
    "let due = families | where at_risk | sort street, id",
    "expect (due | where street = 莲前) is empty \"莲前 has families\"",
    "expect (families | count by street) has every count >= 90%",
    "include \"common.hearth\"",
    "today 2026-10-31",
    "explain families | take 3",
    "describe families",
    "save due as \"due.csv\"",
    "hearth 1",
    "families | select a, n = b + 1 | add n = 1 | drop a | rename x = a | sort a desc, b",
    "families | take 10 | take 3..5 | skip 10 | top 5 by cost | distinct a, b | distinct",
    "families | sample 20 seed 7",
    "services | add n = row_number, total = sum(count), prev = lag(x, 1), run = running sum(x) per street sort date",
    "services | take 3 per street, kind",
    "services | summarize n = count, total = sum(cost) by street, m = month(date) across kind with total",
    "families | count by street with all",
    "families | with services where kind = visit | without services | expand services",
    "a | join b on x = y | left join b as c on x | full join b on x, y = z",
    "a | union b | except (b | where x) | intersect from \"f.csv\" | union [{id = 1, x = 13}, {id = 2, x = -1}]",
    "a | suppress below 5",
    "a | where x in (1, 2, 3) and y between 1 and 2 or z is missing and tags has any (a, b)",
    "a | where if x then y else if z then w else v",
    "a | where date + 30 days > today and days from a to b > 3 and whole years from born to today >= 60",
    "a | where date in since 2026-01-01 and date in until 2026-03-31 and date in 2026-01-01 .. 2026-02-01",
    "a | where date in last 3 complete months or date in month to date or date in year to date",
    "a | where date in same period last year of last month and date >= start of this quarter",
    "a | where date in spring festival 2026 ± 7 days or date in mid-autumn last year +/- n weeks",
    "a | where date in lantern or lantern = mid - autumn or date in double ninth year",
    "a | where x ?? y ?? 0 = -2 ^ 2 and not z",
    "volunteers | sort since desc | where since in last month | select since, last, days, date",
    "a | where count(distinct program) >= 3 and share(where p) > 50%",
    "a | select n = count(stays where from <= today), every = count(b where every is known)",
    "as of 2026-10-31",
    """
    entity areas "区域" levels city "市" > district "区" > street "街道" {
      code        text key                                   "代码"
      level       (city "市级", district "区级")  "层级"
      parent      -> areas as children                       "上级"
    }
    entity families "家庭" from "家庭名册.csv" {
      head        text private                               "户主"
      tags        set (bereaved "失独", disabled "残疾") flags   "类别"
      opened date opens "开办日期"; closed date closes "结束日期"
      cost decimal(2)
      services -> services on program = program, kind = kind
    }
    """,
    "term \"2026春\" 2026-02-23 .. 2026-07-10",
  ]

  @Test(arguments: scripts) func `the sentences of the specification are read`(source: String) {
    let script = parse(source)
    #expect(script.diagnostics.filter { $0.severity == .error } == [])
    #expect(script.completeness == .complete)
  }

  static let vocabulary = Vocabulary(
    words: [
      "家庭", "服务", "成员", "街道", "状态", "在册", "失独", "独居", "日期", "类型", "探访", "费用", "登记日期",
      "出生日期", "编号", "提出日期", "家庭服务", "类别",
    ], isDataValue: { ["莲前街道", "家庭服务"].contains($0) })

  static let chinese = [
    "家庭 | 筛选失独且状态=在册 | 计数按街道": "families",
    "家庭|筛选日期在最近30天|前5名按费用": "",
    "家庭 | 筛选 日期在2026年10月 或 日期在2026年10月31日 且日期在上个月": "",
    "家庭 | 筛选日期在本月至今或日期在今年以来或日期在去年上半年或日期在自2026-01-01起": "",
    "家庭 | 筛选日期在至2026-03-31止 且 日期在未来7天 且 日期在最近3个整月 且日期在最近三个月": "",
    "家庭 | 有服务其中类型=探访且日期在最近30天 | 没有 服务": "",
    "家庭 | 汇总户数=计数，总额＝合计（费用）按街道，月份=月(日期)带合计": "",
    "家庭 | 添加年龄=从出生日期到今天的整年数 | 筛选年龄>=60": "",
    "服务 | 筛选 类型 = 家庭服务 且 街道 = 莲前街道": "",
    "服务 | 筛选 日期 在 本月去年同期 且 日期>=本月首日 且 日期 介于 2026-01-01 至 2026-02-01": "",
    "设应访 = 家庭 | 筛选失独": "",
    "定义家庭.高龄 = 成员 > 3 \"高龄\"": "",
    "期望 (家庭 | 筛选失独) 为空 “没有”": "",
    "家庭 | 筛选类别含任一（失独，独居）": "",
  ]

  @Test(arguments: chinese.keys.sorted()) func `chinese without spaces is read`(source: String) {
    let script = parse(source, vocabulary: Self.vocabulary)
    #expect(script.diagnostics.filter { $0.severity == .error } == [])
    #expect(script.completeness == .complete)
  }
}
