/// Every function of one row that has a kernel in the engine; its row in the function table gives
/// names, signature and documentation.
package enum ScalarFunction: String, CaseIterable, Hashable, Sendable {
  // Numbers.
  case abs, round, floor, ceil, sqrt, ln, log10, log, exp, pi
  case sin, cos, tan, asin, acos, atan
  case min, max
  // Text.
  case lower, upper, trim, trimStart = "trim_start", trimEnd = "trim_end", length, substring
  case replace, split, pinyin, initials, mask
  // Dates; the periods that a date lies in, and parts of it.
  case day, month, quarter, half, year, week, weekday, format
  /// `period(first, last)`: both days belong to it.
  case period
  // A number sorted into classes.
  case band
  // Conversions: what cannot be converted is missing, with a counted warning.
  case text, number, int, date
}
