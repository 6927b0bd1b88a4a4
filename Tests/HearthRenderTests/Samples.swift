import HearthData
import HearthText

@testable import HearthRender

/// Small tables to render, and a seeded generator of odd ones.
let english = RenderOptions(language: .english)
let chinese = RenderOptions(language: .chinese)

func column(
  _ name: String, _ label: String, _ values: Column, role: ResultColumn.Role = .plain,
  isPrivate: Bool = false, linkTexts: Column? = nil
) -> ResultColumn {
  ResultColumn(
    name: name, label: Bilingual(name, label), values: values, role: role,
    isPrivate: isPrivate, linkTexts: linkTexts)
}

func column(
  _ name: String, _ values: Column, isPrivate: Bool = false, linkTexts: Column? = nil
) -> ResultColumn {
  column(name, name, values, isPrivate: isPrivate, linkTexts: linkTexts)
}

func table(_ columns: [ResultColumn], total: [Value]? = nil) -> ResultTable {
  ResultTable(columns: columns, rowCount: columns.first?.values.count ?? 0, total: total)
}

let kinds = CategoryDictionary(
  [Bilingual("visit", "探访"), Bilingual("phone", "电话")], isClosed: true)

let tags = CategoryDictionary(
  [Bilingual("bereaved", "失独"), Bilingual("new", "新增"), Bilingual("disabled", "残疾")],
  isClosed: true)

/// `street | eligible | rate` with a total, as a coverage gives it.
let streets = table(
  [
    column("street", "街道", Column(texts: ["开元", "莲前", nil]), role: .key),
    column("eligible", "应服务", Column(ints: [41, 58, 3])),
    column("rate", "覆盖率", Column(numbers: [39.0 / 41, 0.81, nil]), role: .rate),
  ],
  total: [.missing, .int(102), .number(0.879)])

/// The same numbers for the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Letters of both scripts, quotes, separators, controls, wide and combining characters.
  mutating func text(upTo length: Int = 8) -> String {
    let alphabet: [String] = [
      "a", "Z", "7", " ", ",", ";", "\"", "'", "\\", "\n", "\r", "\r\n", "\t", "=", "+", "-", "@",
      "\u{1B}", "\u{1B}[31m", "\u{7}", "\u{0}", "\u{7F}", "\u{85}", "\u{9B}", "\u{2028}",
      "\u{202E}", "\u{2066}", "\u{FEFF}", "厦", "门", "，", "é", "e\u{301}", "👩‍👩‍👧", "🇨🇳", "㳇", "…",
    ]
    let count = Int.random(in: 0...length, using: &self)
    return (0..<count).map { _ in alphabet.randomElement(using: &self)! }.joined()
  }

  /// A column of a random type with about one missing cell in five.
  mutating func column(_ name: String, rows: Int) -> ResultColumn {
    let isMissing = (0..<rows).map { _ in Int.random(in: 0..<5, using: &self) == 0 }
    func cells<Cell>(_ make: (inout Self) -> Cell) -> [Cell?] {
      isMissing.map { $0 ? nil : make(&self) }
    }
    let values: Column
    switch Int.random(in: 0..<9, using: &self) {
    case 0: values = Column(ints: cells { Int64.random(in: -(1 << 62)...(1 << 62), using: &$0) })
    case 1: values = Column(numbers: cells { Double.random(in: -1e6...1e6, using: &$0) })
    case 2:
      values = Column(decimals: cells { Int64.random(in: -99999...99999, using: &$0) }, scale: 2)
    case 3: values = Column(bools: cells { Bool.random(using: &$0) })
    case 4: values = Column(days: cells { Day(Int32.random(in: -30000...30000, using: &$0)) })
    case 5:
      values = Column(
        categories: cells { ["visit", "phone"].randomElement(using: &$0)! }, dictionary: kinds)
    case 6:
      values = Column(
        masks: cells { UInt64.random(in: 0..<8, using: &$0) }.map { $0 ?? 0 },
        dictionary: tags)
    default: values = Column(texts: cells { $0.text() })
    }
    return HearthRenderTests.column(name, values)
  }

  mutating func table(rows: Int) -> ResultTable {
    let count = Int.random(in: 1...5, using: &self)
    let columns = (0..<count).map { column("c\($0)", rows: rows) }
    return ResultTable(columns: columns, rowCount: rows)
  }
}
