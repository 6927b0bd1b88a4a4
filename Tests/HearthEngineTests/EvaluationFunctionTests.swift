import HearthData
import HearthPlan
import HearthText
import Testing

@testable import HearthEngine

private func texts(_ values: String?...) -> Column { Column(texts: values) }
private func money(_ values: Int64?...) -> Column { Column(decimals: values, scale: 2) }

private func decimal(_ unscaled: Int64, _ scale: Int) -> Value {
  .decimal(Decimal(unscaled: unscaled, scale: scale))
}

private func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
  Day(year: year, month: month, day: day)
}

struct EvaluationFunctionTests {
  let bench = Bench()

  @Test func `rounding goes away from zero at a half, as the digits are written`() throws {
    let x = Column(numbers: [2.675, 1.005, -2.5, 0.125, 2.4999, nil, 1e300, -0.5, 8.345])
    #expect(
      try bench.call(.round, .number, x, with: [.int(2)]) == [
        .number(2.68), .number(1.01), .number(-2.5), .number(0.13), .number(2.5), .missing,
        .number(1e300), .number(-0.5), .number(8.35),
      ])
    #expect(
      try bench.call(.round, .number, Column(numbers: [2.5, -2.5, 1234.5, 150])) == [
        .number(3), .number(-3), .number(1235), .number(150),
      ])
    #expect(
      try bench.call(.round, .number, Column(numbers: [1250, -1350, 49]), with: [.int(-2)]) == [
        .number(1300), .number(-1400), .number(0),
      ])
  }

  @Test func `rounding a decimal stays exact`() throws {
    #expect(
      try bench.call(.round, .decimal(scale: 1), money(125, -125, 124, nil), with: [.int(1)])
        == [decimal(13, 1), decimal(-13, 1), decimal(12, 1), .missing])
    #expect(
      try bench.call(.round, .decimal(scale: 0), money(150, 149, -150))
        == [decimal(2, 0), decimal(1, 0), decimal(-2, 0)])
    #expect(
      try bench.call(.round, .int, Column(ints: [1250, -1250, 1249]), with: [.int(-2)])
        == [.int(1300), .int(-1300), .int(1200)])
  }

  @Test func `floor and ceil keep decimals decimal`() throws {
    #expect(
      try bench.call(.floor, .decimal(scale: 0), money(150, -150, 200))
        == [decimal(1, 0), decimal(-2, 0), decimal(2, 0)])
    #expect(
      try bench.call(.ceil, .decimal(scale: 0), money(150, -150, 200))
        == [decimal(2, 0), decimal(-1, 0), decimal(2, 0)])
  }

  @Test func `logarithms of powers are whole`() throws {
    let x = Column(numbers: [1000, 8, 0, -1])
    #expect(try bench.call(.log, .number, x, with: [.number(10)])[0] == .number(3))
    #expect(try bench.call(.log, .number, x, with: [.number(2)])[1] == .number(3))
    #expect(try bench.call(.ln, .number, x).suffix(2) == [.missing, .missing])
    #expect(bench.run.counted[.outsideDomain] == 6)
  }

  @Test func `the least of several values passes over missing ones`() throws {
    let (a, b) = (Column(ints: [3, nil, nil, -1]), Column(ints: [2, 5, nil, 7]))
    #expect(try bench.call(.min, .int, a, b) == [.int(2), .int(5), .missing, .int(-1)])
    #expect(try bench.call(.max, .int, a, b) == [.int(3), .int(5), .missing, .int(7)])
  }

  @Test func `characters are counted as they are seen`() throws {
    let names = texts("张三", "e\u{301}a", "👩‍👧!", "\r\n", "", nil, "ＡＢ")
    #expect(
      try bench.call(.length, .int, names) == [
        .int(2), .int(2), .int(2), .int(1), .int(0), .missing, .int(2),
      ])
    #expect(
      try bench.call(.substring, .text, names, with: [.int(2), .int(1)]) == [
        .text("三"), .text("a"), .text("!"), .text(""), .text(""), .missing, .text("Ｂ"),
      ])
    #expect(try bench.call(.substring, .text, names, with: [.int(0), .int(2)])[0] == .text("张"))
    #expect(try bench.call(.substring, .text, names, with: [.int(-5)])[0] == .text("张三"))
    #expect(
      try bench.call(.substring, .text, names, with: [.int(.max), .int(.max)])[0] == .text(""))
    #expect(try bench.call(.substring, .text, names, with: [.int(1), .int(-3)])[0] == .text(""))
  }

  @Test func `a masked name keeps its first character and hides its length`() throws {
    #expect(
      try bench.call(.mask, .text, texts("张三", "欧阳娜娜", "Li", "", nil)) == [
        .text("张**"), .text("欧**"), .text("L**"), .text(""), .missing,
      ])
  }

  @Test func `pinyin has no tones, and other words stay`() throws {
    let names = texts("张三", "吕布2号", "Li四", "前埔 南", "莲前街道", nil, "𠀀〇")
    #expect(
      try bench.call(.pinyin, .text, names) == [
        .text("zhang san"), .text("lv bu 2 hao"), .text("Li si"), .text("qian bu nan"),
        .text("lian qian jie dao"), .missing, .text("he ling"),
      ])
    #expect(
      try bench.call(.initials, .text, names) == [
        .text("zs"), .text("lb2h"), .text("Lis"), .text("qb n"), .text("lqjd"), .missing,
        .text("hl"),
      ])
  }

  @Test func `splitting gives a list, and nothing of nothing`() throws {
    #expect(
      try bench.call(.split, .list(.text), texts("a、b", "、", "", nil, "c"), with: [.text("、")])
        == [
          .list([.text("a"), .text("b")]), .list([.text(""), .text("")]), .missing, .missing,
          .list([.text("c")]),
        ])
  }

  @Test func `replacing is exact, and the empty text is found nowhere`() throws {
    #expect(
      try bench.call(.replace, .text, texts("aAa", "张三", ""), with: [.text("a"), .text("b")])
        == [.text("bAb"), .text("张三"), .text("")])
    #expect(
      try bench.call(.replace, .text, texts("ab"), with: [.text(""), .text("x")]) == [.text("ab")])
    // The seam is composed again.
    #expect(
      try bench.call(.replace, .text, texts("exx"), with: [.text("xx"), .text("\u{301}")])
        == [.text("\u{e9}")])
  }

  @Test func `a band is the place of a number among its limits`() throws {
    let dictionary = CategoryDictionary(
      ["0–17", "18–59", "60+"].map { Bilingual(same: $0) }, isClosed: true)
    #expect(
      try bench.call(
        .band, .category(.fixed(dictionary)), Column(ints: [17, 18, 59, 60, -1, nil]),
        with: [.int(18), .int(60)])
        == [
          .category(0), .category(1), .category(1), .category(2), .category(0), .missing,
        ])
  }

  @Test func `dates are written by a pattern in either language`() throws {
    let dates = Column(days: [day(2026, 3, 5), nil])
    #expect(
      try bench.call(.format, .text, dates, with: [.text("yyyy年M月d日")])
        == [.text("2026年3月5日"), .missing])
    #expect(
      try bench.call(.format, .text, dates, with: [.text("EEEE"), .text("zh")])[0] == .text("星期四"))
    #expect(throws: RunError.self) {
      try bench.call(.format, .text, dates, with: [.text("b")])
    }
  }

  @Test func `what cannot be converted is missing and counted`() throws {
    let cells = texts("12", " 1,234.5 ", "１２", "-3e2", "abc", "", nil, "1e999")
    #expect(
      try bench.call(.number, .number, cells) == [
        .number(12), .number(1234.5), .number(12), .number(-300), .missing, .missing, .missing,
        .missing,
      ])
    #expect(bench.run.counted[.failedConversion] == 3)
    #expect(
      try bench.call(.int, .int, Column(numbers: [2.9, -2.9, 1e30, nil]))
        == [.int(2), .int(-2), .missing, .missing])
    #expect(bench.run.counted[.failedConversion] == 4)
    #expect(
      try bench.call(.date, .date, texts("2026-03-05", "2026年3月5日", "5 March", nil))
        == [day(2026, 3, 5), day(2026, 3, 5), nil, nil].map { $0.map(Value.date) ?? .missing })
    #expect(bench.run.counted[.failedConversion] == 5)
  }

  @Test func `values become text as data formats print them`() throws {
    #expect(
      try bench.call(.text, .text, Column(numbers: [5, 0.1, -2.5e20, nil]))
        == [.text("5"), .text("0.1"), .text("-2.5e+20"), .missing])
    #expect(try bench.call(.text, .text, money(1250, -5)) == [.text("12.50"), .text("-0.05")])
    #expect(
      try bench.call(.text, .text, Column(periods: [Period(.month, year: 2026, index: 10)]))
        == [.text("2026-10")])
    #expect(
      try bench.call(.text, .text, Column(codes: [1, 0], dictionary: Fixture.kinds))
        == [.text("visit"), .missing])
  }
}
