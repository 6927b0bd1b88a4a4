import Foundation

/// `generate FOLDER FAMILIES [YEARS]` writes a district's tables; `answer FOLDER` answers questions from
/// standard input, a line each.
@main
enum HearthBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case ("generate", 3...4):
      let years = arguments.count == 4 ? Int(arguments[4]) : nil
      guard let families = Int(arguments[3]), families > 0,
        arguments.count == 3 || years.map({ $0 > 0 }) == true
      else { fallthrough }
      try District(families: families, years: years).write(to: arguments[2])
    case ("answer", 2): try Worker(folder: arguments[2]).work()
    default:
      FileHandle.standardError.write(
        Data("usage: HearthBenchmark generate FOLDER FAMILIES [YEARS] | answer FOLDER\n".utf8))
      exit(2)
    }
  }
}
