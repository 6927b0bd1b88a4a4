import HearthText

extension Outline {
  /// The language that most of the keywords of a text are written in; nil when there are as many of
  /// each, or none.
  package var language: Language? {
    var chinese = 0
    var english = 0
    for token in tokens {
      guard case .word(let word) = token.kind, KeywordTable.byFirstWord[word] != nil else {
        continue
      }
      if word.unicodeScalars.contains(where: isHan) { chinese += 1 } else { english += 1 }
    }
    if chinese == english { return nil }
    return chinese > english ? .chinese : .english
  }
}
