import HearthSyntax
import HearthText

extension Completer {
  /// What goes on with phrases whose first words have been typed: the rest of `national day`, the
  /// unit after a number, `to` after `days from`, 的天数.
  func addPhrases(after run: TokenRun, to list: inout CandidateList) {
    let roles: [KeywordRole] = [.period, .countedPeriod, .festival, .difference]
    addRest(of: roles, after: run, to: &list)
    for period in PeriodWords.all {
      let words = period.names.english.split(separator: " ")
      for typed in 1..<max(1, words.count) where run.ends(in: Array(words.prefix(typed))) {
        add(rest: words.dropFirst(typed).joined(separator: " "), period.documentation, to: &list)
      }
    }
    // After a mere number a unit is for who has begun to write it.
    let isShift = ["+", "-", "±"].contains { run.dropLast(1).last?.isSign($0) == true }
    if !list.isOpen || run.last?.kind != .literal || isShift {
      add(keywords: run.phraseWords, .word, after: TokenRun([]), to: &list)
    }
    guard !list.isOpen || language == .chinese else { return }
    for (entry, text) in run.chineseEndings { add(rest: text, entry.documentation, to: &list) }
  }

  /// What is left of the keywords of some roles whose first words have been typed.
  func addRest(of roles: [KeywordRole], after run: TokenRun, to list: inout CandidateList) {
    for (entry, rest) in run.rest(of: roles.flatMap(KeywordTable.entries(of:))) {
      add(rest: rest, entry.documentation, to: &list)
    }
  }

  private func add(rest: String, _ documentation: Bilingual, to list: inout CandidateList) {
    list.add(word: Bilingual(same: rest), .word, description: documentation, speaking: language)
  }

  /// The `of` of English, which Chinese goes without.
  func addOf(to list: inout CandidateList) {
    guard !list.isOpen || language == .english else { return }
    list.add(
      word: Bilingual(same: "of"), .clause,
      description: Bilingual("What is counted follows.", "后面写要统计的内容。"), speaking: language)
  }
}
