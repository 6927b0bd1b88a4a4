import HearthData
import HearthText
import Testing

@testable import HearthRender

@Suite struct ChartTests {
  /// A table of a text key, a second key and a number, some of them missing.
  private func table(rows: Int, groups: Int, seed: UInt64) -> ResultTable {
    var state = seed
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let names = ["莲前", "a", "一个很长很长很长的名称", "x y", "👩‍👩‍👧", ""]
    let first = (0..<rows).map {
      names[$0 % max(groups, 1) % names.count] + "\($0 % max(groups, 1))"
    }
    let second = (0..<rows).map { Optional("2026-\($0 / max(groups, 1))") }
    let numbers = (0..<rows).map { _ -> Double? in
      switch random(8) {
      case 6: Double.greatestFiniteMagnitude
      case 7: -Double.greatestFiniteMagnitude
      case 0: nil
      case 1: 0
      case 2: -Double(random(1000))
      case 3: Double(random(1_000_000)) * 1e12
      default: Double(random(1000)) / 8
      }
    }
    return ResultTable(
      columns: [
        ResultColumn(
          name: "k", label: Bilingual("k", "键"), values: Column(texts: first.map { $0 }), role: .key
        ),
        ResultColumn(
          name: "t", label: Bilingual("t", "时"), values: Column(texts: second), role: .key),
        ResultColumn(name: "n", label: Bilingual("n", "数"), values: Column(numbers: numbers)),
      ], rowCount: rows)
  }

  @Test(arguments: Chart.Kind.allCases, [1, 2, 7, 63, 64, 65, 300])
  func `no line of a chart is wider than the window`(_ kind: Chart.Kind, _ rows: Int) throws {
    for (groups, seed) in [(1, UInt64(1)), (3, 2), (rows, 3)] {
      for width in [1, 20, 33, 80, 200] {
        var table = table(rows: rows, groups: groups, seed: seed)
        table.chart = Chart(kind: kind, measures: [2], keys: [0, 1])
        let options = RenderOptions(language: .chinese, maxWidth: width)
        let lines = try #require(ChartRenderer(table, options: options)).lines()
        #expect(!lines.isEmpty)
        for line in lines { #expect(displayWidth(of: line) <= max(width, 20), "\(line)") }
      }
    }
  }

  @Test(arguments: Chart.Kind.allCases)
  func `what has no numbers is drawn as nothing, what has no rows is a table`(
    _ kind: Chart.Kind
  ) {
    var table = table(rows: 2, groups: 1, seed: 1)
    table.chart = Chart(kind: kind, measures: [2], keys: [0, 1])
    table.columns[2].values = Column(numbers: [nil, nil])
    let options = RenderOptions(language: .english)
    #expect(ChartRenderer(table, options: options)?.lines().isEmpty == false)
    table.rowCount = 0
    #expect(ChartRenderer(table, options: options) == nil)
  }

  @Test(arguments: Chart.Kind.allCases, [0.0, 1, -1, 1e300, .greatestFiniteMagnitude])
  func `numbers that do not differ are drawn`(_ kind: Chart.Kind, _ number: Double) throws {
    var table = table(rows: 5, groups: 1, seed: 1)
    table.columns[2].values = Column(numbers: Array(repeating: number, count: 5))
    table.chart = Chart(kind: kind, measures: [2], keys: [0, 1])
    let options = RenderOptions(language: .english, maxWidth: 60)
    let lines = try #require(ChartRenderer(table, options: options)).lines()
    #expect(lines.allSatisfy { displayWidth(of: $0) <= 60 })
  }

  @Test func `a number lies between two others, however far apart`() {
    let most = Double.greatestFiniteMagnitude
    #expect(fraction(5, from: 0, to: 10) == 0.5)
    #expect(fraction(0, from: -most, to: most) == 0.5)
    #expect(fraction(most, from: -most, to: most) == 1)
    #expect(fraction(3, from: 3, to: 3) == 0.5)
  }

  @Test func `a bar is as long as its number, in eighths of a cell`() {
    #expect(Blocks.horizontal(0) == "" && Blocks.horizontal(3) == "▍")
    #expect(Blocks.horizontal(8) == "█" && Blocks.horizontal(21) == "██▋")
    #expect(Blocks.vertical(0) == "▁" && Blocks.vertical(1) == "█" && Blocks.vertical(0.5) == "▅")
  }

  @Test func `a straight line sets the dots between its ends`() {
    var canvas = BrailleCanvas(width: 2, height: 1)
    canvas.draw(from: (0, 0), to: (3, 3))
    #expect(canvas.lines() == ["⠑⢄"])
    canvas.draw(from: (-5, 9), to: (-5, 9))
    #expect(canvas.lines() == ["⠑⢄"])
  }

  @Test func `a masked number is not drawn`() throws {
    var table = table(rows: 1, groups: 1, seed: 4)
    table.columns[2].values = Column(numbers: [7])
    table.columns[2].isPrivate = true
    table.chart = Chart(kind: .bar, measures: [2], keys: [0])
    let options = RenderOptions(language: .english, masksPrivate: true)
    let line = try #require(ChartRenderer(table, options: options)?.lines().first)
    #expect(!line.contains("█") && !line.contains("▏"))
  }
}
