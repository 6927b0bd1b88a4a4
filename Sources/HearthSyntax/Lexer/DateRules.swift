/// The few rules of the proleptic Gregorian calendar that a parser needs to refuse what cannot be.
func daysInMonth(year: Int, month: Int) -> Int {
  switch month {
  case 2: isLeap(year) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

private func isLeap(_ year: Int) -> Bool {
  year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// A year has 53 ISO weeks when it begins on a Thursday, or on a Wednesday and is a leap year.
func weeks(ofISOYear year: Int) -> Int {
  let before = year - 1
  // 0 is Sunday; 1 January of year 1 was a Monday.
  let firstDay = (1 + before * 365 + before / 4 - before / 100 + before / 400) % 7
  return firstDay == 4 || (firstDay == 3 && isLeap(year)) ? 53 : 52
}

extension DateLiteral {
  var exists: Bool {
    year >= 1 && (1...12).contains(month) && day >= 1
      && day <= daysInMonth(year: year, month: month)
  }

  /// `2026-10-31`.
  var written: String { padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) }
}

func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
