import HearthText

extension RunSplitter {
  /// Numbers, dates and periods that begin with the digit at a place, longest first.
  func numbers(at start: Int) -> [Piece] {
    let (digits, end) = digits(at: start)
    // Digits that Latin letters follow belong to a name.
    if end < glyphs.count && !glyphs[end].isHan { return [] }
    var result: [Piece] = []
    if end - start == 4, let year = digits.map(Int.init), at(end) == "年" {
      result = datedPieces(start, year, end + 1)
    }
    let meaning = digits.map(Piece.Meaning.number) ?? .tooLarge
    result.append(Piece(end - start, meaning, next: .number))
    return result
  }

  /// `2026年10月31日`, `2026年10月`, `2026年第3季度`, `2026年三季度`, `2026年上半年`, `2026年第7周`, `2026年`.
  private func datedPieces(_ start: Int, _ year: Int, _ afterYear: Int) -> [Piece] {
    var result: [Piece] = []
    if let (half, end) = half(at: afterYear) {
      result.append(period(start, end, .half(year: year, half)))
    }
    var place = afterYear
    let isOrdinal = at(place) == "第"
    if isOrdinal { place += 1 }
    let (value, end) = quarterNumeral(at: place) ?? digits(at: place)
    if let value = value.map(Int.init), end > place, end - place <= 2 {
      if at(end) == "月" && !isOrdinal {
        result = monthPieces(start, year, value, end + 1)
      } else if at(end) == "季" {
        let end = at(end + 1) == "度" ? end + 2 : end + 1
        let literal = (1...4).contains(value) ? PeriodLiteral.quarter(year: year, value) : nil
        result.append(period(start, end, literal))
      } else if at(end) == "周" {
        let isWeek = value >= 1 && value <= weeks(ofISOYear: year)
        result.append(period(start, end + 1, isWeek ? .week(year: year, value) : nil))
      }
    }
    // A bare year is a number, and a period where one is expected.
    result.append(Piece(afterYear - start, .number(Int64(year))))
    return result
  }

  private func monthPieces(
    _ start: Int, _ year: Int, _ month: Int, _ afterMonth: Int
  ) -> [Piece] {
    var result: [Piece] = []
    let (value, end) = digits(at: afterMonth)
    if let day = value.map(Int.init), end > afterMonth, end - afterMonth <= 2,
      at(end) == "日" || at(end) == "号"
    {
      let date = DateLiteral(year: year, month: month, day: day)
      result.append(
        Piece(end + 1 - start, date.exists ? .date(date) : .impossibleDate(date)))
    }
    let isMonth = (1...12).contains(month)
    // 10月份 is 10月.
    let afterUnit = at(afterMonth) == "份" ? afterMonth + 1 : afterMonth
    result.append(
      Piece(
        afterUnit - start,
        isMonth ? .period(.month(year: year, month)) : .impossibleMonth(month)))
    return result
  }

  private func period(_ start: Int, _ end: Int, _ literal: PeriodLiteral?) -> Piece {
    Piece(end - start, literal.map(Piece.Meaning.period) ?? .impossiblePeriod)
  }

  /// 第三季度: the quarters are often numbered in Chinese.
  private func quarterNumeral(at place: Int) -> (value: Int64?, end: Int)? {
    let numerals: [Unicode.Scalar] = ["一", "二", "三", "四"]
    guard at(place + 1) == "季", let numeral = at(place),
      let index = numerals.firstIndex(of: numeral)
    else { return nil }
    return (Int64(index + 1), place + 1)
  }

  private func half(at place: Int) -> (half: Int, end: Int)? {
    guard at(place + 1) == "半", at(place + 2) == "年" else { return nil }
    if at(place) == "上" { return (1, place + 3) }
    return at(place) == "下" ? (2, place + 3) : nil
  }

  private func at(_ place: Int) -> Unicode.Scalar? {
    place < scalars.count ? scalars[place] : nil
  }

  /// The digits that begin at a place; nil as a value when they are too large.
  private func digits(at start: Int) -> (value: Int64?, end: Int) {
    var value: Int64? = 0
    var end = start
    while end < glyphs.count && glyphs[end].isDigit {
      let digit = Int64(glyphs[end].ascii - 0x30)
      value = value.flatMap { value in
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(digit)
        return overflow || carry ? nil : sum
      }
      end += 1
    }
    return (value, end)
  }
}

/// 一 to 九十九, and 两, where a count is expected: 最近三个月, 前五名.
///
/// It must stand before a measure word or a unit. 次 is one only where times are counted, so that
/// words like 最近一次 stay names.
struct ChineseNumeral {
  let value: Int64
  let length: Int

  init?(_ scalars: [Unicode.Scalar], at start: Int, countsTimes: Bool) {
    var value: Int64 = 0
    var end = start
    if let digit = Self.digit(scalars, end) {
      value = digit
      end += 1
    }
    if end < scalars.count && scalars[end] == "十" {
      value = max(value, 1) * 10
      end += 1
      if let digit = Self.digit(scalars, end), scalars[end] != "两" {
        value += digit
        end += 1
      }
    }
    guard end > start, end < scalars.count,
      Self.followers.contains(scalars[end]) || countsTimes && scalars[end] == "次"
    else { return nil }
    self.value = value
    length = end - start
  }

  private static func digit(_ scalars: [Unicode.Scalar], _ place: Int) -> Int64? {
    guard place < scalars.count else { return nil }
    if scalars[place] == "两" { return 2 }
    return digits.firstIndex(of: scalars[place]).map { Int64($0 + 1) }
  }

  private static let digits: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let followers: Set<Unicode.Scalar> = [
    "个", "户", "人", "种", "名", "位", "场", "天", "周", "月", "季", "年", "整",
  ]
}
