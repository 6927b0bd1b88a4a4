import HearthText

/// The rows of `take 3..5`: checked where it is read, and where a parameter gets its value.
extension Stage {
  package static func isRange(_ first: Int64, _ last: Int64) -> Bool {
    first >= 1 && first <= last
  }

  package static let badRange = (
    message: Bilingual("a range of rows counts up, from 1", "行的范围从 1 起，由小到大"),
    hint: Bilingual("as in `take 3..5`", "例如“取 3..5”")
  )
}
