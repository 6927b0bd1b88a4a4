import HearthText

/// A date or period written with signs: `2026-10-31`, `2026/10/31`, `2026-10`, `2026-Q3`,
/// `2026-H1`, `2026-W07`, `2026-10-31T14:30`.
struct SignedLiteral {
  struct Problem: Sendable {
    var code: DiagnosticCode
    var message: Bilingual
    var hint: Bilingual?
    var replacement: String?
  }

  private(set) var kind: Token.Kind = .invalid
  private(set) var end: Int
  private(set) var problem: Problem?

  private let source: SourceBytes
  private var cursor: Int

  /// nil when nothing of the kind begins at the offset.
  init?(_ source: SourceBytes, at start: Int) {
    self.source = source
    cursor = start
    end = start
    guard let year = number(digits: 4...4), next.ascii != UInt8(ascii: "_") else { return nil }
    let sign = next.ascii
    guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/") else { return nil }
    advance()
    let matched =
      sign == UInt8(ascii: "-") && next.isLatin ? lettered(year) : numbered(year, sign)
    guard matched else { return nil }
    end = cursor
  }

  private var next: SourceBytes.Glyph { source.glyph(at: cursor) }
  private mutating func advance() { cursor = next.end }

  /// A number of so many digits that ends where the digits end.
  private mutating func number(digits: ClosedRange<Int>) -> Int? {
    let start = cursor
    var value = 0
    var count = 0
    while next.isDigit && count <= digits.upperBound {
      value = value * 10 + Int(next.ascii - 0x30)
      count += 1
      advance()
    }
    if digits.contains(count) { return value }
    cursor = start
    return nil
  }

  private mutating func lettered(_ year: Int) -> Bool {
    let letter = next.ascii
    advance()
    let value: Int?
    switch letter {
    case UInt8(ascii: "Q"), UInt8(ascii: "H"): value = number(digits: 1...1)
    case UInt8(ascii: "W"): value = number(digits: 2...2)
    default: value = nil
    }
    guard let value, !next.continuesIdentifier || next.isHan else { return false }
    switch letter {
    case UInt8(ascii: "Q"): setPeriod((1...4).contains(value) ? .quarter(year: year, value) : nil)
    case UInt8(ascii: "H"): setPeriod((1...2).contains(value) ? .half(year: year, value) : nil)
    default:
      let isWeek = value >= 1 && value <= weeks(ofISOYear: year)
      setPeriod(isWeek ? .week(year: year, value) : nil)
    }
    return true
  }

  private mutating func setPeriod(_ period: PeriodLiteral?) {
    if let period {
      kind = .period(period)
      return
    }
    problem = .impossiblePeriod
  }

  private mutating func numbered(_ year: Int, _ sign: UInt8) -> Bool {
    let monthStart = cursor
    guard let month = number(digits: 1...2) else { return false }
    let isTwoDigits = cursor - monthStart == 2 * source.glyph(at: monthStart).length
    let afterMonth = cursor
    if next.ascii == sign {
      advance()
      let dayStart = cursor
      if let day = number(digits: 1...2), !next.isDigit {
        let isFull =
          isTwoDigits && cursor - dayStart == 2 * source.glyph(at: dayStart).length
        if isFull || (1900...2200).contains(year) && (1...12).contains(month) {
          setDate(DateLiteral(year: year, month: month, day: day), isFull: isFull)
          return true
        }
      }
      cursor = afterMonth
      return false
    }
    guard sign == UInt8(ascii: "-"), isTwoDigits, !next.continuesIdentifier || next.isHan else {
      return false
    }
    setMonth(year, month)
    return true
  }

  private mutating func setMonth(_ year: Int, _ month: Int) {
    if (1...12).contains(month) {
      kind = .period(.month(year: year, month))
      return
    }
    var problem = Problem.impossibleMonth(month)
    problem.hint = .init(
      "for a subtraction write spaces: `\(year) - \(month)`",
      "如果是减法，请加空格：“\(year) - \(month)”")
    self.problem = problem
  }

  private mutating func setDate(_ date: DateLiteral, isFull: Bool) {
    guard date.exists else {
      problem = .impossible(date)
      return
    }
    guard isFull else {
      // `2026-3-5` could be a subtraction; people who write it mean the date.
      problem = Problem(
        code: .impossibleDate,
        message: .init("a date has two digits for month and day", "日期的月和日要写两位数字"),
        hint: .init(
          "did you mean `\(date.written)`? for arithmetic write spaces",
          "是不是“\(date.written)”？如果是算式，请加空格"),
        replacement: date.written)
      return
    }
    kind = .date(date)
    readTime(date)
  }

  /// `T14:30`, ` 14:30:05` after a date.
  private mutating func readTime(_ date: DateLiteral) {
    let start = cursor
    guard next.ascii == UInt8(ascii: "T") || next.ascii == UInt8(ascii: " ") else { return }
    advance()
    guard let hour = number(digits: 2...2), let minute = colonNumber() else {
      cursor = start
      return
    }
    let second = colonNumber() ?? 0
    guard hour < 24, minute < 60, second < 60 else {
      kind = .invalid
      problem = Problem(
        code: .impossibleDate, message: .init("there is no such time", "没有这样的时间"), hint: nil)
      return
    }
    kind = .dateTime(date, hour: hour, minute: minute, second: second)
  }

  private mutating func colonNumber() -> Int? {
    let start = cursor
    guard next.ascii == UInt8(ascii: ":") else { return nil }
    advance()
    if let value = number(digits: 2...2) { return value }
    cursor = start
    return nil
  }
}

extension SourceBytes.Glyph {
  fileprivate var length: Int { end - start }
}

extension SignedLiteral.Problem {
  static let impossiblePeriod = Self(
    code: .impossiblePeriod, message: .init("there is no such period", "没有这样的时段"),
    hint: .init(
      "quarters are Q1 to Q4, halves H1 and H2, weeks W01 to W52 or W53",
      "季度为 Q1 到 Q4，半年为 H1、H2，周为 W01 到 W52 或 W53"))

  static func impossibleMonth(_ month: Int, _ code: DiagnosticCode = .impossiblePeriod) -> Self {
    Self(code: code, message: .init("there is no month \(month)", "没有 \(month) 月"))
  }

  static let tooLarge = Self(
    code: .numberTooLarge, message: .init("this number is too large", "这个数过大"),
    hint: .init(
      "numbers go up to 9223372036854775807, in at most 18 places after the point",
      "数最大为 9223372036854775807，小数最多 18 位"))

  static func impossible(_ date: DateLiteral) -> Self {
    if !(1...12).contains(date.month) {
      return .impossibleMonth(date.month, .impossibleDate)
    }
    let days = daysInMonth(year: date.year, month: date.month)
    return .init(
      code: .impossibleDate,
      message: .init("there is no such day", "没有这一天"),
      hint: .init(
        "month \(date.month) of \(date.year) has \(days) days",
        "\(date.year)年\(date.month)月有 \(days) 天"))
  }
}
