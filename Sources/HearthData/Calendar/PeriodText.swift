extension Period {
  /// Reads what `description` prints, ranges excepted: `2026`, `2026-10`, `2026-Q3`, `2026-H1`,
  /// `2026-W07`, `2026-10-31`.
  package init?(parsing text: String) {
    if let day = DateText.day(text) {
      self.init(.day, containing: day)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 4, let year = Int(first), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2, let letter = parts[1].first else {
      guard parts.count == 1 else { return nil }
      self.init(.year, year: year, index: 1)
      return
    }
    let unit: Unit
    switch letter {
    case "Q", "q": unit = .quarter
    case "H", "h": unit = .half
    case "W", "w": unit = .week
    default: unit = .month
    }
    let digits = unit == .month ? parts[1] : parts[1].dropFirst()
    guard digits.allSatisfy(\.isNumber), let index = Int(digits) else { return nil }
    self.init(unit, year: year, index: index)
  }
}
