import HearthText

/// The values of a category or a tag set, in their order; the code of value `n` is `n + 1`.
///
/// A class for identity and cheap sharing; immutable once made. Equal when the values are equal.
package final class CategoryDictionary: Hashable, Sendable {
  /// A value: its identifier and its Chinese label (the same text twice for values found in data).
  package typealias Entry = Bilingual

  package let entries: [Entry]
  /// Declared values: an unknown one is an error, not a warning.
  package let isClosed: Bool
  private let positions: [String: Int]

  package init(_ entries: [Entry], isClosed: Bool) {
    self.entries = entries
    self.isClosed = isClosed
    var positions: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      for text in [entry.english, entry.chinese] where positions[text] == nil {
        positions[text] = index
      }
    }
    self.positions = positions
  }

  package var count: Int { entries.count }

  /// The position of a value by its identifier or its label.
  package func position(of text: String) -> Int? { positions[text] }

  package static func == (a: CategoryDictionary, b: CategoryDictionary) -> Bool {
    a === b || (a.isClosed == b.isClosed && a.entries == b.entries)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(entries.count)
    hasher.combine(entries.first)
  }
}
