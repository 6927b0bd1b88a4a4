/// The names of a data set, as the splitter of Chinese text needs them.
///
/// `isDataValue` answers for what only the data knows (values of open categories, names of areas);
/// it is asked only for a run of Han letters that the other words do not explain, so that a
/// session may load the data when it is first asked.
package struct Vocabulary: Sendable {
  /// Identifiers and labels of entities, fields, values and definitions, and names of functions
  /// and results, in both languages.
  package let words: Set<String>
  let index: WordIndex
  private let isDataValue: @Sendable (String) -> Bool

  package init(
    words: Set<String> = [], isDataValue: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.words = words
    index = WordIndex(words)
    self.isDataValue = isDataValue
  }

  package static let empty = Vocabulary()

  package func contains(_ word: String) -> Bool { words.contains(word) || isDataValue(word) }

  func dataContains(_ word: String) -> Bool { isDataValue(word) }
}
