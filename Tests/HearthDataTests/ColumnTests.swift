import HearthText
import Testing

@testable import HearthData

private let letters = CategoryDictionary(
  [Bilingual("a", "甲"), Bilingual("b", "乙"), Bilingual("c", "丙")], isClosed: true)

/// A column of each storage with `count` rows, every third one missing.
private func columns(_ count: Int) -> [Column] {
  func every<T>(_ make: (Int) -> T) -> [T?] { (0..<count).map { $0 % 3 == 2 ? nil : make($0) } }
  let day = Day(20_000)
  return [
    Column(texts: every { "text \($0)" }), Column(ints: every { Int64($0) }),
    Column(numbers: every { Double($0) / 2 }), Column(decimals: every { Int64($0) }, scale: 2),
    Column(dateTimes: every { Int64($0) }), Column(days: every { Day(Int32($0)) }),
    Column(bools: every { $0 % 2 == 0 }), Column(rows: every { Int32($0) }, of: EntityID(3)),
    Column(categories: every { ["a", "乙", "c"][$0 % 3] }, dictionary: letters),
    Column(masks: every { UInt64($0 % 7) }.map { $0 ?? 0 }, dictionary: letters),
    Column(periods: every { Period(.month, containing: Day(day.number + Int32($0))) }),
    Column(
      values: every { .list([.int(Int64($0)), .int(1)]) }.map { $0 ?? .missing }, type: .list(.int)),
    .missing(count: count, type: .text),
  ]
}

@Suite struct ColumnTests {
  @Test(arguments: [0, 1, 63, 64, 65])
  func `values go in and come out`(_ count: Int) {
    for column in columns(count) {
      #expect(column.count == count)
      let copy = Column(values: column.values, type: column.type, dictionary: column.dictionary)
      #expect(copy.values == column.values)
    }
  }

  @Test(arguments: [0, 1, 63, 64, 65])
  func `gathering takes rows, and -1 gives missing`(_ count: Int) {
    var generator = SeededGenerator(UInt64(count))
    let rows = (0..<count * 2).map { _ in
      Int32.random(in: -1..<Int32(max(count, 1)), using: &generator)
    }
    for column in columns(count) {
      let gathered = column.gather(rows: Buffer(rows))
      #expect(gathered.values == rows.map { $0 < 0 ? .missing : column.value(at: Int($0)) })
      #expect(gathered.type == column.type)
    }
    for column in columns(0) {
      #expect(column.gather(rows: Buffer([-1, -1])).values == [.missing, .missing])
    }
  }

  @Test(arguments: [0, 1, 63, 64, 65])
  func `concatenation keeps every value`(_ count: Int) throws {
    for (first, second) in zip(columns(count), columns(7)) {
      let gap = Column.missing(count: 2, type: first.type)
      let joined = try Column.concatenated([gap, first, second])
      #expect(joined.values == [.missing, .missing] + first.values + second.values)
    }
  }

  @Test func `categories of different dictionaries get a common one`() throws {
    let other = CategoryDictionary(
      [Bilingual(same: "z"), Bilingual(same: "b")], isClosed: false)
    let joined = try Column.concatenated([
      Column(categories: ["a", nil, "c"], dictionary: letters),
      Column(categories: ["z", "b"], dictionary: other),
    ])
    #expect(
      (0..<5).map { joined.cellText(at: $0) } == ["a", nil, "c", "z", "b"])
    let tags = try Column.concatenated([
      Column(tags: [["a", "c"]], dictionary: letters),
      Column(tags: [["b", "z"]], dictionary: other),
    ])
    #expect((0..<2).map { tags.cellText(at: $0) } == ["a;c", "b;z"])
  }

  @Test func `codes are as wide as the dictionary needs`() {
    for (count, width) in [(0, 1), (255, 1), (256, 2), (65_535, 2), (65_536, 4)] {
      let entries = (0..<count).map { Bilingual(same: "v\($0)") }
      let dictionary = CategoryDictionary(entries, isClosed: false)
      let column = Column(codes: [0, count], dictionary: dictionary)
      let found =
        switch column.storage {
        case .codes8: 1
        case .codes16: 2
        case .codes32: 4
        default: 0
        }
      #expect(found == width)
      #expect(column.value(at: 1) == (count == 0 ? .missing : .category(count - 1)))
    }
  }

  @Test func `texts are numbered by their bytes`() {
    var table = ByteTable()
    var numbers: [String: Int] = [:]
    for index in 0..<5000 {
      let text = String(repeating: "\u{0}x", count: index % 6) + "\(index % 700)"
      var copy = text
      let number = copy.withUTF8 { table.intern($0) }
      #expect(numbers[text] ?? number == number)
      numbers[text] = number
      #expect(table[number] == text)
    }
    #expect(table.count == numbers.count)
  }

  @Test func `lines are found from few numbers`() {
    let lines = [2, 3, 4, 9, 10, 30, 31, 32]
    let known = RowLines(lines)
    #expect(lines.indices.map { known.line(of: $0) } == lines)
    #expect(RowLines().line(of: 3) == 0)
    var joined = RowLines([2, 3])
    joined.append(RowLines([0, 5]), row: 2, line: 4)
    #expect((0..<4).map { joined.line(of: $0) } == [2, 3, 4, 9])
  }
}
