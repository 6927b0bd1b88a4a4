import HearthText

extension DiagnosticPage {
  /// Of what could be read, but is not written like this here.
  static let writing: [DiagnosticPage] = [
    DiagnosticPage(
      .impossibleDate,
      Bilingual(
        """
        A date that is in no calendar: 30 February, month 13. A date has two digits for the month \
        and the day.
        """,
        "日历上没有这个日期，例如 2 月 30 日或第 13 个月。月和日都写两位数字。"),
      wrong: Bilingual(
        "families | where registered < 2026-02-30",
        "家庭 | 筛选 登记日期 < 2026-02-30"),
      right: Bilingual(
        "families | where registered < 2026-02-28",
        "家庭 | 筛选 登记日期 < 2026-02-28")),
    DiagnosticPage(
      .impossiblePeriod,
      Bilingual(
        """
        Four digits, a hyphen and two digits without spaces are a month; this one does not exist. \
        For a subtraction write spaces: `2026 - 13`.
        """,
        "四位数字、连字符、两位数字连写表示月份，而这个月份不存在。做减法请加空格：2026 - 13。"),
      wrong: Bilingual(
        "services | where date in 2026-13",
        "服务 | 筛选 日期 在 2026年13月"),
      right: Bilingual(
        "services | where date in 2026-12",
        "服务 | 筛选 日期 在 2026年12月")),
    DiagnosticPage(
      .chainedComparison,
      Bilingual(
        """
        Two comparisons in a row would compare yes or no with a number. Write both and join them, \
        or use `between`.
        """,
        "比较连写，等于拿“是/否”去和数字比。请写成两个比较并用“且”连接，或用“介于”。"),
      wrong: Bilingual(
        "services | where 10 < minutes < 60",
        "服务 | 筛选 10 < 时长 < 60"),
      right: Bilingual(
        "services | where minutes > 10 and minutes < 60",
        "服务 | 筛选 时长 > 10 且 时长 < 60")),
    DiagnosticPage(
      .foreignOperator,
      Bilingual(
        """
        An operator as other languages write it. Here it is `=` for equal, `!=` for not equal, \
        and the words `and`, `or`, `not`.
        """,
        "这是其他语言的运算符。这里相等写“=”，不等写“!=”，逻辑用“且”“或”“非”。"),
      wrong: Bilingual(
        "families | where status == active",
        "家庭 | 筛选 状态 == 在册"),
      right: Bilingual(
        "families | where status = active",
        "家庭 | 筛选 状态 = 在册")),
    DiagnosticPage(
      .stageWithoutSource,
      Bilingual(
        """
        A question begins with a table, and every stage after it with `|`. In the REPL a line \
        that begins with `|` goes on from the last answer.
        """,
        """
        提问以表名开头，之后每个步骤以“|”开头。在交互界面里，以“|”开头的一行会接着上一个结果继\
        续。
        """),
      wrong: Bilingual(
        "where bereaved",
        "筛选 失独"),
      right: Bilingual(
        "families | where bereaved",
        "家庭 | 筛选 失独")),
    DiagnosticPage(
      .duplicateClause,
      Bilingual(
        """
        Each clause of a stage is written once. Several keys stand after one `by`, with commas \
        between them.
        """,
        "同一步骤里，每种子句只写一次。几个分组写在同一个“按”后面，用逗号分开。"),
      wrong: Bilingual(
        "families | count by street by status",
        "家庭 | 计数 按 街道 按 状态"),
      right: Bilingual(
        "families | count by street, status",
        "家庭 | 计数 按 街道, 状态")),
    DiagnosticPage(
      .needsBrackets,
      Bilingual(
        """
        `not` and `if` reach as far to the right as they can; inside a sum or a product that is \
        hard to see, so brackets must say it.
        """,
        "“非”和“如果”会尽量向右延伸；写在加减乘除里时不容易看清，因此必须用括号标明。"),
      wrong: Bilingual(
        "families | add n = 2 * if bereaved then 1 else 2",
        "家庭 | 添加 数 = 2 * 如果 失独 则 1 否则 2"),
      right: Bilingual(
        "families | add n = 2 * (if bereaved then 1 else 2)",
        "家庭 | 添加 数 = 2 * (如果 失独 则 1 否则 2)")),
    DiagnosticPage(
      .unknownType,
      Bilingual(
        """
        A field or a parameter has a type: text, int, number, bool, date, datetime, period, \
        decimal(2), values in brackets, set (…), or -> and a table.
        """,
        """
        字段和参数都要有类型：文本、整数、数值、是否、日期、日期时间、时段、小数(2)、括号里列出的\
        取值、集合 (…)，或 -> 加表名。
        """),
      wrong: Bilingual(
        """
        param limit: integr = 30
        services | where minutes > limit
        """,
        """
        参数 上限: 整形 = 30
        服务 | 筛选 时长 > 上限
        """),
      right: Bilingual(
        """
        param limit: int = 30
        services | where minutes > limit
        """,
        """
        参数 上限: 整数 = 30
        服务 | 筛选 时长 > 上限
        """)),
    DiagnosticPage(
      .unknownVersion,
      Bilingual(
        """
        A script may begin with the version of the language that it was written for. This program \
        knows version 1.
        """,
        "脚本开头可以写明所用语言的版本。本程序只认识第 1 版。"),
      wrong: Bilingual(
        """
        hearth 7
        families | count
        """,
        """
        hearth 7
        家庭 | 计数
        """),
      right: Bilingual(
        """
        hearth 1
        families | count
        """,
        """
        hearth 1
        家庭 | 计数
        """)),
    DiagnosticPage(
      .badRange,
      Bilingual(
        """
        A range of rows counts up, from 1. In a schema: a decimal has 0 to 18 places, and a term \
        ends after it begins.
        """,
        """
        行的范围从 1 开始，由小到大。在数据集声明里：小数有 0 到 18 位，学期的结束日期在开始日期\
        之后。
        """),
      wrong: Bilingual(
        "families | take 5..3",
        "家庭 | 取 5..3"),
      right: Bilingual(
        "families | take 3..5",
        "家庭 | 取 3..5")),
    DiagnosticPage(
      .continuationWithoutIndent,
      Bilingual(
        """
        A line begins a new statement unless it starts with a space, with `|` or with a closing \
        bracket. This one starts with a word that only goes on.
        """,
        "一行只要不以空格、“|”或右括号开头，就是一条新语句；而这一行开头的词只能接在别的内容后面。"),
      wrong: Bilingual(
        """
        families
        and bereaved
        """,
        """
        家庭
        且 失独
        """),
      right: Bilingual(
        """
        families
        | where status = active
          and bereaved
        """,
        """
        家庭
        | 筛选 状态 = 在册
          且 失独
        """)),
    DiagnosticPage(
      .unknownModifier,
      Bilingual(
        """
        After the type of a field come words like key, private, flags, occurred, opens and \
        closes, then the label in quotation marks. This is none of them.
        """,
        """
        字段的类型后面可以写主键、保密、标记、发生、起、止等词，然后是带引号的名称。这里的词不在\
        其中。
        """),
      wrong: Bilingual(
        """
        entity houses "房屋" {
          id text kee
        }
        """,
        """
        实体 houses "房屋" {
          id 文本 主建
        }
        """),
      right: Bilingual(
        """
        entity houses "房屋" {
          id text key
        }
        """,
        """
        实体 houses "房屋" {
          id 文本 主键
        }
        """),
      setting: .schema),
  ]
}
