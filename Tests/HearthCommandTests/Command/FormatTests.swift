import Foundation
import Testing

/// `--format`, `--lang`, and who reads the answer.
struct FormatTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  private let two = "families | count\nfamilies | take 2 | select id, status"

  @Test func `several answers in CSV are separated by an empty line`() throws {
    let answer = try bench.hearth("-c", two, "--format", "csv")
    #expect(answer.output == "count\n1200\n\nid,status\nF0001,active\nF0002,closed\n")
  }

  @Test func `several answers in JSON are one object a line`() throws {
    let answer = try bench.hearth("-c", two, "--format", "json")
    let objects = try answer.outputLines.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.count == 2)
    let count = try #require(objects[0]["rows"] as? [[String: Int]])
    #expect(count == [["count": 1200]])
    let families = try #require(objects[1]["rows"] as? [[String: String]])
    #expect(families.last == ["id": "F0002", "status": "closed"])
  }

  @Test func `a table stands in columns with an empty line between two`() throws {
    let answer = try bench.hearth("-c", two)
    #expect(answer.output == "count\n 1200\n\nid     status\nF0001  active\nF0002  closed\n")
  }

  @Test func `data formats use identifiers in every language unless labels are asked for`() throws {
    let plain = try bench.hearth("-c", two, "--format", "csv", "--lang", "zh")
    #expect(plain.output == "count\n1200\n\nid,status\nF0001,active\nF0002,closed\n")
    let labelled = try bench.hearth(
      "-c", two, "--format", "csv", "--lang", "zh", "--headers", "labels")
    #expect(labelled.output.contains("编号,状态"))
  }

  @Test(
    arguments: [
      (["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], [], "计数"),
      (["LC_ALL": "", "LANG": "zh_CN.UTF-8"], [], "计数"),
      (["LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"], [], "count"),
      (["LANG": "C"], [], "count"),
      (["LANG": "en_US.UTF-8"], ["--lang", "zh"], "计数"),
      (["LC_ALL": "zh_CN.UTF-8"], ["--lang", "en"], "count"),
    ] as [([String: String], [String], String)])
  func `the language is --lang, else LC_ALL, else LANG`(
    environment: [String: String], arguments: [String], header: String
  ) throws {
    let answer = try bench.start(["-c", "families | count"] + arguments, environment: environment)
      .end()
    #expect(answer.outputLines.first == header)
  }

  @Test func `messages are in the language in force`() throws {
    let answer = try bench.hearth("-c", "families | wher x", "--lang", "zh")
    #expect(answer.errors.contains("where"))
    #expect(!answer.errors.contains("did you mean"))
  }

  @Test func `a reader that leaves early ends the command quietly`() throws {
    let answer = try bench.shell(#""$hearth" -c services --format csv | head -1"#)
    #expect(answer.outputLines.count == 1)
    #expect(answer.errors == "")
  }

  @Test func `an answer that cannot be written is an error`() throws {
    let answer = try bench.shell(#""$hearth" -c 'families | count' > /dev/full"#)
    #expect(answer.code == 3)
    #expect(answer.errors.contains("standard output"))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": "no-such-terminal"]])
  func `nothing but text goes to a pipe`(environment: [String: String]) throws {
    let answer = try bench.hearth("-c", "families | take 3", environment: environment)
    #expect(answer.code == 0)
    #expect(!answer.output.utf8.contains(0x1B))
  }

  @Test func `help names the commands that there are and no other`() throws {
    let help = try bench.hearth("--help")
    #expect(help.code == 0)
    let commands = [
      "run", "say", "fmt", "check", "describe", "pack", "explain", "generate", "completion",
    ]
    for word in commands.map({ "hearth \($0) " }) + ["-c", "Exit codes"] {
      #expect(help.output.contains(word))
    }
    for word in ["coverage", "chart", "xlsx", "html", "format "] {
      #expect(!help.output.contains(word), "\(word)")
    }
    #expect(help.outputLines.allSatisfy { $0.utf8.count <= 80 })
    for command in commands + ["open"] {
      #expect(try bench.hearth(command, "--help").code == 0)
    }
  }
}
