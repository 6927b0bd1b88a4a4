import Hearth
import HearthData

/// At which lesson a person stopped, kept between sessions.
enum TourProgress {
  private static var path: String? { UserFolder.state.map { $0 + "/tour" } }

  /// From 0; 0 when nothing is kept.
  static var number: Int {
    guard let path, let text = try? TextFile.read(path) else { return 0 }
    return Int(text.trimmed) ?? 0
  }

  /// A folder that cannot be written to loses the progress, and nothing else.
  static func keep(_ number: Int) {
    guard let folder = UserFolder.state, let path else { return }
    UserFolder.make(folder)
    try? TextFile.write(Array("\(number)\n".utf8), to: path)
  }
}
