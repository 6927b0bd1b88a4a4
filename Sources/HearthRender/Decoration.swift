/// Codes that a terminal turns into colours; empty where there are none.
package struct Decoration: Sendable {
  package struct Pair: Sendable {
    package var on: String
    package var off: String

    package init(on: String, off: String) {
      self.on = on
      self.off = off
    }

    static let none = Pair(on: "", off: "")

    func around(_ text: String) -> String { on.isEmpty || text.isEmpty ? text : on + text + off }
  }

  package var header = Pair.none
  /// What is said about the table below it.
  package var remark = Pair.none

  package init() {}
}
