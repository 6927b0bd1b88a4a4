import Foundation
import Testing

/// What grows must not grow faster than what makes it grow: instructions are counted, not seconds.
///
/// Callgrind (Weidendorfer et al., "A Tool Suite for Simulation Based Analysis of Memory Access
/// Behavior", 2004) counts the same for the same run, whatever else the machine does.
@Suite(.enabled(if: Callgrind.isInstalled, "valgrind counts the instructions")) struct GrowthTests {
  /// A text or data of any size.
  struct Growing: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// The smallest of three sizes, each twice the one before.
    var size: Int
    var files: @Sendable (Int) -> [String: String] = { _ in [:] }
    /// The arguments, once the files are written.
    var arguments: @Sendable (Int) -> [String]
    var expectedCode = 0
  }

  static let all = [
    Growing(testDescription: "the conditions of a query", size: 200) { size in
      let condition = (0..<size).map { "id != \"F\($0)\"" }.joined(separator: " and ")
      return ["-c", "families | where \(condition) | count"]
    },
    Growing(testDescription: "the stages of a query", size: 100) { size in
      let stages = (0..<size).map { "| add c\($0) = \($0)" }.joined(separator: "\n")
      return ["-c", "families\n" + stages + "\n| count"]
    },
    Growing(testDescription: "the columns of a stage", size: 100) { size in
      let columns = (0..<size).map { "c\($0) = \($0)" }.joined(separator: ", ")
      return ["-c", "families | take 1 | select " + columns]
    },
    Growing(testDescription: "the statements of a script", size: 50) { size in
      let statements = (0..<size).map { "let t\($0) = families | take 1" }
      return ["-c", statements.joined(separator: "\n")]
    },
    Growing(
      testDescription: "the mistakes of a script", size: 50,
      arguments: { size in
        let mistakes = (0..<size).map { "families | where nothing\($0) = 1 | count" }
        return ["-c", mistakes.joined(separator: "\n")]
      }, expectedCode: 2),
    Growing(testDescription: "Chinese without spaces", size: 16) { size in
      let conditions = Array(repeating: "失独且独居", count: size).joined(separator: "或")
      return ["-c", "家庭|筛选\(conditions)|计数", "--lang", "zh"]
    },
    Growing(testDescription: "the lines of a script that is laid out", size: 100) { size in
      let lines = (0..<size).map { "# note \($0)\nfamilies|where bereaved|count by street" }
      return ["say", "-c", lines.joined(separator: "\n")]
    },
    Growing(
      testDescription: "groups", size: 4_000,
      files: { size in
        ["data/things.csv": "id,kind\n" + (0..<size).map { "\($0),k\($0)\n" }.joined()]
      }, arguments: { _ in ["data", "-c", "things | summarize n = count by kind | count"] }),
    Growing(
      testDescription: "values of a category", size: 2_000,
      files: { size in
        let rows = (0..<size * 4).map { "\($0),k\($0 % size)\n" }.joined()
        return [
          "data/schema.hearth": "entity things { id int key; kind category }",
          "data/things.csv": "id,kind\n" + rows,
        ]
      }, arguments: { _ in ["data", "-c", "things | where kind = k7 | count"] }),
    Growing(
      testDescription: "columns of a table", size: 100,
      files: { size in
        let names = (0..<size).map { "c\($0)" }.joined(separator: ",")
        let row = (0..<size).map { "\($0)" }.joined(separator: ",")
        return ["data/things.csv": "id,\(names)\n1,\(row)\n2,\(row)\n"]
      }, arguments: { _ in ["data", "-c", "things | take 1 | select c7"] }),
    Growing(
      testDescription: "cells that could not be read", size: 500,
      files: { size in
        let rows = (0..<size).map { "\($0),2026-13-\($0)\n" }.joined()
        return [
          "data/schema.hearth": "entity things { id int key; date date }",
          "data/things.csv": "id,date\n" + rows,
        ]
      }, arguments: { _ in ["check", "data"] }),
  ]

  @Test(arguments: all)
  func `work grows with it, and no faster`(_ growing: Growing) throws {
    let bench = try Workbench()
    var counts: [Double] = []
    for factor in [1, 2, 4] {
      let size = growing.size * factor
      for (name, text) in growing.files(size) { try bench.write(text, to: name) }
      let counted = try Callgrind.count(growing.arguments(size), in: bench)
      #expect(counted.code == growing.expectedCode, "\(counted.errors.suffix(300))")
      counts.append(counted.instructions)
    }
    // What a start costs grows with nothing.
    let (first, second) = (counts[1] - counts[0], counts[2] - counts[1])
    #expect(first > 0, "nothing was counted: \(counts)")
    // From n to 2n and from 2n to 4n: twice as much for what is linear, four times for a square.
    #expect(second < first * 2.6, "\(counts)")
  }
}

/// Runs the command under Valgrind's Callgrind.
private enum Callgrind {
  private static let path = program("valgrind")

  static var isInstalled: Bool { path != nil && program("strip") != nil }

  private static func program(_ name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/"].map { $0 + name }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// The command without what debuggers need of it, which Valgrind does not understand.
  private static let binary: String = {
    let copy = NSTemporaryDirectory() + "hearth-stripped-\(getpid())"
    let strip = try? Process.run(
      URL(fileURLWithPath: program("strip") ?? ""),
      arguments: ["--strip-debug", "-o", copy, Household.binary])
    strip?.waitUntilExit()
    return copy
  }()

  struct Counted {
    var instructions: Double
    var code: Int
    var errors: String
  }

  static func count(_ arguments: [String], in bench: Workbench) throws -> Counted {
    let options = ["--tool=callgrind", "--callgrind-out-file=/dev/null"]
    let process = try HearthProcess(
      path ?? "", options + [binary] + arguments, input: "",
      // Sets and dictionaries then cost the same in every run.
      environment: ["SWIFT_DETERMINISTIC_HASHING": "1"], in: bench)
    let outcome = try process.end()
    let line = outcome.errors.split(separator: "\n").first { $0.contains("Collected : ") }
    let number = line?.split(separator: " ").last.flatMap { Double($0) }
    return Counted(
      instructions: number ?? 0, code: outcome.code, errors: outcome.errors)
  }
}
