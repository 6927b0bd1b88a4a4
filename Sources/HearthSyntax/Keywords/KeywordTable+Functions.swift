import HearthText

extension KeywordTable {
  static let aggregates: [KeywordEntry] = [
    .init(
      .count, .aggregate, "count", "计数", .init("How many rows, or known values.", "行数，或已知值的个数。"),
      .init("count(services)", "计数(服务)")),
    .init(
      .sum, .aggregate, "sum", "合计", .init("The sum.", "总和。"),
      .init("sum(cost)", "合计(费用)")),
    .init(
      .average, .aggregate, "avg", "平均", .init("The mean.", "平均值。"),
      .init("avg(minutes)", "平均(时长)")),
    .init(
      .minimum, .aggregate, "min", "最小", .init("The smallest.", "最小值。"),
      .init("min(date)", "最小(日期)")),
    .init(
      .maximum, .aggregate, "max", "最大", .init("The greatest.", "最大值。"),
      .init("max(date)", "最大(日期)")),
    .init(
      .median, .aggregate, "median", "中位数", .init("The middle value.", "中间的值。"),
      .init("median(minutes)", "中位数(时长)")),
    .init(
      .percentile, .aggregate, "percentile", "百分位",
      .init("A percentile, interpolated.", "百分位数（线性插值）。"),
      .init("percentile(minutes, 90)", "百分位(时长, 90)")),
    .init(
      .deviation, .aggregate, "stddev", "标准差", .init("The sample standard deviation.", "样本标准差。"),
      .init("stddev(minutes)", "标准差(时长)")),
    .init(
      .first, .aggregate, "first", "首次", .init("The first value.", "第一个值。"),
      .init("first(services.date)", "首次(服务.日期)")),
    .init(
      .lastValue, .aggregate, "last", "末次", .init("The last value.", "最后一个值。"),
      .init("last(services.date)", "末次(服务.日期)")),
    .init(
      .any, .aggregate, "any", "有任一", .init("Whether there is one.", "是否至少有一个。"),
      .init("any(members where age >= 80)", "有任一(成员 其中 年龄 >= 80)")),
    .init(
      .no, .aggregate, "no", "无", .init("Whether there is none.", "是否一个也没有。"),
      .init("no(pairings where until is missing)", "无(结对 其中 结束日期 缺失)")),
    .init(
      .all, .aggregate, "all", "皆", .init("Whether it holds for every row.", "是否每行都成立。"),
      .init("all(rating >= 3)", "皆(评分 >= 3)")),
    .init(
      .share, .aggregate, "share", "占比", .init("The fraction of rows.", "所占的比例。"),
      .init("share(where rating >= 4)", "占比(其中 评分 >= 4)")),
    .init(
      .longestRun, .aggregate, "longest_run", "最长连续",
      .init("How many rows in a row fulfil it, at most.", "最多连续多少行满足。"),
      .init("longest_run(where n = beds)", "最长连续(其中 n = 床位数)")),
    .init(
      .list, .aggregate, "list", "列出", .init("The values, one after another.", "逐一列出各值。"),
      .init("list(kind)", "列出(类型)")),
    .init(
      .concat, .aggregate, "concat", "拼接", .init("The values joined by a text.", "用文本连起各值。"),
      .init("concat(kind, \"、\")", "拼接(类型, \"、\")")),
    .init(
      .rowNumber, .aggregate, "row_number", "行号",
      .init("The place of the row in its group.", "该行在组内的序号。"),
      .init("add n = row_number per street", "添加 序号 = 行号 每组 街道")),
    .init(
      .lag, .aggregate, "lag", "上一行", .init("The value some rows before.", "前面若干行的值。"),
      .init("add before = lag(date, 1) per family", "添加 上次 = 上一行(日期, 1) 每组 家庭")),
    .init(
      .lead, .aggregate, "lead", "下一行", .init("The value some rows after.", "后面若干行的值。"),
      .init("add after = lead(date, 1) per family", "添加 下次 = 下一行(日期, 1) 每组 家庭")),
  ]

  static let types: [KeywordEntry] = [
    .init(
      .textType, .type, "text", "文本", .init("Text.", "文本。"), .init("name text", "name 文本")),
    .init(
      .intType, .type, "int", "整数", .init("A whole number.", "整数。"), .init("beds int", "beds 整数")),
    .init(
      .numberType, .type, "number", "数值", .init("A number.", "数值。"), .init("km2 number", "km2 数值")),
    .init(
      .boolType, .type, "bool", "是否", .init("Yes or no.", "是或否。"), .init("paid bool", "paid 是否")),
    .init(
      .dateType, .type, "date", "日期", .init("A date.", "日期。"), .init("born date", "born 日期")),
    .init(
      .dateTimeType, .type, "datetime", "日期时间", .init("A date and a time.", "日期和时间。"),
      .init("at datetime", "at 日期时间")),
    .init(
      .periodType, .type, "period", "时段", .init("A range of dates.", "一段日期。"),
      .init("param m: period", "参数 m: 时段")),
    .init(
      .decimalType, .type, "decimal", "小数", .init("An exact decimal, for money.", "精确小数，用于金额。"),
      .init("cost decimal(2)", "cost 小数(2)")),
    .init(
      .categoryType, .type, "category", "分类",
      .init("One of the values found in the data.", "数据中出现的取值之一。"),
      .init("kind category", "kind 分类")),
    .init(
      .setType, .type, "set", "集合", .init("Several tags.", "若干标签。"),
      .init("tags set (a, b)", "tags 集合 (a, b)")),
  ]
}
