import HearthText

extension Lesson {
  /// Working with answers.
  static let workings: [Lesson] = [
    Lesson(
      Bilingual("Names", "取名"),
      text: Bilingual(
        """
        let due = families | … gives an answer a name, and the name is a table from then
        on. save due as "due.csv" writes it to a file; .save NAME keeps the question.
        """,
        """
        “设 应访 = 家庭 | …”给结果取名，此后它就像一个表。
        “保存 应访 作为 "应访.csv"”把它写入文件；.存 名称 保存的是提问本身。
        """),
      task: Bilingual(
        "Name the families with no services in the last 60 days due; then count due by street.",
        "把近60天没有服务的家庭取名为“应访”，再按街道计数。"),
      solution: Bilingual(
        "let due = families | without services where date in last 60 days\ndue | count by street",
        "设 应访 = 家庭 | 没有 服务 其中 日期 在 近60天\n应访 | 计数 按 街道")),
    Lesson(
      Bilingual("Why?", "为什么？"),
      text: Bilingual(
        """
        Never just believe a number. .say puts the last question into plain words,
        .explain shows how it is worked out, and .why F0007 what became of one family.
        When an answer is empty, it is said which stage emptied it.
        """,
        """
        数字不能只是相信。.说 用平常的话说出上一个提问，.解释 说明它怎样得出，
        .为何 F0007 说明某一个家庭去了哪里。结果为空时，会说明是哪一步去掉了所有的行。
        """),
      task: Bilingual(
        "Which families of the street 莲前 are bereaved and disabled? Count them, then try .say, .explain and .why F0007.",
        "莲前街道失独且残疾的家庭有多少？计数之后，试试 .说、.解释 和 .为何 F0007。"),
      solution: Bilingual(
        "families | where street = 莲前 and bereaved and disabled | count",
        "家庭 | 筛选 街道 = 莲前 且 失独 且 残疾 | 计数")),
  ]
}
