extension Column {
  /// The value of one row, for the edge of the system; kernels read the storage instead.
  package func value(at row: Int) -> Value {
    switch storage {
    case .int64(let buffer): integerValue(buffer[row])
    case .double(let buffer): buffer[row].isNaN ? .missing : .number(buffer[row])
    case .days(let buffer):
      buffer[row] == MissingValue.days ? .missing : .date(Day(buffer[row]))
    case .rows(let buffer): rowValue(buffer[row])
    case .codes8(let buffer, _): buffer[row] == 0 ? .missing : .category(Int(buffer[row]) - 1)
    case .codes16(let buffer, _): buffer[row] == 0 ? .missing : .category(Int(buffer[row]) - 1)
    case .codes32(let buffer, _): buffer[row] == 0 ? .missing : .category(Int(buffer[row]) - 1)
    case .masks(let buffer, _): buffer[row] == 0 ? .missing : .tags(buffer[row])
    case .bytes(let buffer): buffer[row] >= MissingValue.bool ? .missing : .bool(buffer[row] == 1)
    case .text(let buffer): buffer[row].map(Value.text) ?? .missing
    case .periods(let buffer): buffer[row].map(Value.period) ?? .missing
    case .lists(let offsets, let elements):
      listValue(elements, Int(offsets[row])..<Int(offsets[row + 1]))
    case .missing: .missing
    }
  }

  /// The dictionary of a category or a tag set.
  package var dictionary: CategoryDictionary? {
    switch storage {
    case .codes8(_, let dictionary), .codes16(_, let dictionary), .codes32(_, let dictionary),
      .masks(_, let dictionary):
      dictionary
    case .int64, .double, .days, .rows, .bytes, .text, .periods, .lists, .missing: nil
    }
  }

  private func integerValue(_ value: Int64) -> Value {
    if value == MissingValue.int64 { return .missing }
    switch type {
    case .decimal(let scale): return .decimal(Decimal(unscaled: value, scale: scale))
    case .dateTime: return .dateTime(value)
    case .int, .text, .category, .tags, .number, .bool, .date, .period, .link, .list, .missing:
      return .int(value)
    }
  }

  private func rowValue(_ row: Int32) -> Value {
    guard row >= 0, case .link(let entity, _) = type else { return .missing }
    return .row(entity, row)
  }

  private func listValue(_ elements: Column, _ range: Range<Int>) -> Value {
    range.isEmpty ? .missing : .list(range.map(elements.value(at:)))
  }
}

extension PeriodBuffer {
  /// The period of one row; nil when it is missing.
  package subscript(row: Int) -> Period? {
    guard starts[row] != MissingValue.days else { return nil }
    let unit = units.count == 1 ? units[0] : units[row]
    return Period(
      start: Day(starts[row]), end: Day(ends[row]), unit: Period.Unit(rawValue: unit))
  }
}

extension Column {
  /// A column of the given type from single values; a value of another type becomes missing.
  ///
  /// Categories and tag sets need their dictionary.
  package init(values: [Value], type: ValueType, dictionary: CategoryDictionary? = nil) {
    switch type {
    case .text: self.init(texts: values.map(\.asText))
    case .int: self.init(ints: values.map(\.asInteger))
    case .decimal(let scale):
      self.init(decimals: values.map { $0.unscaled(scale: scale) }, scale: scale)
    case .dateTime: self.init(dateTimes: values.map(\.asInteger))
    case .number: self.init(numbers: values.map(\.asNumber))
    case .bool: self.init(bools: values.map { if case .bool(let bool) = $0 { bool } else { nil } })
    case .date: self.init(days: values.map { if case .date(let day) = $0 { day } else { nil } })
    case .period:
      self.init(periods: values.map { if case .period(let p) = $0 { p } else { nil } })
    case .link(let entity, let display):
      self.init(rows: values.map(\.asRow), of: entity, display: display)
    case .category(let domain):
      self.init(
        codes: values.map { if case .category(let position) = $0 { position + 1 } else { 0 } },
        dictionary: dictionary ?? CategoryDictionary([], isClosed: false), domain: domain)
    case .tags(let domain):
      self.init(
        masks: values.map { if case .tags(let mask) = $0 { mask } else { 0 } },
        dictionary: dictionary ?? CategoryDictionary([], isClosed: false), domain: domain)
    case .list(let element): self.init(lists: values, of: element, dictionary: dictionary)
    case .missing: self.init(type: .missing, count: values.count, storage: .missing)
    }
  }

  private init(lists values: [Value], of element: ValueType, dictionary: CategoryDictionary?) {
    var offsets: [UInt32] = [0]
    var flat: [Value] = []
    for value in values {
      if case .list(let elements) = value { flat += elements }
      offsets.append(UInt32(truncatingIfNeeded: flat.count))
    }
    let elements = Column(values: flat, type: element, dictionary: dictionary)
    self.init(
      type: .list(element), count: values.count,
      storage: .lists(offsets: Buffer(offsets), elements: elements))
  }
}

extension Value {
  fileprivate var asText: String? {
    if case .text(let text) = self { text } else { nil }
  }

  fileprivate var asRow: Int32? {
    if case .row(_, let row) = self { row } else { nil }
  }

  fileprivate var asInteger: Int64? {
    switch self {
    case .int(let value), .dateTime(let value): value
    case .missing, .text, .number, .decimal, .bool, .date, .period, .category, .tags, .row, .list:
      nil
    }
  }

  fileprivate var asNumber: Double? {
    switch self {
    case .number(let value): value
    case .int(let value): Double(value)
    case .decimal(let value): value.approximation
    case .missing, .text, .dateTime, .bool, .date, .period, .category, .tags, .row, .list: nil
    }
  }

  fileprivate func unscaled(scale: Int) -> Int64? {
    switch self {
    case .decimal(let value): value.rescaled(to: scale)?.unscaled
    case .int(let value): Decimal(unscaled: value, scale: 0).rescaled(to: scale)?.unscaled
    case .missing, .text, .number, .dateTime, .bool, .date, .period, .category, .tags, .row,
      .list:
      nil
    }
  }
}
