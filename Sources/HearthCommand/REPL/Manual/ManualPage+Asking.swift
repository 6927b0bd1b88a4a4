import HearthText

/// How to ask.
extension ManualPage {
  static let asking: [ManualPage] = [
    ManualPage(
      Bilingual("questions", "提问"), Bilingual("start", "入门"),
      text: Bilingual(
        """
        A question begins with a table, and goes on in stages after |, each of which
        takes the rows of the one before. .tables lists the tables, .describe NAME the
        fields of one. Tab shows what can stand next.
        A line that begins with | goes on from the last answer, which is called _.
        Nothing that you ask changes the data.
        """,
        """
        提问先写表名，再用 | 接上各步；每一步接收上一步剩下的行。
        .表 列出所有的表，.说明 表名 列出它的字段；按 Tab 键可看到接下来能写什么。
        以 | 开头的一行接着上一个结果继续；上一个结果叫做 _。
        提问不会改动数据。
        """),
      examples: [
        Bilingual(
          "families | where bereaved | count by street", "家庭 | 筛选 失独 | 计数 按 街道"),
        Bilingual(
          "services | where date in last month | top 5 by minutes",
          "服务 | 筛选 日期 在 上月 | 前 5 按 时长"),
      ]),
    ManualPage(
      Bilingual("conditions", "条件"),
      text: Bilingual(
        """
        where keeps the rows that fulfil a condition. Compare with = != < <= > >=, ask
        for one of several with in, for a part of a text with contains, for a tag by its
        name or with has any of. Join conditions with and, or, not; use brackets where
        and meets or.
        A value that was never written down is missing: = is then no, and so is <. Ask
        for it with is missing and is known.
        A name that does not exist is an error with a suggestion, never an empty answer.
        """,
        """
        “筛选”留下满足条件的行。比较用 = != < <= > >=，几个取值之一用“在”，
        文字的一部分用“包含”，标签直接写名称，或用“含任一”。
        条件之间用“且”“或”“非”；“且”“或”同时出现时请加括号。
        没有记录的值是“缺失”：无论 = 还是 < 都算不满足；可用“缺失”“已知”来问。
        写错的名称会报错并给出建议，绝不会悄悄得到空结果。
        """),
      examples: [
        Bilingual(
          "families | where (bereaved or disabled) and status = active | count",
          "家庭 | 筛选 (失独 或 残疾) 且 状态 = 在册 | 计数"),
        Bilingual(
          "services | where kind in (visit, call) and volunteer is known | count by kind",
          "服务 | 筛选 类型 在 (探访, 问候) 且 志愿者 已知 | 计数 按 类型"),
      ]),
    ManualPage(
      Bilingual("periods", "时段"), Bilingual("dates", "日期"),
      text: Bilingual(
        """
        Periods: today, yesterday, this week|month|quarter|half|year|term, last week|…
        (the calendar one before), last 30 days (today included), last 3 complete months,
        month to date, year to date, since and until a date, D1 .. D2, a year, 2026-Q3,
        2026-09, same period last year of P, and festivals such as spring festival 2026,
        with ± 7 days around them if you like.
        The dates that a question stood for are printed below its answer. “Today” is the
        last day of the data; .today sets another.
        """,
        """
        时段：今天、昨天、本周、本月、本季度、本学期、今年，上周、上月、去年
        （日历上的前一个），近30天（含今天）、近3个整月、本月以来、今年以来，
        自…起、至…止、D1 .. D2，
        2026年、2026年三季度、2026年9月、去年同期，以及节日，如 2026年春节，
        节日可加前后天数：± 7天。
        提问中的时段实际是哪些日期，会写在结果下面。“今天”是数据的截止日；.今天 可另设。
        """),
      examples: [
        Bilingual(
          "services | where date in last 3 complete months | count by month(date)",
          "服务 | 筛选 日期 在 近3个整月 | 计数 按 月(日期)"),
        Bilingual(
          "services | where date in mid-autumn 2026 ± 3 days | count by kind",
          "服务 | 筛选 日期 在 2026年中秋 ± 3 天 | 计数 按 类型"),
      ]),
    ManualPage(
      Bilingual("chinese", "中文"),
      text: Bilingual(
        """
        Every word of the language, every table, field and value has an English and a
        Chinese name, and both may stand in one question. Chinese needs no spaces, and
        the punctuation of a Chinese keyboard is read as well: （），｜“”。
        A Chinese name is completed from Chinese or from pinyin.
        .lang zh answers in Chinese and shows the last question in it.
        """,
        """
        语言中的每个词、每个表、字段和取值都有中英文两个名称，同一个提问里可以混用。
        中文不需要空格，全角标点（），｜“”也能识别。
        中文名称可由汉字或拼音补全。
        .语言 en 改用英文回答，并用英文写出上一个提问。
        """),
      examples: [
        Bilingual("家庭|筛选失独|计数按街道", "家庭|筛选失独|计数按街道"),
        Bilingual("families | 筛选 失独 | count by 街道", "families | 筛选 失独 | count by 街道"),
      ]),
    ManualPage(
      Bilingual("errors", "出错"),
      text: Bilingual(
        """
        An error shows the place with ^^^^, says what is wrong and what would be right.
        Nothing is lost: ↑ brings the text back. Where one change surely mends it, the
        corrected text is offered on the next line.
        When an answer is empty, a note says which stage emptied it and what there is
        instead; .why KEY tells what became of one row.
        """,
        """
        出错时用 ^^^^ 标出位置，说明哪里不对、怎样写才对。
        写过的内容不会丢：按 ↑ 可以取回。只有一种改法时，下一行会直接给出改好的提问。
        结果为空时会说明是哪一步去掉了所有的行、那里有哪些取值；
        .为何 编号 说明某一行去了哪里。
        """),
      examples: []),
  ]
}
