import HearthText

extension Store {
  /// More pairs than this are no link but a mistake in what it is declared `on`.
  private static let pairLimit = 1 << 28

  /// The rows of the target whose fields equal those of each source row; missing equals nothing.
  func matched(_ link: Link, _ pairs: [Link.Pair]) throws(DataError) -> Adjacency {
    let sourceCount = try rowCount(of: link.source)
    let targetCount = try rowCount(of: link.target)
    var groups: MatchGroups?
    for pair in pairs {
      let codes = try MatchGroups(
        own: column(FieldID(link.source, pair.own)),
        target: column(FieldID(link.target, pair.target)), store: self)
      groups = groups.map { $0.combined(with: codes) } ?? codes
    }
    guard let groups else {
      return Adjacency(
        toOne: Buffer(repeating: MissingValue.row, count: sourceCount))
    }
    let members = Adjacency(reversing: groups.target, targetCount: groups.count)
    var total = 0
    for group in groups.own.pointer where group >= 0 { total += members[Int(group)].count }
    guard total <= Self.pairLimit, targetCount <= Int(Int32.max) else { throw .tooManyPairs(link) }
    var offsets = BufferBuilder<Int32>(capacity: sourceCount + 1)
    var rows = BufferBuilder<Int32>(capacity: total)
    offsets.append(0)
    for group in groups.own.pointer {
      if group >= 0 { rows.append(members[Int(group)]) }
      offsets.append(Int32(rows.count))
    }
    return Adjacency(offsets: offsets.finish(), rows: rows.finish())
  }
}

extension DataError {
  fileprivate static func tooManyPairs(_ link: Link) -> DataError {
    DataError(
      Bilingual(
        "the link \(link.name.english) joins too many rows",
        "链接“\(link.name.chinese)”连接的行太多"),
      hint: Bilingual("declare it on more fields", "请为它声明更多的对应字段"))
  }
}

/// Rows of two tables numbered so that equal numbers mean equal values; -1 is missing.
struct MatchGroups {
  var own: Buffer<Int32>
  var target: Buffer<Int32>
  var count: Int

  /// Numbers the values of two columns, comparing numbers as numbers and the rest as text.
  init(own: Column, target: Column, store: Store) throws(DataError) {
    let ownWords: [UInt64?]
    let targetWords: [UInt64?]
    if let first = own.numberWords, let second = target.numberWords {
      (ownWords, targetWords) = (first, second)
    } else if own.hasSameRows(as: target) {
      (ownWords, targetWords) = (own.rowWords, target.rowWords)
    } else {
      let first = try own.comparableTexts(in: store)
      let second = try target.comparableTexts(in: store)
      var numbering = TextNumbering()
      (ownWords, targetWords) = (numbering.words(first), numbering.words(second))
    }
    self.init(ownWords, targetWords)
  }

  private init(_ ownWords: [UInt64?], _ targetWords: [UInt64?]) {
    var table = WordTable(capacity: ownWords.count + targetWords.count)
    var count: Int32 = 0
    func number(_ words: [UInt64?]) -> Buffer<Int32> {
      Buffer(
        words.map { word in
          guard let word else { return -1 }
          let found = table.insert(word, row: count) { _ in true }
          if found >= 0 { return found }
          count += 1
          return count - 1
        })
    }
    own = number(ownWords)
    target = number(targetWords)
    self.count = Int(count)
  }

  /// Rows are equal when they are equal in both.
  func combined(with other: MatchGroups) -> MatchGroups {
    func words(_ a: Buffer<Int32>, _ b: Buffer<Int32>) -> [UInt64?] {
      (0..<a.count).map { row in
        a[row] < 0 || b[row] < 0 ? nil : UInt64(a[row]) << 32 | UInt64(b[row])
      }
    }
    return MatchGroups(words(own, other.own), words(target, other.target))
  }
}

private struct TextNumbering {
  private var numbers: [String: UInt64] = [:]

  mutating func words(_ texts: [String?]) -> [UInt64?] {
    texts.map { text in
      guard let text else { return nil }
      if let known = numbers[text] { return known }
      let next = UInt64(numbers.count)
      numbers[text] = next
      return next
    }
  }
}

extension Column {
  /// Numbers, days and truth values as words that are equal when the values are; nil for others.
  fileprivate var numberWords: [UInt64?]? {
    switch type {
    case .int, .number, .decimal, .dateTime, .date, .bool:
      (0..<count).map { row in
        switch value(at: row) {
        case .int(let value): UInt64(bitPattern: value)
        case .dateTime(let value): UInt64(bitPattern: value)
        case .decimal(let value): value.matchWord
        case .number(let value): Decimal.matchWord(of: value)
        case .date(let day): UInt64(bitPattern: Int64(day.number))
        case .bool(let value): value ? 1 : 0
        case .missing, .text, .period, .category, .tags, .row, .list: nil
        }
      }
    case .text, .category, .tags, .period, .link, .list, .missing: nil
    }
  }

  fileprivate func hasSameRows(as other: Column) -> Bool {
    guard case .link(let own, _) = type, case .link(let target, _) = other.type else {
      return false
    }
    return own == target
  }

  fileprivate var rowWords: [UInt64?] {
    (0..<count).map { row in
      if case .row(_, let target) = value(at: row) { UInt64(target) } else { nil }
    }
  }

  /// A link counts as the key of its row, so that it matches a field that holds keys.
  fileprivate func comparableTexts(in store: Store) throws(DataError) -> [String?] {
    guard case .link(let entity, _) = type, case .rows(let rows) = storage,
      let key = store.schema[entity].key
    else { return (0..<count).map(cellText(at:)) }
    let keys = try store.rawColumn(FieldID(entity, key))
    return rows.pointer.map { $0 < 0 ? nil : keys.cellText(at: Int($0)) }
  }
}

extension Decimal {
  /// Whole numbers as themselves, so that they match integers; others by their floating point.
  fileprivate var matchWord: UInt64 {
    rescaled(to: 0).map { UInt64(bitPattern: $0.unscaled) } ?? approximation.bitPattern
  }

  fileprivate static func matchWord(of value: Double) -> UInt64 {
    Int64(exactly: value).map { UInt64(bitPattern: $0) } ?? value.bitPattern
  }
}
