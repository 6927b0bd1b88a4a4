import Foundation

/// `generate FOLDER FAMILIES` writes a district's tables; `answer FOLDER` answers questions from
/// standard input, a line each.
@main
enum HearthBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case ("generate", 3):
      guard let families = Int(arguments[3]), families > 0 else { fallthrough }
      try District(families: families).write(to: arguments[2])
    case ("answer", 2): try Worker(folder: arguments[2]).work()
    default:
      FileHandle.standardError.write(
        Data("usage: HearthBenchmark generate FOLDER FAMILIES | answer FOLDER\n".utf8))
      exit(2)
    }
  }
}
