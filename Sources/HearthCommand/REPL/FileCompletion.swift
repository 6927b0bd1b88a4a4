import Glibc
import HearthLineEditor

/// The files and folders whose names begin as typed.
enum FileCompletion {
  /// Which files are offered beside folders.
  enum Wanted {
    case folders
    /// Those whose names end so.
    case files(suffixes: [String])
    case anything
  }

  /// What may be typed instead of the last part of a path; folders end in `/`.
  static func candidates(_ typed: String, _ wanted: Wanted) -> [CompletionCandidate] {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let begun = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
    let place = UserFolder.expanded(folder.isEmpty ? "." : folder)
    var candidates: [CompletionCandidate] = []
    for name in UserFolder.names(in: place) ?? [] {
      guard name.hasPrefix(begun), begun.hasPrefix(".") || !name.hasPrefix(".") else { continue }
      let isFolder = isFolder(place + "/" + name)
      guard isFolder || wanted.includes(name) else { continue }
      candidates.append(.init(text: folder + name + (isFolder ? "/" : "")))
    }
    return candidates.sorted { $0.text < $1.text }
  }

  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }
}

extension FileCompletion.Wanted {
  fileprivate func includes(_ name: String) -> Bool {
    switch self {
    case .folders: false
    case .files(let suffixes): suffixes.contains { name.hasSuffix($0) }
    case .anything: true
    }
  }
}
