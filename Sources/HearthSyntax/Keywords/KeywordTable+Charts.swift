import HearthText

extension KeywordTable {
  static let charts: [KeywordEntry] = [
    .init(
      .barChart, .chart, "bar", "条形",
      .init("A bar for each row, in the order of the rows.", "每行一条，按行的次序。"),
      .init("families | count by street | chart bar", "家庭 | 计数 按 街道 | 图表 条形")),
    .init(
      .lineChart, .chart, "line", "折线",
      .init("A line through time, one for each group.", "随时间变化的线，每组一条。"),
      .init(
        "services | trend count every month | chart line", "服务 | 趋势 计数 每月 | 图表 折线")),
    .init(
      .heatChart, .chart, "heat", "热力",
      .init("A shaded cell for each pair of two keys.", "两个分组键的每一对为一格，深浅表示大小。"),
      .init(
        "services | count by street, kind | chart heat", "服务 | 计数 按 街道, 类型 | 图表 热力")),
    .init(
      .sparkChart, .chart, "spark", "走势",
      .init("A small line of bars for each group.", "每组一行小柱。"),
      .init(
        "services | trend count every month by kind | chart spark",
        "服务 | 趋势 计数 每月 按 类型 | 图表 走势")),
  ]
}
