import HearthSyntax
import HearthText

extension ReadBack {
  func text(_ call: Expression.Call) -> String {
    guard let meaning = FunctionTable.meaning(of: call.function.text) else {
      return say(
        "\(name(call.function)) of \(list(call.arguments.map(operand)))",
        "\(list(call.arguments.map(operand)))的\(name(call.function))")
    }
    if let function = meaning.aggregate, meaning.scalar == nil || call.arguments.count < 2 {
      return text(function, call)
    }
    let arguments = call.arguments.map(operand)
    if let function = meaning.scalar { return text(function, arguments) }
    return meaning.window.map { text($0, arguments) } ?? ""
  }

  // MARK: Functions of many rows

  private func text(_ function: AggregateFunction, _ call: Expression.Call) -> String {
    switch function {
    case .count: return count(call)
    case .any, .all, .no, .share, .longestRun: return truth(function, call)
    case .sum, .avg, .min, .max, .median, .percentile, .stddev, .first, .last, .list, .concat:
      let what = argument(call)
      let option = call.arguments.count > 1 ? operand(call.arguments[1]) : "“、”"
      return Self.template(function)[language]
        .replacing("{1}", with: what).replacing("{2}", with: option)
    }
  }

  private static func template(_ function: AggregateFunction) -> Bilingual {
    switch function {
    case .sum: Bilingual("the sum of {1}", "{1}的合计")
    case .avg: Bilingual("the average of {1}", "{1}的平均")
    case .min: Bilingual("the smallest of {1}", "{1}的最小值")
    case .max: Bilingual("the greatest of {1}", "{1}的最大值")
    case .median: Bilingual("the median of {1}", "{1}的中位数")
    case .percentile: Bilingual("the percentile {2} of {1}", "{1}的第{2}百分位")
    case .stddev: Bilingual("the standard deviation of {1}", "{1}的标准差")
    case .first: Bilingual("the first of {1}", "{1}中的第一个")
    case .last: Bilingual("the last of {1}", "{1}中的最后一个")
    case .list: Bilingual("the list of {1}", "{1}的列表")
    case .concat: Bilingual("{1} joined by {2}", "用{2}连接的{1}")
    case .count, .any, .all, .no, .share, .longestRun: Bilingual(same: "{1}")
    }
  }

  /// The values that an aggregate looks at, with its condition.
  private func argument(_ call: Expression.Call) -> String {
    guard let first = call.arguments.first else { return say("the rows", "各行") }
    let different = call.isDistinct ? say("the different values of ", "不同的") : ""
    let values = different + (isLink(first) ? words(value(first), call.filter) : operand(first))
    if isLink(first) { return values }
    guard let filter = call.filter else { return values }
    let rows = linkedRows(first)
    return say(
      "\(values) over \(words(rows ?? "rows", filter))", "\(words(rows ?? "行", filter))的\(values)")
  }

  /// Of `services.cost` the services.
  private func linkedRows(_ argument: Expression) -> String? {
    guard case .path(let base, _) = argument.unwrapped.kind else { return nil }
    return isLink(base) ? value(base) : linkedRows(base)
  }

  private func count(_ call: Expression.Call) -> String {
    guard let first = call.arguments.first else {
      let rows = words(say("rows", "行"), call.filter)
      return call.filter == nil
        ? say("the number of rows", "行数") : say("the number of \(rows)", "\(rows)数")
    }
    if isLink(first) {
      let rows = rows(value(first), call.filter)
      return say("the number of \(rows)", "\(rows)的数量")
    }
    let values = argument(call)
    if call.isDistinct { return say("the number of \(values)", "\(values)的个数") }
    return say("the number of known values of \(values)", "已知的\(values)的个数")
  }

  private func truth(_ function: AggregateFunction, _ call: Expression.Call) -> String {
    let link = call.arguments.first.flatMap { isLink($0) ? value($0) : nil }
    let condition = link == nil ? call.arguments.first : nil
    let noun = link ?? say("rows", condition != nil && call.filter != nil ? "行" : "各行")
    // With two conditions the one in `where` says among which rows the other is asked.
    let rows = words(noun, condition == nil ? nil : call.filter)
    let holds = (condition ?? call.filter).map { clause($0).statement }
    let test = holds ?? say("there are any", "存在")
    switch function {
    case .any: return say("whether for any of \(rows) \(test)", "\(rows)中是否有满足“\(test)”的")
    case .all: return say("whether for all of \(rows) \(test)", "\(rows)是否都满足“\(test)”")
    case .no: return say("whether for none of \(rows) \(test)", "\(rows)中是否没有满足“\(test)”的")
    case .share: return say("the share of \(rows) for which \(test)", "\(rows)中满足“\(test)”的占比")
    case .longestRun:
      return say(
        "the longest run of \(rows) one after the other for which \(test)",
        "\(rows)中接连满足“\(test)”的最长行数")
    case .count, .sum, .avg, .min, .max, .median, .percentile, .stddev, .first, .last, .list,
      .concat:
      return ""
    }
  }

  private func text(_ function: WindowFunction, _ arguments: [String]) -> String {
    let (what, distance) = (arguments.first ?? "", arguments.count > 1 ? arguments[1] : "1")
    switch function {
    case .rowNumber: return say("the row's number", "行号")
    case .lag: return say("\(what) \(distance) row(s) before", "前\(distance)行的\(what)")
    case .lead: return say("\(what) \(distance) row(s) after", "后\(distance)行的\(what)")
    }
  }

  // MARK: Functions of one row

  private func text(_ function: ScalarFunction, _ arguments: [String]) -> String {
    var text = Self.template(function, arguments.count)[language]
    for (index, argument) in arguments.enumerated() {
      text = text.replacing("{\(index + 1)}", with: argument)
    }
    return text.replacing("{rest}", with: list(Array(arguments.dropFirst())))
      .replacing("{all}", with: list(arguments))
  }

  private static func template(_ function: ScalarFunction, _ count: Int) -> Bilingual {
    switch function {
    case .abs: Bilingual("the absolute value of {1}", "{1}的绝对值")
    case .round:
      count > 1
        ? Bilingual("{1} rounded to {2} places", "{1}保留{2}位小数")
        : Bilingual("{1} rounded", "四舍五入的{1}")
    case .floor: Bilingual("{1} rounded down", "向下取整的{1}")
    case .ceil: Bilingual("{1} rounded up", "向上取整的{1}")
    case .sqrt: Bilingual("the square root of {1}", "{1}的平方根")
    case .ln: Bilingual("the natural logarithm of {1}", "{1}的自然对数")
    case .log10: Bilingual("the logarithm of {1} to the base 10", "{1}以10为底的对数")
    case .log: Bilingual("the logarithm of {1} to the base {2}", "{1}以{2}为底的对数")
    case .exp: Bilingual("e to the power of {1}", "e的{1}次方")
    case .pi: Bilingual("pi", "圆周率")
    case .sin: Bilingual("the sine of {1}", "{1}的正弦")
    case .cos: Bilingual("the cosine of {1}", "{1}的余弦")
    case .tan: Bilingual("the tangent of {1}", "{1}的正切")
    case .asin: Bilingual("the arcsine of {1}", "{1}的反正弦")
    case .acos: Bilingual("the arccosine of {1}", "{1}的反余弦")
    case .atan: Bilingual("the arctangent of {1}", "{1}的反正切")
    case .min: Bilingual("the smallest of {all}", "{all}中最小的")
    case .max: Bilingual("the greatest of {all}", "{all}中最大的")
    case .lower, .upper, .trim, .trimStart, .trimEnd, .length, .substring, .replace, .split,
      .pinyin, .initials, .mask:
      textTemplate(function, count)
    case .day: Bilingual("the day of the month of {1}", "{1}是几号")
    case .month: Bilingual("the month of {1}", "{1}所在的月")
    case .quarter: Bilingual("the quarter of {1}", "{1}所在的季度")
    case .half: Bilingual("the half-year of {1}", "{1}所在的半年")
    case .year: Bilingual("the year of {1}", "{1}的年份")
    case .week: Bilingual("the week of {1}", "{1}所在的周")
    case .weekday: Bilingual("the weekday of {1}", "{1}是星期几")
    case .format:
      count > 2
        ? Bilingual("{1} written as {2} in {3}", "以{3}按{2}书写的{1}")
        : Bilingual("{1} written as {2}", "按{2}书写的{1}")
    case .period: Bilingual("the days from {1} to {2}", "{1}至{2}的时段")
    case .band: Bilingual("the band of {1} with bounds {rest}", "{1}按{rest}分的段")
    case .text: Bilingual("{1} as text", "{1}的文本")
    case .number: Bilingual("{1} as a number", "{1}的数值")
    case .int: Bilingual("{1} as a whole number", "{1}的整数值")
    case .date: Bilingual("{1} as a date", "{1}的日期")
    }
  }

  private static func textTemplate(_ function: ScalarFunction, _ count: Int) -> Bilingual {
    switch function {
    case .lower: Bilingual("{1} in small letters", "{1}的小写形式")
    case .upper: Bilingual("{1} in capital letters", "{1}的大写形式")
    case .trim: Bilingual("{1} without blanks at its ends", "去掉首尾空白的{1}")
    case .trimStart: Bilingual("{1} without blanks at its start", "去掉开头空白的{1}")
    case .trimEnd: Bilingual("{1} without blanks at its end", "去掉结尾空白的{1}")
    case .length: Bilingual("the length of {1}", "{1}的长度")
    case .substring:
      count > 2
        ? Bilingual("{3} characters of {1} from number {2}", "{1}从第{2}个起的{3}个字符")
        : Bilingual("the characters of {1} from number {2}", "{1}从第{2}个起的字符")
    case .replace: Bilingual("{1} with {3} in place of {2}", "把{2}换成{3}后的{1}")
    case .split: Bilingual("the parts of {1} between {2}", "按{2}拆开的{1}")
    case .pinyin: Bilingual("the pinyin of {1}", "{1}的拼音")
    case .initials: Bilingual("the initials of {1}", "{1}的拼音首字母")
    case .mask: Bilingual("{1} masked", "遮盖后的{1}")
    case .abs, .round, .floor, .ceil, .sqrt, .ln, .log10, .log, .exp, .pi, .sin, .cos, .tan,
      .asin, .acos, .atan, .min, .max, .day, .month, .quarter, .half, .year, .week, .weekday,
      .format, .period, .band, .text, .number, .int, .date:
      Bilingual(same: "{all}")
    }
  }
}
