/// How each type says "missing" in band; see `Column`.
package enum MissingValue {
  package static let int64 = Int64.min
  package static let days = Int32.min
  package static let row: Int32 = -1
  package static let bool: UInt8 = 2
  /// The unit of a period that prints both its ends.
  package static let noUnit: UInt8 = 255
}

extension Column {
  package init(texts: [String?]) {
    var builder = TextBuilder(rows: texts.count)
    for text in texts { builder.append(text) }
    self.init(type: .text, count: texts.count, storage: .text(builder.finish()))
  }

  package init(ints: [Int64?]) {
    self.init(int64s: ints, type: .int)
  }

  /// The unscaled integers of decimals that share one scale.
  package init(decimals unscaled: [Int64?], scale: Int) {
    self.init(int64s: unscaled, type: .decimal(scale: scale))
  }

  /// Seconds since 1970-01-01 00:00.
  package init(dateTimes: [Int64?]) {
    self.init(int64s: dateTimes, type: .dateTime)
  }

  private init(int64s values: [Int64?], type: ValueType) {
    let buffer = Buffer(values.map { $0 ?? MissingValue.int64 })
    self.init(type: type, count: values.count, storage: .int64(buffer))
  }

  /// A NaN is missing.
  package init(numbers: [Double?]) {
    let buffer = Buffer(numbers.map { $0 ?? Double.nan })
    self.init(type: .number, count: numbers.count, storage: .double(buffer))
  }

  package init(days: [Day?]) {
    let buffer = Buffer(days.map { $0?.number ?? MissingValue.days })
    self.init(type: .date, count: days.count, storage: .days(buffer))
  }

  package init(bools: [Bool?]) {
    let buffer = Buffer(bools.map { $0.map { $0 ? 1 : 0 } ?? MissingValue.bool })
    self.init(type: .bool, count: bools.count, storage: .bytes(buffer))
  }

  package init(rows: [Int32?], of entity: EntityID, display: ValueType.LinkDisplay = .key) {
    let buffer = Buffer(rows.map { $0 ?? MissingValue.row })
    self.init(type: .link(entity, display), count: rows.count, storage: .rows(buffer))
  }

  /// Values by identifier or label; a text that is no value of the dictionary becomes missing.
  package init(
    categories: [String?], dictionary: CategoryDictionary, domain: CategoryDomain? = nil
  ) {
    self.init(
      codes: categories.map { text in text.flatMap(dictionary.position(of:)).map { $0 + 1 } ?? 0 },
      dictionary: dictionary, domain: domain)
  }

  /// Codes as stored: 0 is missing, value `n` is `n + 1`.
  package init(codes: [Int], dictionary: CategoryDictionary, domain: CategoryDomain? = nil) {
    let storage: Storage =
      switch CodeWidth(for: dictionary) {
      case .one: .codes8(Buffer(codes.map { UInt8(truncatingIfNeeded: $0) }), dictionary)
      case .two: .codes16(Buffer(codes.map { UInt16(truncatingIfNeeded: $0) }), dictionary)
      case .four: .codes32(Buffer(codes.map { UInt32(truncatingIfNeeded: $0) }), dictionary)
      }
    self.init(
      type: .category(domain ?? .fixed(dictionary)), count: codes.count, storage: storage)
  }

  /// Tag sets; texts that are no value of the dictionary are left out.
  package init(tags: [[String]], dictionary: CategoryDictionary, domain: CategoryDomain? = nil) {
    let masks = tags.map { texts in
      texts.reduce(into: UInt64(0)) { mask, text in
        if let position = dictionary.position(of: text), position < 64 { mask |= 1 << position }
      }
    }
    self.init(masks: masks, dictionary: dictionary, domain: domain)
  }

  package init(masks: [UInt64], dictionary: CategoryDictionary, domain: CategoryDomain? = nil) {
    self.init(
      type: .tags(domain ?? .fixed(dictionary)), count: masks.count,
      storage: .masks(Buffer(masks), dictionary))
  }

  package init(periods: [Period?]) {
    let buffer = PeriodBuffer(
      starts: Buffer(periods.map { $0?.start.number ?? MissingValue.days }),
      ends: Buffer(periods.map { $0?.end.number ?? MissingValue.days }),
      units: Buffer(periods.map { $0?.unit?.rawValue ?? MissingValue.noUnit }))
    self.init(type: .period, count: periods.count, storage: .periods(buffer))
  }

  /// A column without any known value.
  package static func missing(count: Int, type: ValueType = .missing) -> Column {
    Column(type: type, count: count, storage: .missing)
  }
}

/// How many bytes a code of a dictionary takes.
package enum CodeWidth: Sendable {
  case one, two, four

  package init(for dictionary: CategoryDictionary) { self.init(values: dictionary.count) }

  /// One code more than there are values, for missing.
  package init(values: Int) {
    self = values < 256 ? .one : values < 65_536 ? .two : .four
  }
}
