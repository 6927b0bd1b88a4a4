import HearthText

/// The names of months, weekdays and quarters as CLDR has them; widths count pattern letters.
package enum CalendarNames {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let chineseMonths = [
    "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let chineseDays = ["一", "二", "三", "四", "五", "六", "日"]
  private static let ordinals = ["1st", "2nd", "3rd", "4th"]
  private static let chineseQuarters = ["一", "二", "三", "四"]

  /// 10, 10, Oct 10月, October 十月, O 10.
  package static func month(_ month: Int, width: Int, _ language: Language) -> String {
    let name = months[month - 1]
    switch (width, language) {
    case (...2, _): return padded(month, width)
    case (3, .english): return String(name.prefix(3))
    case (4, .english): return name
    case (_, .english): return String(name.prefix(1))
    case (3, .chinese): return "\(month)月"
    case (4, .chinese): return chineseMonths[month - 1]
    case (_, .chinese): return String(month)
    }
  }

  /// From 1, Monday: Sat 周六, Saturday 星期六, S 六.
  package static func weekday(_ weekday: Int, width: Int, _ language: Language) -> String {
    let name = weekdays[weekday - 1]
    let chinese = chineseDays[weekday - 1]
    switch (width, language) {
    case (...3, .english): return String(name.prefix(3))
    case (4, .english): return name
    case (5, .english): return String(name.prefix(1))
    case (_, .english): return String(name.prefix(2))
    case (...3, .chinese): return "周" + chinese
    case (4, .chinese): return "星期" + chinese
    case (5, .chinese): return chinese
    case (_, .chinese): return "周" + chinese
    }
  }

  /// 4, 04, Q4 4季度, 4th quarter 第四季度.
  package static func quarter(_ quarter: Int, width: Int, _ language: Language) -> String {
    switch (width, language) {
    case (...2, _): padded(quarter, width)
    case (3, .english): "Q\(quarter)"
    case (4, .english): "\(ordinals[quarter - 1]) quarter"
    case (3, .chinese): "\(quarter)季度"
    case (4, .chinese): "第\(chineseQuarters[quarter - 1])季度"
    case (_, _): String(quarter)
    }
  }

  /// Monday to Sunday: the values of `weekday`, in order.
  package static let weekdayDictionary = CategoryDictionary(
    zip(weekdays, chineseDays).map { Bilingual($0, "星期" + $1) }, isClosed: true)
}
