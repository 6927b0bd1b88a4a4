import HearthText

extension Printer {
  /// `spring festival 2026 ± 7 days`, 2026年春节前后7天.
  func text(_ phrase: FestivalPhrase) -> String {
    language == .english ? english(phrase) : chinese(phrase)
  }

  private func english(_ phrase: FestivalPhrase) -> String {
    let entry = KeywordTable.entry(phrase.name.keyword)
    var result = entry.english[0]
    switch phrase.year {
    case .this:
      // A single word alone would be a name.
      if phrase.margin == nil { result = entry.english.first { !isSingleWord($0) } ?? result }
    case .last: result += " " + word(.lastYear)
    case .of(let year): result += " " + text(year, .primary)
    }
    guard let margin = phrase.margin else { return result }
    return result + " " + word(.around) + " " + duration(margin.amount, margin.unit)
  }

  private func isSingleWord(_ spelling: String) -> Bool {
    !spelling.contains(" ") && !KeywordTable.hyphenated.contains(spelling)
  }

  private func chinese(_ phrase: FestivalPhrase) -> String {
    var result = word(phrase.name.keyword)
    switch phrase.year {
    case .this: if phrase.margin == nil { result = word(.thisYear) + result }
    case .last: result = word(.lastYear) + result
    case .of(let year):
      if case .integer(let number) = year.kind, (1000...9999).contains(number) {
        result = String(number) + name(.year) + result
      } else {
        result += " " + text(year, .primary)
      }
    }
    guard let margin = phrase.margin else { return result }
    if case .integer = margin.amount.kind {
      let isGlued = result.unicodeScalars.allSatisfy { isHan($0) || ("0"..."9").contains($0) }
      return result + (isGlued ? "" : " ") + word(.around) + duration(margin.amount, margin.unit)
    }
    return result + " " + word(.around) + " " + duration(margin.amount, margin.unit)
  }
}
