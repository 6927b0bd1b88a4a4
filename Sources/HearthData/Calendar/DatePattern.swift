import HearthText

/// A date format by the patterns of UTS 35 (https://unicode.org/reports/tr35/tr35-dates.html).
///
///     y yy yyyy   year             Y YYYY    year of the week
///     Q QQ QQQ QQQQ  quarter       M MM MMM MMMM MMMMM  month
///     w ww        ISO week         D DDD     day of the year
///     d dd        day              E EEEE EEEEE  weekday;  e  its number, Monday 1
///     H HH m mm s ss  time         '…' text, '' an apostrophe
package struct DatePattern: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case literal(String)
    case field(Character, count: Int)
  }

  /// The first letter that is no field of ours.
  package struct UnknownField: Error, Sendable {
    package var letter: Character
  }

  private var parts: [Part] = []

  package init(_ pattern: String) throws(UnknownField) {
    var rest = Substring(pattern)
    while let first = rest.first {
      if first == "'" {
        rest.removeFirst()
        appendLiteral(Self.quoted(&rest))
      } else if first.isASCII, first.isLetter {
        let run = rest.prefix { $0 == first }
        guard Self.letters.contains(first) else { throw UnknownField(letter: first) }
        parts.append(.field(first, count: run.count))
        rest = rest.dropFirst(run.count)
      } else {
        appendLiteral(String(rest.removeFirst()))
      }
    }
  }

  private static let letters: Set<Character> = [
    "y", "Y", "Q", "M", "w", "D", "d", "E", "e", "H", "m", "s",
  ]

  private mutating func appendLiteral(_ text: String) {
    if case .literal(let before) = parts.last {
      parts[parts.count - 1] = .literal(before + text)
    } else {
      parts.append(.literal(text))
    }
  }

  /// The text up to the closing apostrophe; two apostrophes are one.
  private static func quoted(_ rest: inout Substring) -> String {
    if rest.first == "'" {
      rest.removeFirst()
      return "'"
    }
    var text = ""
    while let character = rest.popFirst() {
      if character != "'" {
        text.append(character)
      } else if rest.first == "'" {
        text.append(rest.removeFirst())
      } else {
        break
      }
    }
    return text
  }

  package func format(_ day: Day, _ language: Language) -> String {
    format(day, time: 0, language)
  }

  /// Seconds since 1970-01-01 00:00; empty outside the years 1 to 9999.
  package func format(dateTime seconds: Int64, _ language: Language) -> String {
    DateTime.split(seconds).map { format($0.day, time: $0.time, language) } ?? ""
  }

  private func format(_ day: Day, time: Int, _ language: Language) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .field(let letter, let count):
        text += Self.field(letter, count, day, time, language)
      }
    }
    return text
  }

  private static func field(
    _ letter: Character, _ count: Int, _ day: Day, _ time: Int, _ language: Language
  ) -> String {
    let (year, month, dayOfMonth) = day.civil
    switch letter {
    case "y": return yearText(year, count)
    case "Y": return yearText(day.isoWeek.year, count)
    case "Q": return CalendarNames.quarter(day.quarter, width: count, language)
    case "M": return CalendarNames.month(month, width: count, language)
    case "w": return padded(day.isoWeek.week, min(count, 2))
    case "D": return padded(day.dayOfYear, min(count, 3))
    case "d": return padded(dayOfMonth, min(count, 2))
    case "E": return CalendarNames.weekday(day.weekday, width: count, language)
    case "e":
      return count <= 2
        ? padded(day.weekday, count)
        : CalendarNames.weekday(day.weekday, width: count, language)
    case "H": return padded(time / 3600, min(count, 2))
    case "m": return padded(time / 60 % 60, min(count, 2))
    default: return padded(time % 60, min(count, 2))
    }
  }

  private static func yearText(_ year: Int, _ count: Int) -> String {
    count == 2 ? padded(year % 100, 2) : padded(year, count)
  }
}
