import HearthData
import HearthText

extension FunctionTable {
  static let dates: [ScalarRow] = [
    ScalarRow(
      .day, "日", [.date], .fixed(.int), Bilingual("The day of the month, 1–31.", "几号，1–31。"),
      Bilingual("day(date)", "日(日期)")),
    period(.week, "周", Bilingual("The week that a date lies in, from Monday.", "日期所在的周，从星期一起。")),
    period(.month, "月", Bilingual("The month that a date lies in.", "日期所在的月。")),
    period(.quarter, "季度", Bilingual("The quarter that a date lies in.", "日期所在的季度。")),
    period(.half, "半年", Bilingual("The half-year that a date lies in.", "日期所在的半年。")),
    ScalarRow(
      .year, "年", [.date], .fixed(.int), Bilingual("The year, a number.", "年份，是一个数。"),
      Bilingual("year(date) = 2026", "年(日期) = 2026")),
    ScalarRow(
      .weekday, "星期", [.date], .weekday,
      Bilingual("The day of the week, Monday first.", "星期几，从星期一起。"),
      Bilingual("weekday(date) = Sunday", "星期(日期) = 星期日")),
    ScalarRow(
      .format, "格式",
      [
        .date, ScalarParameter(name: Bilingual("pattern", "样式"), accepts: .text),
        ScalarParameter(
          name: Bilingual("language", "语言"), accepts: .constantText, isOptional: true),
      ], .fixed(.text), Bilingual("A date written after a pattern.", "按样式写出日期。"),
      Bilingual("format(date, \"yyyy-MM\")", "格式(日期, \"yyyy年M月d日\")")),
    ScalarRow(
      .period, "时段",
      [
        ScalarParameter(name: Bilingual("first", "首日"), accepts: .moment),
        ScalarParameter(name: Bilingual("last", "末日"), accepts: .moment),
      ], .fixed(.period),
      Bilingual("From one day to another, both included.", "从一天到另一天，两端都算。"),
      Bilingual("period(opened, closed)", "时段(开办日期, 结束日期)")),
  ]

  private static func period(
    _ function: ScalarFunction, _ chinese: String, _ documentation: Bilingual
  ) -> ScalarRow {
    ScalarRow(
      function, chinese, [.date], .fixed(.period), documentation,
      Bilingual("services | count by \(function.rawValue)(date)", "服务 | 计数 按 \(chinese)(日期)"))
  }

  /// The values of `weekday`, Monday first.
  package static let weekdays = CategoryDictionary(
    [
      Bilingual("Monday", "星期一"), Bilingual("Tuesday", "星期二"), Bilingual("Wednesday", "星期三"),
      Bilingual("Thursday", "星期四"), Bilingual("Friday", "星期五"), Bilingual("Saturday", "星期六"),
      Bilingual("Sunday", "星期日"),
    ], isClosed: true)
}
