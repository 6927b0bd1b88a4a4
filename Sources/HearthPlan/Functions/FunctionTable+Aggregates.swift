import HearthText

extension FunctionTable {
  package static let aggregates: [AggregateRow] = [
    AggregateRow(
      .count, "计数", .optional,
      Bilingual("How many rows, known values, or different values.", "行数、已知值的个数，或不同值的个数。"),
      Bilingual("count(distinct services.program)", "计数(不同 服务.项目)")),
    AggregateRow(
      .sum, "合计", .number, Bilingual("The sum; of nothing 0.", "总和；没有则为 0。"),
      Bilingual("sum(services.cost)", "合计(服务.费用)")),
    AggregateRow(
      .avg, "平均", .number, Bilingual("The mean of the known values.", "已知值的平均。"),
      Bilingual("avg(minutes)", "平均(时长)")),
    AggregateRow(
      .min, "最小", .ordered, Bilingual("The smallest known value.", "已知值中最小的。"),
      Bilingual("min(services.date)", "最小(服务.日期)")),
    AggregateRow(
      .max, "最大", .ordered, Bilingual("The greatest known value.", "已知值中最大的。"),
      Bilingual("max(services.date)", "最大(服务.日期)")),
    AggregateRow(
      .median, "中位数", .number,
      Bilingual("The middle value, or the mean of the middle two.", "中间的值，或中间两个的平均。"),
      Bilingual("median(minutes)", "中位数(时长)")),
    AggregateRow(
      .percentile, "百分位", .number,
      Bilingual("The value below which so many percent lie, interpolated.", "百分位数，线性插值。"),
      Bilingual("percentile(minutes, 90)", "百分位(时长, 90)")),
    AggregateRow(
      .stddev, "标准差", .number, Bilingual("The standard deviation of a sample.", "样本标准差。"),
      Bilingual("stddev(minutes)", "标准差(时长)")),
    AggregateRow(
      .first, "首次", .anything,
      Bilingual("The first value by date, or in the order of `sort`.", "按日期或所给顺序的第一个值。"),
      Bilingual("first(services.date)", "首次(服务.日期)")),
    AggregateRow(
      .last, "末次", .anything,
      Bilingual("The last value by date, or in the order of `sort`.", "按日期或所给顺序的最后一个值。"),
      Bilingual("last(services.date)", "末次(服务.日期)")),
    AggregateRow(
      .any, "有任一", .condition, Bilingual("Is there a row for which it holds?", "是否至少有一行满足？"),
      Bilingual("any(members where age >= 80)", "有任一(成员 其中 年龄 >= 80)")),
    AggregateRow(
      .all, "皆", .condition, Bilingual("Does it hold for every row?", "是否每一行都满足？"),
      Bilingual("all(members where age >= 60)", "皆(成员 其中 年龄 >= 60)")),
    AggregateRow(
      .no, "无", .condition, Bilingual("Does it hold for no row?", "是否没有一行满足？"),
      Bilingual("no(services where date in last 60 days)", "无(服务 其中 日期 在 最近60天)")),
    AggregateRow(
      .share, "占比", .condition, Bilingual("The fraction of rows for which it holds.", "满足的行所占比例。"),
      Bilingual("share(where bereaved)", "占比(其中 失独)")),
    AggregateRow(
      .longestRun, "最长连续", .condition,
      Bilingual(
        "How many rows in a row fulfil it, at most: by date, or in the order of `sort`.",
        "按日期或所给顺序，最多连续多少行满足。"),
      Bilingual("longest_run(where n = beds)", "最长连续(其中 n = 床位数)")),
    AggregateRow(
      .list, "列出", .anything, Bilingual("All values, in order.", "依次列出所有值。"),
      Bilingual("list(services.kind)", "列出(服务.类型)")),
    AggregateRow(
      .concat, "拼接", .anything, Bilingual("All values as one text.", "把所有值拼接一段文本。"),
      Bilingual("concat(members.role, \"、\")", "拼接(成员.家庭角色, \"、\")")),
  ]

  package static let windows: [WindowRow] = [
    WindowRow(
      function: .rowNumber, names: Bilingual("row_number", "行号"),
      documentation: Bilingual("The place of a row in its group, from 1.", "本行在组内的次序，从 1 起。"),
      example: Bilingual(
        "services | add n = row_number per family sort date",
        "服务 | 添加 次序 = 行号 每组 家庭 排序 日期")),
    WindowRow(
      function: .lag, names: Bilingual("lag", "上一行"),
      documentation: Bilingual("The value so many rows before.", "前若干行的值。"),
      example: Bilingual(
        "services | add before = lag(date, 1) per family sort date",
        "服务 | 添加 上次 = 上一行(日期, 1) 每组 家庭 排序 日期")),
    WindowRow(
      function: .lead, names: Bilingual("lead", "下一行"),
      documentation: Bilingual("The value so many rows after.", "后若干行的值。"),
      example: Bilingual(
        "services | add after = lead(date, 1) per family sort date",
        "服务 | 添加 下次 = 下一行(日期, 1) 每组 家庭 排序 日期")),
  ]

  /// Further words that are read.
  static let otherNames: [AggregateFunction: [String]] = [:]
}
