/// How long a text is remembered.
package enum Keeping: Sendable {
  case always
  /// It can be recalled, and is gone with the session.
  case session
  case never
}

/// The texts entered so far, oldest first, and the file that keeps them between sessions.
package final class History {
  package private(set) var entries: [String]
  private let file: HistoryFile?
  /// Why the texts are not kept, if they are not.
  package private(set) var problem: HistoryFile.Problem?

  /// Reads what earlier sessions left at `path`; without a path nothing is kept.
  package init(path: String?, limit: Int = 5000) {
    let file = path.map { HistoryFile(path: $0, limit: limit) }
    self.file = file
    do throws(HistoryFile.Problem) {
      entries = try file?.load() ?? []
    } catch {
      entries = []
      problem = error
    }
  }

  /// Adds a text unless it is blank or the same as the one before.
  package func add(_ text: String, _ keeping: Keeping = .always) {
    guard keeping != .never, text.contains(where: { !$0.isWhitespace }), text != entries.last else {
      return
    }
    entries.append(text)
    guard keeping == .always else { return }
    do throws(HistoryFile.Problem) {
      try file?.append(text)
    } catch {
      problem = error
    }
  }

  /// The newest entry before `index` that satisfies a condition.
  func last(before index: Int, where condition: (String) -> Bool) -> Int? {
    entries[..<min(index, entries.count)].lastIndex(where: condition)
  }

  /// The oldest entry after `index` that satisfies a condition.
  func first(after index: Int, where condition: (String) -> Bool) -> Int? {
    guard index + 1 < entries.count else { return nil }
    return entries[(index + 1)...].firstIndex(where: condition)
  }
}
