import HearthData
import HearthText

extension FunctionTable {
  private static let x = ScalarParameter.number("x", "数")

  static let numbers: [ScalarRow] = [
    ScalarRow(
      .abs, "绝对值", [x], .first, Bilingual("The number without its sign.", "去掉符号的数。"),
      Bilingual("abs(change)", "绝对值(变化)")),
    ScalarRow(
      .round, "四舍五入",
      [
        x,
        ScalarParameter(name: Bilingual("places", "位数"), accepts: .whole, isOptional: true),
      ], .rounded,
      Bilingual("Rounds to so many places, halves away from zero.", "保留若干位小数，逢五进一。"),
      Bilingual("round(cost / minutes, 2)", "四舍五入(费用 / 时长, 2)")),
    ScalarRow(
      .floor, "向下取整", [x], .wholeNumber,
      Bilingual("The greatest whole number not above.", "不大于它的最大整数。"),
      Bilingual("floor(minutes / 60)", "向下取整(时长 / 60)")),
    ScalarRow(
      .ceil, "向上取整", [x], .wholeNumber,
      Bilingual("The smallest whole number not below.", "不小于它的最小整数。"),
      Bilingual("ceil(minutes / 60)", "向上取整(时长 / 60)")),
    real(.sqrt, "平方根", Bilingual("The square root.", "平方根。"), "2"),
    real(.ln, "自然对数", Bilingual("The natural logarithm.", "以 e 为底的对数。"), "10"),
    real(.log10, "常用对数", Bilingual("The logarithm to base 10.", "以 10 为底的对数。"), "1000"),
    ScalarRow(
      .log, "对数",
      [.real, ScalarParameter(name: Bilingual("base", "底"), accepts: .real)], .fixed(.number),
      Bilingual("The logarithm to a base.", "以给定数为底的对数。"), Bilingual("log(8, 2)", "对数(8, 2)")),
    real(.exp, "指数", Bilingual("e to the power of x.", "e 的若干次方。"), "1"),
    ScalarRow(
      .pi, "圆周率", [], .fixed(.number), Bilingual("3.14159…", "3.14159…"),
      Bilingual("pi()", "圆周率()")),
    real(.sin, "正弦", Bilingual("The sine of an angle in radians.", "弧度角的正弦。"), "1"),
    real(.cos, "余弦", Bilingual("The cosine of an angle in radians.", "弧度角的余弦。"), "1"),
    real(.tan, "正切", Bilingual("The tangent of an angle in radians.", "弧度角的正切。"), "1"),
    real(.asin, "反正弦", Bilingual("The angle with this sine, in radians.", "正弦为此值的弧度角。"), "1"),
    real(.acos, "反余弦", Bilingual("The angle with this cosine, in radians.", "余弦为此值的弧度角。"), "1"),
    real(
      .atan, "反正切", Bilingual("The angle with this tangent, in radians.", "正切为此值的弧度角。"), "1"),
    ScalarRow(
      .min, "最小", alike, .alike,
      Bilingual("The smaller of two or more values; missing ones are skipped.", "几个值中最小的；缺失的不算。"),
      Bilingual("min(claimed, delivered)", "最小(承接日期, 落实日期)")),
    ScalarRow(
      .max, "最大", alike, .alike,
      Bilingual("The greater of two or more values; missing ones are skipped.", "几个值中最大的；缺失的不算。"),
      Bilingual("max(claimed, delivered)", "最大(承接日期, 落实日期)")),
    ScalarRow(
      .band, "分段",
      [
        x,
        ScalarParameter(name: Bilingual("cut", "分界"), accepts: .constantNumber, isRepeated: true),
      ], .bands,
      Bilingual(
        "The class that a number falls into: band(x, 18, 60) is 0–17, 18–59 or 60+.",
        "数所在的一段：分段(x, 18, 60) 为 0–17、18–59 或 60+。"),
      Bilingual("members | count by band(age, 18, 60, 80)", "成员 | 计数 按 分段(年龄, 18, 60, 80)")),
  ]

  private static let alike = [
    ScalarParameter(name: Bilingual("a", "甲"), accepts: .alike),
    ScalarParameter(name: Bilingual("b", "乙"), accepts: .alike, isRepeated: true),
  ]

  private static func real(
    _ function: ScalarFunction, _ chinese: String, _ documentation: Bilingual, _ argument: String
  ) -> ScalarRow {
    ScalarRow(
      function, chinese, [.real], .fixed(.number), documentation,
      Bilingual("\(function.rawValue)(\(argument))", "\(chinese)(\(argument))"))
  }
}
