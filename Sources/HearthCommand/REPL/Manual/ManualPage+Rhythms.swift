import HearthText

/// What changes with time.
extension ManualPage {
  static let rhythms: [ManualPage] = [
    ManualPage(
      Bilingual("cadence", "频次"), Bilingual("rhythm", "节奏"),
      text: Bilingual(
        """
        cadence of services every month: was the promise kept? A slot is a calendar unit;
        ● met, ○ missed, ◌ still running, · not expected. A slot that is not over yet is
        not missed, and where a row exists for only a part of the period, only that part
        is asked for. at least 2 asks for two in each slot.
        expected, met, missed, rate, longest_gap (slots missed in a row), streak (met in a
        row up to now), last, next_due.
        every FIELD takes the rhythm from the row itself: one line for all promises.
        """,
        """
        “频次 服务 每月”：约定的频次兑现了吗？一个时段是一个日历单位；
        ● 达到，○ 缺少，◌ 还在进行，· 不要求。还没有结束的时段不算缺少；
        只在一部分时间里存在的行，只要求那一部分。“至少 2”要求每个时段两次。
        应有、达到、缺少、兑现率、最长间断（接连缺少的时段数）、连续（到目前接连达到）、
        最近一次、下次期限。
        “每 字段”由行自己的字段决定周期：一行提问检查所有的承诺。
        """),
      examples: [
        Bilingual(
          "families | where living_alone | cadence of services where kind = visit every month | sort missed desc | take 5",
          "家庭 | 筛选 独居 | 频次 服务 其中 类型 = 探访 每月 | 排序 缺少 降序 | 取 5")
      ]),
    ManualPage(
      Bilingual("trend", "趋势"), Bilingual("change", "变化"),
      text: Bilingual(
        """
        trend MEASURE every month: the measure slot by slot, every slot present, with the
        change from one to the next; the running slot is marked.
        across (last month, this month) after summarize or coverage sets periods side by
        side, with the change.
        funnel a > b > c on dates: how many reached each step, how many wait, how long it
        took.
        """,
        """
        “趋势 指标 每月”：逐个时段的值，每个时段都在，附与前一个相比的变化；进行中的会标出。
        在“汇总”或“覆盖”后写“分列 (上月, 本月)”，可把几个时段并排比较，并给出变化。
        “漏斗 a > b > c”针对日期：到达各步的有多少、多少还在等、用了多久。
        """),
      examples: [
        Bilingual(
          "services | trend n = count every month in last 6 complete months",
          "服务 | 趋势 次数 = 计数 每月 在 近6个整月"),
        Bilingual(
          "services | summarize n = count by line across (last month, this month)",
          "服务 | 汇总 次数 = 计数 按 服务系列 分列 (上月, 本月)"),
      ]),
    ManualPage(
      Bilingual("charts", "图表"),
      text: Bilingual(
        """
        chart bar, line, heat or spark at the end draws the result: of M says which
        number, by K of what; without them they are chosen. bar has a bar for each row,
        line and spark go through time, heat has a cell for each pair of two keys.
        """,
        """
        在末尾写“图表 条形、折线、热力或走势”，就把结果画成图；可写明画哪个数、按什么画，
        不写则自动选择。条形：每行一条；折线和走势：随时间变化；
        热力：两个分组键的每一对为一格。
        """),
      examples: [
        Bilingual(
          "families | where bereaved | count by street | chart bar",
          "家庭 | 筛选 失独 | 计数 按 街道 | 图表 条形"),
        Bilingual(
          "services | trend count every month in 2026 by line | chart spark",
          "服务 | 趋势 计数 每月 在 2026 按 服务系列 | 图表 走势"),
      ]),
  ]
}
