import HearthText
import Testing

@testable import HearthSyntax

struct PrinterTests {
  /// What is written, and its canonical forms in English and in Chinese.
  static let expressions: [(String, String, String)] = [
    ("a and b or not c", "a and b or not c", "a 且 b 或 非 c"),
    ("(a or b) and c", "(a or b) and c", "(a 或 b) 且 c"),
    ("x not in (1,2)", "not x in (1, 2)", "非 x 在 (1, 2)"),
    ("x is missing and y is known", "x is missing and y is known", "x 缺失 且 y 已知"),
    ("x between 1 and 2", "x between 1 and 2", "x 介于 1 至 2"),
    ("tags has any (a)", "tags has a", "tags 含 a"),
    ("tags has all (a, b)", "tags has all (a, b)", "tags 含全部 (a, b)"),
    ("-2 ^ 2", "-2 ^ 2", "-2 ^ 2"),
    ("(-2) ^ 2 ^ 3", "(-2) ^ 2 ^ 3", "(-2) ^ 2 ^ 3"),
    ("a - (b - c) - d", "a - (b - c) - d", "a - (b - c) - d"),
    ("90% + 12.5% + 3.50", "90% + 12.5% + 3.50", "90% + 12.5% + 3.50"),
    ("0.05", "0.05", "0.05"),
    ("count(distinct x where y)", "count(distinct x where y)", "计数(不同 x 其中 y)"),
    ("share(where p)", "share(where p)", "占比(其中 p)"),
    ("running sum(x)", "running sum(x)", "累计 合计(x)"),
    (
      "if a then 1 else if b then 2 else 3", "if a then 1 else if b then 2 else 3",
      "如果 a 则 1 否则 如果 b 则 2 否则 3"
    ),
    ("d in last 30 days", "d in last 30 days", "d 在 最近30天"),
    ("d in last 1 days", "d in last 1 day", "d 在 最近1天"),
    ("d in last 3 complete months", "d in last 3 complete months", "d 在 最近3个整月"),
    ("d in last n weeks", "d in last n weeks", "d 在 最近 n 周"),
    ("d in last half", "d in last half", "d 在 上个半年"),
    ("d in 上半年", "d in first half", "d 在 上半年"),
    ("d in 去年下半年", "d in second half of last year", "d 在 去年下半年"),
    ("d in this year", "d in this year", "d 在 今年"),
    ("d in year to date", "d in year to date", "d 在 今年以来"),
    ("d in month to date", "d in month to date", "d 在 本月至今"),
    ("d in next 2 quarters", "d in next 2 quarters", "d 在 未来2个季度"),
    ("d in since 2026-01-01", "d in since 2026-01-01", "d 在 自 2026-01-01 起"),
    ("d in 至2026年3月31日止", "d in until 2026-03-31", "d 在 至 2026-03-31 止"),
    ("d in 本月去年同期", "d in same period last year of this month", "d 在 本月 去年同期"),
    (
      "d in same period last year of (a .. b)", "d in same period last year of (a .. b)",
      "d 在 去年同期 (a .. b)"
    ),
    ("start of this month + 3 days", "start of this month + 3 days", "本月 首日 + 3天"),
    ("end of (a .. b)", "end of (a .. b)", "(a .. b) 末日"),
    ("days from a to b + 1", "days from a to b + 1", "从 a 到 b 的天数 + 1"),
    ("whole years from born to today", "whole years from born to today", "从 born 到 今天 的整年数"),
    ("d + n months - 1 month", "d + n months - 1 month", "d + n 月 - 1个月"),
    ("term \"2026春\"", "term \"2026春\"", "学期 \"2026春\""),
    ("this term", "this term", "本学期"),
    ("x = true or x = missing", "x = true or x = missing", "x = 是 或 x = 缺失"),
    ("`a b`.`c``d`", "`a b`.`c``d`", "`a b`.`c``d`"),
    ("“引号”", "\"引号\"", "\"引号\""),
    ("\"a\\n\\\"\\u{7}\"", "\"a\\n\\\"\\u{7}\"", "\"a\\n\\\"\\u{7}\""),
    ("2026-W07 .. 2026-Q3", "2026-W07 .. 2026-Q3", "2026-W07 .. 2026-Q3"),
    ("2026-10-31 14:30", "2026-10-31T14:30", "2026-10-31T14:30"),
    ("a ≥ ３ 且 b ≠ ＂x＂", "a >= 3 and b != \"x\"", "a >= 3 且 b != \"x\""),
  ]

  @Test(arguments: expressions.indices)
  func `an expression has one canonical form in each language`(index: Int) throws {
    let (source, english, chinese) = Self.expressions[index]
    let (expression, diagnostics) = parseExpression(source)
    #expect(diagnostics.filter { $0.severity == .error } == [], "\(source)")
    let tree = try #require(expression)
    for (language, expected) in [(Language.english, english), (.chinese, chinese)] {
      let printed = Printer(language: language).print(tree)
      #expect(printed == expected)
      let again = try #require(parseExpression(printed).expression, "\(printed)")
      #expect(outline(again) == outline(tree), "\(printed)")
    }
  }

  static let texts: [(String, String)] = [
    ("families|where x|take 3", "families | where x | take 3\n"),
    ("families|where x|take 3|skip 1", "families | where x | take 3 | skip 1\n"),
    ("families|where x\n|take 3", "families\n| where x\n| take 3\n"),
    (
      "let due=families|where at_risk|sort street,id",
      "let due = families | where at_risk | sort street, id\n"
    ),
    ("a\n\n\n\nb;c # end", "a\n\nb\nc  # end\n"),
    (
      "# head\na\n  | where x # why\n  # | take 3\n  | skip 1\n# next\n\nb",
      "# head\na\n| where x  # why\n# | take 3\n| skip 1\n# next\n\nb\n"
    ),
    ("a\n| where x\n  and # one\n  y # two", "a\n# one\n| where x and y  # two\n"),
    ("a | take 1\n  # below", "a\n| take 1\n  # below\n"),
    ("wher\n| srt x # broken\n\nb|take 1", "wher\n| srt x  # broken\n\nb | take 1\n"),
    (
      "entity a \"甲\"{\n id text key \"编号\" # first\n # own\n longer int\n}",
      "entity a \"甲\" {\n  id     text key  \"编号\"  # first\n  # own\n  longer int\n}\n"
    ),
    ("取", "取\n"),
  ]

  @Test(arguments: texts.indices)
  func `a text is laid out, with its comments`(index: Int) {
    let (source, expected) = Self.texts[index]
    let printer = Printer(language: .english)
    let printed = printer.print(parse(source), source: source)
    #expect(printed == expected)
    #expect(printer.print(parse(printed), source: printed) == printed)
  }

  @Test func `schema names are printed as the caller spells them`() throws {
    let labels = ["families": "家庭", "status": "在册 状态", "today": "今天"]
    let printer = Printer(language: .chinese) { name in
      labels[name.text].map { Bilingual(same: $0) }
    }
    let query = try #require(parseQuery("families | where status = `today`").query)
    #expect(printer.print(query) == "家庭 | 筛选 `在册 状态` = `今天`")
  }

  @Test(arguments: [
    ("kind", true), ("类型", true), ("a b", false), ("2026", false), ("today", false), ("缺失", false),
    ("by", false), ("days", true), ("until", true), ("Ａ", false), ("", false), ("x-y", false),
  ])
  func `backticks are used when they are needed`(name: String, isBare: Bool) {
    #expect(Printer.mayStandBare(name) == isBare)
  }
}
