import HearthData
import HearthText

extension FunctionTable {
  static let texts: [ScalarRow] = [
    text(.lower, "小写", Bilingual("Letters in lower case.", "字母变小写。")),
    text(.upper, "大写", Bilingual("Letters in upper case.", "字母变大写。")),
    text(.trim, "去空格", Bilingual("Without white space at both ends.", "去掉两端空白。")),
    text(.trimStart, "去前空格", Bilingual("Without white space at the start.", "去掉开头空白。")),
    text(.trimEnd, "去后空格", Bilingual("Without white space at the end.", "去掉末尾空白。")),
    ScalarRow(
      .length, "长度", [.text], .fixed(.int),
      Bilingual("How many characters, as seen.", "字数，按看到的字计。"),
      Bilingual("length(name)", "长度(名称)")),
    ScalarRow(
      .substring, "截取",
      [
        .text, whole("start", "起点"),
        ScalarParameter(name: Bilingual("count", "个数"), accepts: .whole, isOptional: true),
      ], .fixed(.text),
      Bilingual("So many characters from a place, counted from 1.", "从第几个字起的若干字，从 1 数起。"),
      Bilingual("substring(id, 1, 3)", "截取(编号, 1, 3)")),
    ScalarRow(
      .replace, "替换",
      [
        .text, ScalarParameter(name: Bilingual("old", "旧"), accepts: .text),
        ScalarParameter(name: Bilingual("new", "新"), accepts: .text),
      ], .fixed(.text), Bilingual("Every occurrence replaced, exactly.", "逐处替换，须完全相同。"),
      Bilingual("replace(name, \"街道\", \"\")", "替换(名称, \"街道\", \"\")")),
    ScalarRow(
      .split, "拆分",
      [.text, ScalarParameter(name: Bilingual("separator", "分隔符"), accepts: .text)],
      .fixed(.list(.text)), Bilingual("The parts between separators.", "按分隔符拆成几段。"),
      Bilingual("split(note, \"、\")", "拆分(备注, \"、\")")),
    text(.pinyin, "拼音", Bilingual("The pinyin, for sorting in Chinese order.", "拼音，用于按拼音排序。")),
    text(.initials, "首字母", Bilingual("The first letters of the pinyin.", "拼音首字母。")),
    text(.mask, "遮盖", Bilingual("The first character, the rest hidden.", "只留第一个字，其余遮住。")),
  ]

  static let conversions: [ScalarRow] = [
    ScalarRow(
      .text, "文本", [.anything], .fixed(.text), Bilingual("The value as text.", "转成文本。"),
      Bilingual("text(cost)", "文本(费用)")),
    ScalarRow(
      .number, "数值", [.anything], .fixed(.number),
      Bilingual("The value as a number; missing if it is none.", "转成数；不是数则缺失。"),
      Bilingual("number(note)", "数值(备注)")),
    ScalarRow(
      .int, "整数", [.anything], .fixed(.int),
      Bilingual("The value as a whole number, cut towards zero.", "转成整数，舍去小数。"),
      Bilingual("int(note)", "整数(备注)")),
    ScalarRow(
      .date, "日期", [.anything], .fixed(.date),
      Bilingual("The value as a date; missing if it is none.", "转成日期；不是日期则缺失。"),
      Bilingual("date(note)", "日期(备注)")),
  ]

  private static func text(
    _ function: ScalarFunction, _ chinese: String, _ documentation: Bilingual
  ) -> ScalarRow {
    ScalarRow(
      function, chinese, [.text], .fixed(.text), documentation,
      Bilingual("\(function.rawValue)(name)", "\(chinese)(名称)"))
  }

  private static func whole(_ english: String, _ chinese: String) -> ScalarParameter {
    ScalarParameter(name: Bilingual(english, chinese), accepts: .whole)
  }
}
