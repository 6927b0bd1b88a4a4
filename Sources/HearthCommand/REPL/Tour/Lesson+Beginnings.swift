import HearthText

extension Lesson {
  /// Tables, conditions, groups, periods, links.
  static let beginnings: [Lesson] = [
    Lesson(
      Bilingual("A first question", "第一个提问"),
      text: Bilingual(
        """
        The data are those of a district in which everyone is made up. A question begins
        with a table; then come stages, each after a |, that do something with its rows.
        Tab shows what can stand next.
        """,
        """
        这里的数据来自一个虚构的区，其中的人都不存在。提问先写表名，
        再用 | 接上一步一步的处理。按 Tab 键可看到接下来能写什么。
        """),
      task: Bilingual(
        "How many families are there? Write the table families and the stage count.",
        "一共有多少个家庭？写出表名“家庭”和一步“计数”。"),
      solution: Bilingual("families | count", "家庭 | 计数")),
    Lesson(
      Bilingual("A condition", "条件"),
      text: Bilingual(
        """
        where keeps the rows that fulfil a condition. bereaved is a tag: a family has it
        or not, and its name alone is the condition. Words are joined with and, or, not.
        """,
        """
        “筛选”只留下满足条件的行。“失独”是一个标签：家庭要么有、要么没有，
        写出名称就是条件。几个条件之间用“且”“或”“非”。
        """),
      task: Bilingual(
        "How many families are bereaved and living_alone?", "失独且独居的家庭有多少？"),
      solution: Bilingual(
        "families | where bereaved and living_alone | count", "家庭 | 筛选 失独 且 独居 | 计数")),
    Lesson(
      Bilingual("A value", "取值"),
      text: Bilingual(
        """
        A field is compared with a value by = and its kin. The fields of families are
        shown by .describe families; status is one of active, moved, closed. A misspelt
        value is an error with a suggestion, never a silent zero. Try a wrong one, too.
        """,
        """
        字段和取值用 = 等符号比较。.说明 家庭 列出它的字段；
        “状态”的取值有在册、迁出、注销。取值写错会报错并给出建议，
        绝不会悄悄得到零。不妨故意写错一次。
        """),
      task: Bilingual(
        "How many bereaved families have the status active?", "状态为在册的失独家庭有多少？"),
      solution: Bilingual(
        "families | where bereaved and status = active | count",
        "家庭 | 筛选 失独 且 状态 = 在册 | 计数")),
    Lesson(
      Bilingual("Groups", "分组"),
      text: Bilingual(
        """
        count by K counts the rows of each group. An area has levels, so a family is in a
        community, a street, a district: any of them may stand after by.
        """,
        """
        “计数 按 …”数出每一组的行数。区域分层级：一个家庭属于社区、街道、区，
        “按”后面写哪一级都可以。
        """),
      task: Bilingual(
        "Count the bereaved families by street.", "按街道数出失独家庭。"),
      solution: Bilingual(
        "families | where bereaved | count by street", "家庭 | 筛选 失独 | 计数 按 街道")),
    Lesson(
      Bilingual("Going on", "接着问"),
      text: Bilingual(
        """
        A line that begins with | goes on from the last answer. Its columns are fields
        now: street, count. top 3 by count takes the three greatest.
        """,
        """
        以 | 开头的一行接着上一个结果继续，它的各列就是字段：街道、计数。
        “前 3 按 计数”取最大的三行。
        """),
      task: Bilingual(
        "Which three streets have most bereaved families?", "失独家庭最多的三个街道是哪些？"),
      solution: Bilingual(
        "families | where bereaved | count by street | top 3 by count",
        "家庭 | 筛选 失独 | 计数 按 街道 | 前 3 按 计数")),
    Lesson(
      Bilingual("Periods", "时段"),
      text: Bilingual(
        """
        Dates are asked with in and a period: this month, last quarter, last 30 days,
        2026-Q3, spring festival 2026 ± 7 days. Today is the last day of the data, and
        the dates that a period stood for are said below the answer.
        """,
        """
        日期用“在”加时段来问：本月、上季度、近30天、2026年三季度、2026年春节 ± 7 天。
        “今天”是数据的截止日；时段实际是哪些日期，写在结果下面。
        """),
      task: Bilingual(
        "Count the services of last month by kind.", "按类型数出上月的服务。"),
      solution: Bilingual(
        "services | where date in last month | count by kind", "服务 | 筛选 日期 在 上月 | 计数 按 类型")),
    Lesson(
      Bilingual("Links", "关联"),
      text: Bilingual(
        """
        A family has many services. with services where … keeps the families that have
        such a service, without services where … those that have none.
        """,
        """
        一个家庭有许多条服务。“有 服务 其中 …”留下有这种服务的家庭，
        “没有 服务 其中 …”留下没有的。
        """),
      task: Bilingual(
        "How many bereaved families have had no services in the last 60 days?",
        "近60天没有任何服务的失独家庭有多少？"),
      solution: Bilingual(
        "families | where bereaved | without services where date in last 60 days | count",
        "家庭 | 筛选 失独 | 没有 服务 其中 日期 在 近60天 | 计数")),
  ]
}
