import Glibc

/// The folders in which a person keeps what a program remembers, as the XDG base directory
/// specification names them.
enum UserFolder {
  /// nil when the environment names neither it nor a home.
  static var data: String? { folder("XDG_DATA_HOME", ".local/share") }
  static var configuration: String? { folder("XDG_CONFIG_HOME", ".config") }
  static var state: String? { folder("XDG_STATE_HOME", ".local/state") }

  private static func folder(_ variable: String, _ usual: String) -> String? {
    if let path = Environment[variable], path.hasPrefix("/") { return path + "/hearth" }
    guard let home = Environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/" + usual + "/hearth"
  }

  /// With the home that `~/` stands for.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
    return home + path.dropFirst()
  }

  /// What is in a folder, in no order; nil when it cannot be read.
  static func names(in path: String) -> [String]? {
    guard let entries = opendir(path) else { return nil }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  /// Makes a folder for its owner alone, with those above it.
  static func make(_ path: String) {
    var part = ""
    for name in path.split(separator: "/") {
      part += "/" + name
      mkdir(part, 0o700)
    }
  }
}
