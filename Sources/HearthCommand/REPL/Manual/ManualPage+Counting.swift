import HearthText

/// How to count and compare.
extension ManualPage {
  static let counting: [ManualPage] = [
    ManualPage(
      Bilingual("groups", "分组"), Bilingual("totals", "总计"),
      text: Bilingual(
        """
        count by K counts the rows of each group; summarize gives any measures: count,
        sum, avg, min, max, median, count(distinct x), share(where P), each with a where
        of its own. with total adds a line for all rows, with all also shows the groups
        that no row fell into, across K makes a column of each value of K.
        Three counts that are easily confused: services are person-times (count), people
        are count(distinct member), families are count(distinct family).
        """,
        """
        “计数 按 …”数各组的行数；“汇总”给出任意指标：计数、合计、平均、最小、最大、中位数、
        计数(不同 …)、占比(其中 …)，每个都可以带自己的“其中”。
        “带合计”加一行总计，“带全部”连没有行的组也列出，“分列 …”让每个取值各成一列。
        容易混淆的三种数：人次是“计数”，人数是“计数(不同 成员)”，户数是“计数(不同 家庭)”。
        """),
      examples: [
        Bilingual(
          "services | where date in this year | summarize times = count, people = count(distinct member), families = count(distinct family) by line with total",
          "服务 | 筛选 日期 在 今年 | 汇总 人次 = 计数, 人数 = 计数(不同 成员), 户数 = 计数(不同 家庭) 按 服务系列 带合计"
        ),
        Bilingual(
          "families | count by street across status", "家庭 | 计数 按 街道 分列 状态"),
      ]),
    ManualPage(
      Bilingual("links", "关联"),
      text: Bilingual(
        """
        A path follows a link: services have family.street, volunteer.name.
        A link the other way leads to many rows: families have services, members, needs.
        Ask them with count(services where …), last(services.date), any(…), no(…), or
        keep rows with services where … and without services where …
        expand services makes a row of each linked row.
        Inside the where of a link a name is the linked row's first, then the outer row's.
        """,
        """
        点号沿关联走到另一行：服务有 家庭.街道、志愿者.姓名。
        反方向通向许多行：家庭有 服务、成员、需求。
        可以问 计数(服务 其中 …)、最后(服务.日期)、任一(…)、没有(…)，
        也可以只留“有 服务 其中 …”或“没有 服务 其中 …”的行。
        “展开 服务”让每条服务各成一行。
        在关联的“其中”里，名称先看关联的那一行，再看外面的行。
        """),
      examples: [
        Bilingual(
          "families | where bereaved | add visits = count(services where kind = visit and date in this year) | top 5 by visits",
          "家庭 | 筛选 失独 | 添加 探访数 = 计数(服务 其中 类型 = 探访 且 日期 在 今年) | 前 5 按 探访数"),
        Bilingual(
          "families | without services where date in last 60 days | count by street",
          "家庭 | 没有 服务 其中 日期 在 近60天 | 计数 按 街道"),
      ]),
    ManualPage(
      Bilingual("coverage", "覆盖"), Bilingual("gaps", "缺口"),
      text: Bilingual(
        """
        coverage of services: of these families, how many had such a service, how many
        did not, and the rate. gaps lists those that did not, longest first, with the last
        time; never is never mixed with long ago.
        where …               which services count
        at least 2            how many are needed; at least 2 distinct program
        of all of (A, B)      several links at once; any of (…), exactly 1 of (…)
        excluding P "reason"  rows in neither number, said below the table
        by K · across K       groups, columns
        target 90%            ✓ or ✗, and how many are short of it
        What the rows are counted among is said below the table.
        """,
        """
        “覆盖 服务”：这些家庭里有多少有过这样的服务、多少没有、覆盖率是多少。
        “缺口”列出没有的，间隔最久的在前，附最近一次；“从未有过”绝不与“很久以前”混为一谈。
        其中 …              哪些服务算数
        至少 2              需要几次；至少 2 不同 项目
        全部(A, B)          同时看几种；任一(…)、恰好 1(…)
        排除 条件 "原因"    两边都不计入，原因写在表下
        按 K · 分列 K       分组、分列
        目标 90%            ✓ 或 ✗，以及还差多少
        统计的范围是哪些行，写在表的下面。
        """),
      examples: [
        Bilingual(
          "families | where bereaved | coverage of services where kind = visit and date in this quarter by street target 90%",
          "家庭 | 筛选 失独 | 覆盖 服务 其中 类型 = 探访 且 日期 在 本季度 按 街道 目标 90%"),
        Bilingual(
          "families | where bereaved | gaps of services where kind = visit and date in this quarter | take 10",
          "家庭 | 筛选 失独 | 缺口 服务 其中 类型 = 探访 且 日期 在 本季度 | 取 10"),
      ]),
  ]
}
