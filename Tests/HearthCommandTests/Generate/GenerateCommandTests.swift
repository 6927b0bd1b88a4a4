import ArgumentParser
import Foundation
import HearthSamples
import Testing

@testable import HearthCommand

struct GenerateCommandTests {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "hearth-generate-\(UUID().uuidString)")

  private func run(_ arguments: String...) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try runKeeping(arguments)
  }

  private func runKeeping(_ arguments: [String]) throws {
    let command = try Generate.parse(arguments + ["--out", folder.path])
    try command.run()
  }

  private func exitCode(_ body: () throws -> Void) -> ExitCode? {
    do {
      try body()
      return nil
    } catch {
      return error as? ExitCode
    }
  }

  @Test func `the folder holds what the generator makes and no unfinished file`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try runKeeping(["--model", "chibi", "--seed", "3", "--families", "64"])
    let sink = MemorySink()
    _ = try SampleModel.chibi.generate(seed: 3, families: 64, into: sink)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == Set(sink.files.map(\.name)))
    for file in sink.files {
      #expect(try Data(contentsOf: folder.appending(path: file.name)) == Data(file.bytes))
    }
  }

  @Test func `a folder that is not empty is left alone unless forced`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let own = folder.appending(path: "areas.csv")
    try Data("mine".utf8).write(to: own)
    #expect(exitCode { try runKeeping(["--families", "1"]) } == ExitCode(3))
    #expect(try Data(contentsOf: own) == Data("mine".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["areas.csv"])
    try runKeeping(["--families", "1", "--force"])
    #expect(try Data(contentsOf: own) != Data("mine".utf8))
  }

  @Test func `an empty folder is used, one that is missing is made with those above it`() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try run("--families", "0")
    let deep = folder.appending(path: "a/b")
    defer { try? FileManager.default.removeItem(at: folder) }
    let command = try Generate.parse(["--families", "0", "--out", deep.path + "/"])
    try command.run()
    #expect(FileManager.default.fileExists(atPath: deep.appending(path: "areas.csv").path))
  }

  @Test func `a place that cannot be written to exits 3`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("a file".utf8).write(to: folder)
    #expect(exitCode { try runKeeping(["--families", "0"]) } == ExitCode(3))
    #expect(exitCode { try runKeeping(["--families", "0", "--force"]) } == ExitCode(3))
    #expect(try Data(contentsOf: folder) == Data("a file".utf8))
  }

  @Test(
    arguments: [
      ["--families", "-1"], ["--as-of", "2026-02-30"], ["--as-of", "1999-01-01"],
      ["--as-of", "soon"], ["--model", "paris"], ["--lang", "fr"],
    ])
  func `wrong arguments are told before anything is written`(_ arguments: [String]) {
    #expect(throws: (any Error).self) {
      try Generate.parse(arguments + ["--out", folder.path])
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func `numbers are grouped by three`() {
    #expect([0, 999, 1000, 1_234_567].map(grouped) == ["0", "999", "1 000", "1 234 567"])
  }
}
