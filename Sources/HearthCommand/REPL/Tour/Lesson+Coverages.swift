import HearthText

extension Lesson {
  /// Who was meant to get help, who got it, who did not, and is the rhythm kept.
  static let coverages: [Lesson] = [
    Lesson(
      Bilingual("Coverage", "覆盖"),
      text: Bilingual(
        """
        The question of questions: who was meant to get help, and who got it? coverage of
        services where … counts the rows that have such a service (covered), those that
        have not (uncovered), and the rate; by gives it for each group, with all at the end.
        """,
        """
        最要紧的问题：该得到帮助的有谁，得到了的有谁？“覆盖 服务 其中 …”
        数出有过这种服务的（已覆盖）、没有的（未覆盖）和覆盖率；
        加上“按”则逐组给出，最后一行是总计。
        """),
      task: Bilingual(
        "Of the bereaved families, how many had a service of the kind visit in this quarter, by street?",
        "各街道的失独家庭，本季度有过类型为探访的服务的有多少？"),
      solution: Bilingual(
        "families | where bereaved | coverage of services where kind = visit and date in this quarter by street",
        "家庭 | 筛选 失独 | 覆盖 服务 其中 类型 = 探访 且 日期 在 本季度 按 街道")),
    Lesson(
      Bilingual("Gaps", "缺口"),
      text: Bilingual(
        """
        A rate helps nobody; names do. gaps of services where … lists the rows that are
        not covered, with the last time and how long ago: never comes first, and never is
        not a long time.
        """,
        """
        只有覆盖率帮不了谁，要有名字。“缺口 服务 其中 …”列出没有覆盖到的行，
        附最近一次和相隔的天数：从未有过的排在最前，“从未”不等于“很久”。
        """),
      task: Bilingual(
        "Which bereaved families have had no visit in this quarter? Take the first 5.",
        "本季度没有探访过的失独家庭有哪些？取前 5 行。"),
      solution: Bilingual(
        "families | where bereaved | gaps of services where kind = visit and date in this quarter | take 5",
        "家庭 | 筛选 失独 | 缺口 服务 其中 类型 = 探访 且 日期 在 本季度 | 取 5")),
    Lesson(
      Bilingual("A target", "目标"),
      text: Bilingual(
        """
        target 90% at the end of a coverage says ✓ or ✗, and how many rows are short of
        it: the number of visits still to make.
        """,
        """
        在覆盖的末尾写“目标 90%”，会标出 ✓ 或 ✗，以及还差多少：还要再走访几户。
        """),
      task: Bilingual(
        "The coverage of lesson 8 once more, with a target of 90%.", "再做一次第 8 课的覆盖，目标为 90%。"),
      solution: Bilingual(
        "families | where bereaved | coverage of services where kind = visit and date in this quarter by street target 90%",
        "家庭 | 筛选 失独 | 覆盖 服务 其中 类型 = 探访 且 日期 在 本季度 按 街道 目标 90%")),
    Lesson(
      Bilingual("Rhythm", "节奏"),
      text: Bilingual(
        """
        Was it kept up? cadence of services where … every month looks at each month:
        ● met, ○ missed, ◌ still running. missed says how many, longest_gap how many in
        a row, next_due until when the next one keeps the rhythm.
        """,
        """
        是否坚持了？“频次 服务 其中 … 每月”逐月检查：● 达到，○ 缺少，◌ 还在进行。
        “缺少”是缺了几次，“最长间断”是接连缺了几次，“下次期限”之前再有一次就算跟上。
        """),
      task: Bilingual(
        "Of the families living_alone: the cadence of services of the kind visit every month; then the 5 with the greatest missed.",
        "独居的家庭：类型为探访的服务每月的频次，再取“缺少”最大的前 5 行。"),
      solution: Bilingual(
        "families | where living_alone | cadence of services where kind = visit every month | top 5 by missed",
        "家庭 | 筛选 独居 | 频次 服务 其中 类型 = 探访 每月 | 前 5 按 缺少")),
    Lesson(
      Bilingual("Change", "变化"),
      text: Bilingual(
        """
        trend count every month in last 6 months gives a number for each month, with the
        change from the month before; a month in which nothing happened is there as well.
        """,
        """
        “趋势 计数 每月 在 近6个月”给出每个月的数，以及与前一个月相比的变化；
        什么都没有发生的月份也在其中。
        """),
      task: Bilingual(
        "The trend of the count of services, every month in this year.", "今年每月服务次数的趋势。"),
      solution: Bilingual(
        "services | trend count every month in this year", "服务 | 趋势 计数 每月 在 今年")),
  ]
}
