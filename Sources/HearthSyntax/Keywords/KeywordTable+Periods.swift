import HearthText

extension KeywordTable {
  static let literals: [KeywordEntry] = [
    .init(
      .trueValue, .literal, "true", "是|真", .init("Yes.", "是。"),
      .init("paid = true", "已付 = 是")),
    .init(
      .falseValue, .literal, "false", "否|假", .init("No.", "否。"),
      .init("paid = false", "已付 = 否")),
    .init(
      .missingValue, .literal, "missing", "缺失", .init("No value.", "没有值。"),
      .init("x ?? missing", "x ?? 缺失")),
  ]

  static let periods: [KeywordEntry] = [
    .init(
      .today, .period, "today", "今天|今日", .init("The date of the question.", "提问的当天。"),
      .init("date = today", "日期 = 今天")),
    .init(
      .yesterday, .period, "yesterday", "昨天|昨日", .init("The day before today.", "今天的前一天。"),
      .init("date = yesterday", "日期 = 昨天")),
    .init(
      .this, .period, "this", "本|这",
      .init("The whole calendar unit that today lies in.", "今天所在的整个周、月、季度等。"),
      .init("date in this month", "日期 在 本月")),
    .init(
      .last, .period, "last|previous", "上",
      .init("The calendar unit before this one.", "上一个周、月、季度等。"),
      .init("date in last month", "日期 在 上月")),
    .init(
      .following, .period, "next", "下",
      .init("The calendar unit after this one.", "下一个周、月、季度等。"),
      .init("due in next month", "到期日 在 下月")),
    .init(
      .lastCount, .countedPeriod, "last|past", "最近|近|过去",
      .init("So many units up to today, today included.", "到今天为止的若干天、周、月等，含今天。"),
      .init("date in last 30 days", "日期 在 最近30天")),
    .init(
      .complete, .countedPeriod, "complete", "整|完整",
      .init("Whole calendar units before this one.", "本期之前的整月、整季度等。"),
      .init("date in last 3 complete months", "日期 在 最近3个整月")),
    .init(
      .next, .countedPeriod, "next", "未来|今后",
      .init("So many units from tomorrow.", "从明天起的若干天、周、月等。"),
      .init("due in next 7 days", "到期日 在 未来7天")),
    .init(
      .toDate, .period, "to date", "至今",
      .init("From the start of this unit up to today.", "从本期开始到今天。"),
      .init("date in month to date", "日期 在 本月至今")),
    .init(
      .thisYear, .period, "this year", "今年|本年|本年度", .init("The whole of this year.", "今年全年。"),
      .init("date in this year", "日期 在 今年")),
    .init(
      .lastYear, .period, "last year", "去年|上年|上年度", .init("The whole of last year.", "去年全年。"),
      .init("date in last year", "日期 在 去年")),
    .init(
      .followingYear, .period, "next year", "明年|下年",
      .init("The whole of next year.", "明年全年。"),
      .init("due in next year", "到期日 在 明年")),
    .init(
      .yearToDate, .period, "year to date", "今年以来|今年至今|本年至今|年初至今",
      .init("From the first of January up to today.", "从今年元旦到今天。"),
      .init("date in year to date", "日期 在 今年以来")),
    .init(
      .since, .period, "since", "自…起",
      .init("From a date on, that day included.", "从某日起，含当日。"),
      .init("date in since 2026-01-01", "日期 在 自 2026-01-01 起")),
    .init(
      .until, .period, "until", "至|截至|截止…止",
      .init("Up to a date, that day included.", "到某日止，含当日。"),
      .init("date in until 2026-03-31", "日期 在 至 2026-03-31 止")),
    .init(
      .samePeriodLastYear, .period, "same period last year of", "去年同期",
      .init("A period moved back by one year.", "向前推一年的同一时段。"),
      .init("date in same period last year of this month", "日期 在 本月 去年同期")),
    .init(
      .firstHalf, .period, "first half", "上半年|今年上半年|今年 上半年",
      .init("January to June of this year.", "今年一月到六月。"),
      .init("date in first half", "日期 在 上半年")),
    .init(
      .secondHalf, .period, "second half", "下半年|今年下半年|今年 下半年",
      .init("July to December of this year.", "今年七月到十二月。"),
      .init("date in second half", "日期 在 下半年")),
    .init(
      .firstHalfOfLastYear, .period, "first half of last year", "去年上半年|去年 上半年",
      .init("January to June of last year.", "去年一月到六月。"),
      .init("date in first half of last year", "日期 在 去年上半年")),
    .init(
      .secondHalfOfLastYear, .period, "second half of last year", "去年下半年|去年 下半年",
      .init("July to December of last year.", "去年七月到十二月。"),
      .init("date in second half of last year", "日期 在 去年下半年")),
  ]

  static let differences: [KeywordEntry] = [
    .init(
      .differenceFrom, .difference, "from", "从",
      .init("The first of two dates.", "两个日期中的前一个。"),
      .init("days from raised to claimed", "从 提出日期 到 认领日期 的天数")),
    .init(
      .differenceTo, .difference, "to", "到|至",
      .init("The second of two dates.", "两个日期中的后一个。"),
      .init("days from raised to claimed", "从 提出日期 到 认领日期 的天数")),
    .init(
      .whole, .difference, "whole", "整",
      .init("Complete units between two dates.", "两个日期之间的整数个单位。"),
      .init("whole years from born to today", "从 出生日期 到 今天 的整年数")),
    .init(
      .startOf, .difference, "start of", "首日|的首日",
      .init("The first day of a period.", "时段的第一天。"),
      .init("start of this month", "本月 首日")),
    .init(
      .endOf, .difference, "end of", "末日|的末日",
      .init("The last day of a period.", "时段的最后一天。"),
      .init("end of this month", "本月 末日")),
  ]

  static let units: [KeywordEntry] = [
    .init(
      .day, .unit, "days|day", "天|日", .init("A day.", "一天。"),
      .init("last 30 days", "最近30天")),
    .init(
      .week, .unit, "weeks|week", "周|星期", .init("A week, from Monday.", "一周，从星期一开始。"),
      .init("last week", "上周")),
    .init(
      .month, .unit, "months|month", "月", .init("A calendar month.", "一个月。"),
      .init("last month", "上月")),
    .init(
      .quarter, .unit, "quarters|quarter", "季度|季", .init("A quarter of a year.", "一个季度。"),
      .init("this quarter", "本季度")),
    .init(
      .half, .unit, "halves|half", "半年", .init("Half a year.", "半年。"),
      .init("last half", "上个半年")),
    .init(
      .year, .unit, "years|year", "年", .init("A calendar year.", "一年。"),
      .init("last 3 years", "最近3年")),
    .init(
      .term, .unit, "terms|term", "学期", .init("A school term.", "一个学期。"),
      .init("this term", "本学期")),
  ]
}
