import Foundation
import Testing

/// `hearth fmt`: scripts laid out in one form.
struct FormatCommandTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  private let untidy = "# 谁\nfamilies|where   bereaved # why\n\n\n\nservices|count by kind\n"
  private let tidy = "# 谁\nfamilies | where bereaved  # why\n\nservices | count by kind\n"

  @Test func `one script is printed, and what is tidy stays as it is`() throws {
    try bench.write(untidy, to: "a.hearth")
    let answer = try bench.hearth("fmt", "a.hearth")
    #expect(answer.code == 0)
    #expect(answer.output == tidy)
    #expect(try bench.hearth("fmt", "-", input: tidy).output == tidy)
    #expect(try bench.read("a.hearth") == untidy)
  }

  @Test func `--check lists what would change and exits 1`() throws {
    try bench.write(untidy, to: "a.hearth")
    try bench.write(tidy, to: "b.hearth")
    let answer = try bench.hearth("fmt", "--check", "a.hearth", "b.hearth")
    #expect(answer.code == 1)
    #expect(answer.output == "a.hearth\n")
    #expect(try bench.hearth("fmt", "--check", "b.hearth").code == 0)
  }

  @Test func `--write puts each in its place, but not what cannot be read`() throws {
    try bench.write(untidy, to: "a.hearth")
    try bench.write("families | wher x\n", to: "b.hearth")
    let answer = try bench.hearth("fmt", "--write", "a.hearth", "b.hearth", "none.hearth")
    #expect(answer.code == 3)
    #expect(answer.errors.contains("b.hearth:1:12"))
    #expect(try bench.read("a.hearth") == tidy)
    #expect(try bench.read("b.hearth") == "families | wher x\n")
    #expect(try bench.hearth("fmt", "--write", "b.hearth").code == 2)
  }

  @Test func `--lang translates words and names`() throws {
    let answer = try bench.hearth("fmt", "--lang", "zh", "-c", "families | where street = 莲前")
    #expect(answer.output == "家庭 | 筛选 街道 = 莲前\n")
    let back = try bench.hearth("fmt", "--lang", "en", "-c", "家庭|筛选街道=莲前")
    #expect(back.output == "families | where street = 莲前\n")
  }

  @Test func `wrong uses are refused`() throws {
    try bench.write(tidy, to: "a.hearth")
    for wrong in [["fmt"], ["fmt", "a.hearth", "a.hearth"], ["fmt", "--write", "-"]] {
      #expect(try bench.start(wrong, input: "", environment: [:]).end().code == 64)
    }
  }
}
