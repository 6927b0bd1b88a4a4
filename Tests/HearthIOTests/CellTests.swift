import HearthData
import HearthText
import Testing

@testable import HearthIO

@Suite struct CellTests {
  private let kinds = CategoryDictionary(
    [Bilingual("visit", "探访"), Bilingual("call", "问候"), Bilingual("none", "无")], isClosed: true)
  private let domain = CategoryDomain.field(FieldID(EntityID(0), 1))

  @Test func `dates are read as people write them`() throws {
    let cells = [
      "2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日", "20260305", "２０２６－３－５", " 2026-3-5 ",
      "2026-02-30", "soon", "暂无", "",
    ]
    let store = try columnTable(cells, .date)
    let day = "2026-03-05"
    #expect(
      try store.cells("t", "x") == [day, day, day, day, day, day, day, nil, nil, nil, nil])
    #expect(store.problems().map(\.value) == ["2026-02-30", "soon"])
    #expect(store.problems().map(\.line) == [9, 10])
    #expect(store.problems().map(\.column) == ["x", "x"])
  }

  @Test func `date-times are read with and without seconds`() throws {
    let cells = ["2026-03-05 08:30", "2026/3/5T8:30:15", "2026-03-05", "2026-03-05 25:00"]
    let store = try columnTable(cells, .dateTime)
    #expect(
      try store.cells("t", "x") == [
        "2026-03-05T08:30:00", "2026-03-05T08:30:15", "2026-03-05T00:00:00", nil,
      ])
    #expect(store.problems().count == 1)
  }

  @Test func `whole numbers are read in all their spellings`() throws {
    let cells = [
      "0", "-7", "１２３", "1,234", "3.0", "9223372036854775807", "9223372036854775808", "1.5", "x",
      "N/A",
    ]
    let store = try columnTable(cells, .int)
    #expect(
      try store.cells("t", "x") == [
        "0", "-7", "123", "1234", "3", "9223372036854775807", nil, nil, nil, nil,
      ])
    #expect(store.problems().count == 3)
  }

  @Test func `money keeps its places and refuses more`() throws {
    let cells = ["12", "12.5", "-0.05", "1,234.50", "12.500", "12.345", "—"]
    let store = try columnTable(cells, .decimal(scale: 2))
    #expect(
      try store.cells("t", "x") == ["12.00", "12.50", "-0.05", "1234.50", "12.50", nil, nil])
    #expect(store.problems().map(\.value) == ["12.345"])
    #expect(store.problems().first?.reason.english.contains("2 places") == true)
  }

  @Test func `numbers are read as Swift reads them`() throws {
    let cells = [
      "0.1", "-3", "1e3", "30%", "123456789012345678", "0.30000000000000004", "nan", "inf",
    ]
    let store = try columnTable(cells, .number)
    #expect(
      try store.cells("t", "x") == [
        "0.1", "-3.0", "1000.0", "0.3", "1.2345678901234568e+17", "0.30000000000000004", nil, nil,
      ])
    #expect(store.problems().count == 2)
  }

  @Test func `yes and no have many words`() throws {
    let store = try columnTable(["true", "No", "是", "否", "有", "无", "1", "0", "Y", "maybe"], .bool)
    #expect(
      try store.cells("t", "x") == [
        "true", "false", "true", "false", "true", "false", "true", "false", "true", nil,
      ])
    #expect(store.problems().count == 1)
  }

  @Test func `a closed category takes identifiers and labels and suggests`() throws {
    let cells = ["visit", "探访", " Call ", "ＶＩＳＩＴ", "无", "vist", "暂无"]
    let store = try columnTable(cells, .category(domain), closed: kinds)
    #expect(
      try store.cells("t", "x") == ["visit", "visit", "call", "visit", "none", nil, nil])
    #expect(store.problems().map(\.value) == ["vist"])
    #expect(store.problems().first?.reason.english.contains("visit") == true)
  }

  @Test func `an open category is in order of code point`() throws {
    let store = try columnTable(["b", "开元", "a", " b ", "无", ""], .category(domain))
    #expect(try store.cells("t", "x") == ["b", "开元", "a", "b", nil, nil])
    let dictionary = try store.dictionary(.field(FieldID(EntityID(0), 1)))
    #expect(dictionary.entries.map(\.english) == ["a", "b", "开元"])
  }

  @Test func `tags are split at every separator`() throws {
    let cells = [
      "visit、问候", "visit;call", "visit；call", "visit，call", "visit/call", "visit\ncall", "无",
    ]
    let store = try columnTable(cells, .tags(domain), closed: kinds)
    #expect(
      try store.cells("t", "x") == Array(repeating: "visit;call", count: 6) + ["none"])
    let wrong = try columnTable(["visit、foo", "—"], .tags(domain), closed: kinds)
    #expect(try wrong.cells("t", "x") == ["visit", nil])
    #expect(wrong.problems().map(\.value) == ["foo"])
    let open = try columnTable(["b;a", "c", "a"], .tags(domain))
    #expect(try open.cells("t", "x") == ["a;b", "c", "a"])
  }

  @Test func `text is in NFC and keeps its spaces`() throws {
    let store = try columnTable(["e\u{301}", " x ", "暂无", "NA", "　"], .text)
    #expect(try store.cells("t", "x") == ["\u{E9}", " x ", nil, "NA", nil])
  }

  @Test func `a column full of mistakes is summed up`() throws {
    let store = try columnTable((0..<1500).map { "x\($0)" }, .int)
    _ = try store.cells("t", "x")
    let problems = store.problems()
    #expect(problems.count == ProblemReport.limit + 1)
    #expect(problems.reduce(0) { $0 + $1.count } == 1500)
  }
}
