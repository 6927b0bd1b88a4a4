import Glibc
import Hearth
import HearthSyntax

extension Backend {
  /// What history and kept questions are kept for: the name of the data, and for a folder what
  /// tells it from others of that name.
  var dataKey: String {
    guard let dataPath else { return workspace.data.name }
    let resolved = realpath(dataPath, nil)
    defer { free(resolved) }
    let path = resolved.map { String(cString: $0) } ?? dataPath
    // FNV-1a.
    let hash = path.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return workspace.data.name + "-" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
