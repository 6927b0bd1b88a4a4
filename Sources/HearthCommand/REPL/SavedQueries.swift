import Glibc
import Hearth
import HearthData

/// The questions that a person has kept for one data set, each a script of its own:
/// `hearth run FILE` runs it as well.
struct SavedQueries {
  private let folder: String
  private static let suffix = ".hearth"

  /// nil when there is no folder for what a program remembers.
  init?(of dataKey: String) {
    guard let data = UserFolder.data else { return nil }
    folder = data + "/queries/" + dataKey
  }

  /// Letters of any script, digits, `-` and `_`.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 200
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// In alphabetical order.
  var names: [String] {
    let files = UserFolder.names(in: folder) ?? []
    return files.filter { $0.hasSuffix(Self.suffix) }
      .map { String($0.dropLast(Self.suffix.count)) }.filter(Self.isName).sorted()
  }

  /// nil when none is kept under the name.
  func text(of name: String) -> String? {
    guard Self.isName(name) else { return nil }
    return try? TextFile.read(path(name))
  }

  /// What the question says in plain words: the comment it begins with.
  func heading(of name: String) -> String? {
    guard let line = text(of: name)?.split(separator: "\n").first, line.hasPrefix("# ") else {
      return nil
    }
    return String(line.dropFirst(2))
  }

  /// Whether the name is a new one.
  func write(_ text: String, as name: String) throws(DataError) -> Bool {
    UserFolder.make(folder)
    let isNew = access(path(name), F_OK) != 0
    try TextFile.write(Array(text.utf8), to: path(name))
    return isNew
  }

  private func path(_ name: String) -> String { folder + "/" + name + Self.suffix }
}
