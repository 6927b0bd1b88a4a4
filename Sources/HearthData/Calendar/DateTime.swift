/// Seconds since 1970-01-01 00:00 as a day and a time of day.
package enum DateTime {
  package static let secondsPerDay: Int64 = 86_400

  /// The seconds of a day's time; nil for a time that no clock shows.
  package static func seconds(
    day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0
  ) -> Int64? {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
      return nil
    }
    return Int64(day.number) * secondsPerDay + Int64(hour * 3600 + minute * 60 + second)
  }

  /// The day, and the seconds since its midnight; nil outside the years 1 to 9999.
  package static func split(_ seconds: Int64) -> (day: Day, time: Int)? {
    var (days, time) = seconds.quotientAndRemainder(dividingBy: secondsPerDay)
    if time < 0 { (days, time) = (days - 1, time + secondsPerDay) }
    return Day(checked: Int(days)).map { ($0, Int(time)) }
  }

  /// ISO: `2026-10-31T08:30:00`.
  package static func text(_ seconds: Int64) -> String {
    guard let (day, time) = split(seconds) else { return String(seconds) }
    return "\(day)T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))"
  }
}
