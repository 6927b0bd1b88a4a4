import Glibc
import HearthData

/// The machine's clock, asked only when neither the user nor the data say what day it is.
enum SystemClock {
  /// Today in the local time zone.
  static func today() -> Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(0)
  }
}
