import HearthData

/// A value that no column of its kind can hold would lead outside of other columns: all are looked
/// at once, when the column is first asked for.
extension SnapshotFile {
  func column(
    _ stored: SnapshotDirectory.StoredColumn, count: Int, closed: CategoryDictionary?
  ) throws(Archive.Damage) -> Column {
    guard stored.kind.fits(stored.type) else { throw Archive.Damage() }
    return Column(
      type: stored.type, count: count,
      storage: try storage(stored, count, try dictionary(stored, closed)))
  }

  /// The targets of a link, each a row of a table of so many rows or none.
  func targets(
    _ section: SnapshotDirectory.Section, count: Int, targetCount: Int
  ) throws(Archive.Damage) -> Buffer<Int32> {
    let targets = try values(section, of: Int32.self, count: count)
    guard targets.lie(in: -1...Int32(targetCount) - 1) else { throw Archive.Damage() }
    return targets
  }

  func lines(_ sections: [SnapshotDirectory.Section]) throws(Archive.Damage) -> RowLines {
    guard sections.count == 2 else { throw Archive.Damage() }
    let rows = try values(sections[0], of: Int64.self, count: nil)
    let lines = try values(sections[1], of: Int64.self, count: rows.count)
    let places = Int64(0)...1 << 40
    guard rows.lie(in: places), lines.lie(in: places) else { throw Archive.Damage() }
    return RowLines(rows: rows.map { Int($0) }, lines: lines.map { Int($0) })
  }

  private func dictionary(
    _ stored: SnapshotDirectory.StoredColumn, _ closed: CategoryDictionary?
  ) throws(Archive.Damage) -> CategoryDictionary? {
    guard let section = stored.dictionary else { return nil }
    var archive = Archive(
      reading: Array(try values(section, of: UInt8.self, count: nil)))
    var dictionary = CategoryDictionary([], isClosed: false)
    try archive.dictionary(&dictionary)
    // One object for equal values makes comparing them cheap.
    return dictionary == closed ? closed : dictionary
  }

  private func storage(
    _ stored: SnapshotDirectory.StoredColumn, _ count: Int, _ dictionary: CategoryDictionary?
  ) throws(Archive.Damage) -> Column.Storage {
    switch stored.kind {
    case .int64: return .int64(try only(stored, count))
    case .double: return .double(try only(stored, count))
    case .days: return .days(try days(stored.sections.first, count))
    case .codes8:
      let (codes, dictionary) = try coded(stored, dictionary, count, UInt8.self)
      return .codes8(codes, dictionary)
    case .codes16:
      let (codes, dictionary) = try coded(stored, dictionary, count, UInt16.self)
      return .codes16(codes, dictionary)
    case .codes32:
      let (codes, dictionary) = try coded(stored, dictionary, count, UInt32.self)
      return .codes32(codes, dictionary)
    case .masks:
      let masks: Buffer<UInt64> = try only(stored, count)
      guard let dictionary, dictionary.count <= 64 else { throw Archive.Damage() }
      let known = dictionary.count == 64 ? UInt64.max : 1 << UInt64(dictionary.count) - 1
      guard masks.union & ~known == 0 else { throw Archive.Damage() }
      return .masks(masks, dictionary)
    case .bytes:
      let values: Buffer<UInt8> = try only(stored, count)
      guard values.lie(in: 0...MissingValue.bool) else { throw Archive.Damage() }
      return .bytes(values)
    case .text: return .text(try texts(stored, count))
    case .periods: return .periods(try periods(stored, count))
    case .missing: return .missing
    }
  }

  private func only<Element>(
    _ stored: SnapshotDirectory.StoredColumn, _ count: Int
  ) throws(Archive.Damage) -> Buffer<Element> {
    guard stored.sections.count == 1 else { throw Archive.Damage() }
    return try values(stored.sections[0], of: Element.self, count: count)
  }

  private func days(
    _ section: SnapshotDirectory.Section?, _ count: Int
  ) throws(Archive.Damage) -> Buffer<Int32> {
    guard let section else { throw Archive.Damage() }
    let days = try values(section, of: Int32.self, count: count)
    guard days.lie(in: Day.first.number...Day.last.number, or: MissingValue.days) else {
      throw Archive.Damage()
    }
    return days
  }

  private func coded<Code: FixedWidthInteger>(
    _ stored: SnapshotDirectory.StoredColumn, _ dictionary: CategoryDictionary?, _ count: Int,
    _ type: Code.Type
  ) throws(Archive.Damage) -> (Buffer<Code>, CategoryDictionary) {
    let codes: Buffer<Code> = try only(stored, count)
    guard let dictionary, let greatest = Code(exactly: dictionary.count),
      codes.lie(in: 0...greatest)
    else { throw Archive.Damage() }
    return (codes, dictionary)
  }

  private func texts(
    _ stored: SnapshotDirectory.StoredColumn, _ count: Int
  ) throws(Archive.Damage) -> TextBuffer {
    guard stored.sections.count == 3 else { throw Archive.Damage() }
    let texts = TextBuffer(
      arena: try values(stored.sections[0], of: UInt8.self, count: nil),
      starts: try values(stored.sections[1], of: UInt32.self, count: count),
      lengths: try values(stored.sections[2], of: Int32.self, count: count))
    guard texts.lieInTheirArena else { throw Archive.Damage() }
    return texts
  }

  private func periods(
    _ stored: SnapshotDirectory.StoredColumn, _ count: Int
  ) throws(Archive.Damage) -> PeriodBuffer {
    guard stored.sections.count == 3 else { throw Archive.Damage() }
    let units = try values(stored.sections[2], of: UInt8.self, count: nil)
    guard units.count == 1 || units.count == count else { throw Archive.Damage() }
    return PeriodBuffer(
      starts: try days(stored.sections[0], count), ends: try days(stored.sections[1], count),
      units: units)
  }
}

extension SnapshotDirectory.StoredColumn.Kind {
  /// Whether a column of the type is kept so.
  fileprivate func fits(_ type: ValueType) -> Bool {
    switch type {
    case .text: self == .text || self == .missing
    case .int, .decimal, .dateTime: self == .int64 || self == .missing
    case .number: self == .double || self == .missing
    case .bool: self == .bytes || self == .missing
    case .date: self == .days || self == .missing
    case .period: self == .periods || self == .missing
    case .category: [.codes8, .codes16, .codes32, .missing].contains(self)
    case .tags: self == .masks || self == .missing
    case .missing: self == .missing
    case .link, .list: false
    }
  }
}

extension Buffer where Element: FixedWidthInteger {
  /// Whether all values are in a range, or one that stands for missing.
  fileprivate func lie(in range: ClosedRange<Element>, or missing: Element? = nil) -> Bool {
    let pointer = pointer
    let missing = missing ?? range.lowerBound
    var outside: Element = 0
    for index in 0..<pointer.count {
      let value = pointer[index]
      outside |= (value < range.lowerBound || value > range.upperBound) && value != missing ? 1 : 0
    }
    return outside == 0
  }

  /// The bits that any value has.
  fileprivate var union: Element { reduce(0) { $0 | $1 } }
}

extension TextBuffer {
  /// Whether every text is a part of the arena.
  fileprivate var lieInTheirArena: Bool {
    let (starts, lengths) = (starts.pointer, lengths.pointer)
    var end: UInt64 = 0
    var least: Int32 = 0
    for row in 0..<starts.count {
      let length = lengths[row]
      least = min(least, length)
      end = max(end, UInt64(starts[row]) &+ UInt64(max(0, length)))
    }
    return least >= -1 && end <= UInt64(arena.count)
  }
}
