/// Candidates that are shown, through which further Tabs walk.
struct CompletionMenu {
  var candidates: [CompletionCandidate]
  /// The text before and behind the word that is completed.
  var before: String
  var after: String
  /// The candidate that stands in the text; nil before the first further Tab.
  var chosen: Int?
  /// The text as it stands: when another is in the buffer, the walk is over.
  var shown: String

  /// The candidate after the chosen one, or before it; the first follows the last.
  mutating func step(_ distance: Int) -> CompletionCandidate {
    let next = chosen.map { $0 + distance } ?? (distance > 0 ? 0 : -1)
    let index = (next + candidates.count) % candidates.count
    chosen = index
    return candidates[index]
  }
}
