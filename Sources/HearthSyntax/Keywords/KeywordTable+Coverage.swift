import HearthText

extension KeywordTable {
  static let coverageStages: [KeywordEntry] = [
    .init(
      .coverage, .stage, "coverage", "覆盖",
      .init(
        "How many of the rows have what they should: eligible, covered, uncovered, rate.",
        "应服务的有多少、已覆盖多少、未覆盖多少、覆盖率是多少。"),
      .init(
        "families | coverage of services where kind = visit by street",
        "家庭 | 覆盖 服务 其中 类型 = 探访 按 街道")),
    .init(
      .gaps, .stage, "gaps", "缺口",
      .init(
        "The rows that lack it, with the last time they had it; never comes first, then the longest.",
        "还没有覆盖到的行，附最近一次的日期；从未有过的在前，其次是间隔最久的。"),
      .init(
        "families | gaps of services where kind = visit", "家庭 | 缺口 服务 其中 类型 = 探访")),
    .init(
      .cadence, .stage, "cadence", "频次",
      .init(
        "Whether a promised rhythm is kept: expected, met and missed slots, streaks, next due.",
        "约定的频次是否兑现：应有、达到、缺少的次数，连续情况和下次期限。"),
      .init("families | cadence of services every month", "家庭 | 频次 服务 每月")),
    .init(
      .trend, .stage, "trend", "趋势",
      .init(
        "An aggregate slot by slot, with the change from one slot to the next.",
        "逐个时段的汇总值，以及与前一时段相比的变化。"),
      .init("services | trend count every month", "服务 | 趋势 计数 每月")),
    .init(
      .funnel, .stage, "funnel", "漏斗",
      .init(
        "How many rows came how far through steps that have a date each.",
        "各步骤都有日期时，走到每一步的有多少。"),
      .init("families | funnel raised > designed", "家庭 | 漏斗 提出日期 > 登记日期")),
    .init(
      .chart, .stage, "chart", "图表",
      .init("Draws the result; the last stage.", "把结果画成图；只能是最后一步。"),
      .init("families | count by street | chart bar", "家庭 | 计数 按 街道 | 图表 条形")),
  ]

  static let coverageClauses: [KeywordEntry] = [
    .init(
      .atLeast, .clause, "at least", "至少",
      .init("So many linked rows, or different values, are needed.", "至少要有这么多条记录，或这么多种取值。"),
      .init(
        "families | coverage of services at least 3 distinct program",
        "家庭 | 覆盖 服务 至少 3 不同 项目")),
    .init(
      .every, .clause, "every", "每",
      .init("The rhythm, or the length of a slot.", "频次，或每个时段的长短。"),
      .init("services | trend count every month", "服务 | 趋势 计数 每月")),
    .init(
      .excluding, .clause, "excluding", "排除",
      .init("Rows that are counted in neither number, with a reason.", "两边都不计的行，可注明理由。"),
      .init(
        "families | coverage of services excluding illness \"in hospital\"",
        "家庭 | 覆盖 服务 排除 因病困弱 \"住院\"")),
    .init(
      .target, .clause, "target", "目标",
      .init("The rate that should be reached.", "应达到的覆盖率。"),
      .init("families | coverage of services target 90%", "家庭 | 覆盖 服务 目标 90%")),
    .init(
      .allOf, .clause, "all of", "全部",
      .init("Every one of these is needed.", "每一项都要有。"),
      .init(
        "families | coverage of all of services by line", "家庭 | 覆盖 全部 服务 按 服务系列")),
    .init(
      .anyOf, .clause, "any of", "任一",
      .init("One of these is enough.", "有其中一项即可。"),
      .init(
        "families | coverage of any of (services, pairings)", "家庭 | 覆盖 任一 (服务, 结对)")),
    .init(
      .exactly, .clause, "exactly", "恰好",
      .init("So many of these, no more and no fewer.", "恰好有其中这么多项。"),
      .init(
        "families | coverage of exactly 2 of (services, pairings)",
        "家庭 | 覆盖 恰好 2 (服务, 结对)")),
  ]
}
