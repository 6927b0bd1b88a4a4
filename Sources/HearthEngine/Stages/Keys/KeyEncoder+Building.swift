import HearthData

extension KeyEncoder {
  /// For `isOrdered: false` the codes of texts, lists and links only tell values apart.
  init(
    _ column: Column, isDescending: Bool = false, isOrdered: Bool = true, in runner: PlanRunner
  ) throws(RunError) {
    let (source, valueCount) = try Self.source(of: column, isOrdered: isOrdered, in: runner)
    let bounds: ClosedRange<UInt64>? =
      if let valueCount {
        valueCount == 0 ? nil : 0...UInt64(valueCount - 1)
      } else {
        try Self.bounds(of: source, count: column.count, in: runner)
      }
    self.init(source, isDescending: isDescending, bounds: bounds)
  }

  /// With the number of raw numbers, where it is known without reading them.
  private static func source(
    of column: Column, isOrdered: Bool, in runner: PlanRunner
  ) throws(RunError) -> (Source, Int?) {
    switch column.storage {
    case .int64(let values): return (.int64(values), nil)
    case .double(let values): return (.double(values), nil)
    case .days(let values): return (.days(values), nil)
    case .rows(let rows):
      guard isOrdered, case .link(let entity, _) = column.type else {
        return (.ranks(rows), nil)
      }
      return (.links(rows, ranks: try runner.run.ranks(of: entity)), nil)
    case .codes8(let codes, let dictionary): return (.codes8(codes), dictionary.count)
    case .codes16(let codes, let dictionary): return (.codes16(codes), dictionary.count)
    case .codes32(let codes, let dictionary): return (.codes32(codes), dictionary.count)
    case .masks(let masks, let dictionary):
      return (.masks(masks, tagCount: min(64, dictionary.count)), nil)
    case .bytes(let values): return (.bytes(values), 2)
    case .text(let texts):
      let numbers = TextNumbers(texts)
      return (.ranks(isOrdered ? numbers.ranks : numbers.codes), numbers.count)
    case .periods(let periods): return (.periods(periods), nil)
    case .lists(let offsets, let elements):
      let numbers = TextNumbers(try listTexts(offsets, elements, isOrdered, in: runner))
      return (.ranks(isOrdered ? numbers.ranks : numbers.codes), numbers.count)
    case .missing: return (.missing, 0)
    }
  }

  /// Lists as bytes that compare like the lists: eight bytes for the code of each element.
  private static func listTexts(
    _ offsets: Buffer<UInt32>, _ elements: Column, _ isOrdered: Bool, in runner: PlanRunner
  ) throws(RunError) -> TextBuffer {
    let encoder = try KeyEncoder(elements, isOrdered: isOrdered, in: runner)
    let words = KeyWord(encoders: [encoder]).values(count: elements.count)
    let arena = Buffer<UInt8>(count: elements.count * 8) { memory in
      for place in memory.indices {
        let value = words[place / 8] >> UInt64(56 - 8 * (place % 8))
        memory.initializeElement(at: place, to: UInt8(truncatingIfNeeded: value))
      }
    }
    let rows = 0..<max(0, offsets.count - 1)
    let lengths = rows.map { row -> Int32 in
      let length = Int32(truncatingIfNeeded: (offsets[row + 1] &- offsets[row]) &* 8)
      return length == 0 ? -1 : length
    }
    return TextBuffer(
      arena: arena, starts: Buffer(rows.map { offsets[$0] &* 8 }), lengths: Buffer(lengths))
  }

  private static func bounds(
    of source: Source, count: Int, in runner: PlanRunner
  ) throws(RunError) -> ClosedRange<UInt64>? {
    // With these bounds the codes are the raw numbers themselves.
    let whole = KeyEncoder(source, bounds: 0...(UInt64.max - 1))
    let parts = try runner.forEachMorsel(of: count) { (range) throws(RunError) in
      var lowest = UInt64.max
      var highest: UInt64 = 0
      forEachBlock(of: range) { rows, words in
        whole.append(to: words, rows: rows, isFirst: true)
        for word in words {
          lowest = min(lowest, word)
          // Missing wraps around to 0, known values are one too high.
          highest = max(highest, word &+ 1)
        }
      }
      return [lowest, highest]
    }
    let lowest = parts.map { $0[0] }.min() ?? .max
    let highest = parts.map { $0[1] }.max() ?? 0
    return highest == 0 ? nil : lowest...(highest - 1)
  }
}
