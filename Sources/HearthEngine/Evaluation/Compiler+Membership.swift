import HearthData
import HearthPlan

extension Compiler {
  /// Equal to one of some constants.
  func isOne(_ operand: TypedExpression, of values: [Value]) throws(RunError) -> MaskKernel {
    switch operand.type {
    case .category: return try isCategory(operand, of: values)
    case .text: return try isText(operand, of: values)
    case .int, .decimal, .dateTime:
      return try isElement(operand, of: values) { (column) throws(RunError) in
        try column.integers()
      }
    case .number:
      return try isElement(operand, of: values) { (column) throws(RunError) in
        try column.numbers()
      }
    case .date:
      return try isElement(operand, of: values) { (column) throws(RunError) in try column.days() }
    case .link:
      return try isElement(operand, of: values) { (column) throws(RunError) in
        try column.rowNumbers()
      }
    case .bool:
      return try isElement(operand, of: values) { (column) throws(RunError) in
        try column.bytes()
      }
    case .tags:
      return try isElement(operand, of: values) { (column) throws(RunError) in
        try column.tagMasks()
      }
    case .period:
      return try isElement(operand, of: values) { (column) throws(RunError) in
        try column.periods().words
      }
    case .list, .missing: return try isEqual(operand, toOneOf: values)
    }
  }

  private func isElement<Element: InBand>(
    _ operand: TypedExpression, of values: [Value],
    _ extract: @escaping @Sendable (Column) throws(RunError) -> Buffer<Element>
  ) throws(RunError) -> MaskKernel {
    let dictionary = try scope.dictionary(of: operand.type)
    let constants = try extract(
      Column(values: values, type: operand.type, dictionary: dictionary))
    // Ordered for the search; missing values that have no order are asked for apart.
    let known = constants.filter { $0 == $0 }.sorted()
    let hasUnordered = constants.contains { $0 != $0 }
    let value = try kernel(for: operand)
    return MaskKernel { (block) throws(RunError) in
      let column = try extract(try value.run(block))
      return membershipMask(column, known, hasUnordered: hasUnordered)
    }
  }

  private func isCategory(
    _ operand: TypedExpression, of values: [Value]
  ) throws(RunError) -> MaskKernel {
    let declared = try scope.dictionary(of: operand.type)
    var names: Set<String> = []
    for value in values {
      if case .category(let position) = value, let declared, position < declared.count {
        names.insert(declared.entries[position].english)
      }
    }
    return try categoryMask(operand, missing: values.contains(.missing)) {
      [names] (dictionary, position) in names.contains(dictionary.entries[position].english)
    }
  }

  private func isText(
    _ operand: TypedExpression, of values: [Value]
  ) throws(RunError) -> MaskKernel {
    let texts = try Column(values: values, type: .text).texts()
    let hasMissing: UInt8 = values.contains(.missing) ? 1 : 0
    let value = try kernel(for: operand)
    return MaskKernel { (block) throws(RunError) in
      let column = try value.run(block).texts()
      var table = TextTable(texts)
      for row in 0..<texts.count where texts.lengths[row] >= 0 { _ = table.insert(row: row) }
      return Buffer.filled(block.count) { row in
        if column.lengths[row] < 0 { return hasMissing }
        return table.find(column.bytes(row)) >= 0 ? 1 : 0
      }
    }
  }

  private func isEqual(
    _ operand: TypedExpression, toOneOf values: [Value]
  ) throws(RunError) -> MaskKernel {
    var masks: [MaskKernel] = []
    for value in values {
      masks.append(
        try compare(.equal, operand, TypedExpression(.literal(value), operand.type)))
    }
    return MaskKernel { [masks] (block) throws(RunError) in
      var found = Buffer<UInt8>(repeating: 0, count: block.count)
      for mask in masks { found = found.union(try mask.run(block)) }
      return found
    }
  }

  /// A date inside a period: two comparisons, the start belongs to it and the end does not.
  func isInside(_ date: TypedExpression, _ period: TypedExpression) throws(RunError) -> MaskKernel {
    let value = try kernel(for: date)
    let range = try kernel(for: period)
    if let literal = period.literal {
      guard case .period(let period) = literal else {
        return MaskKernel { (block) in Buffer(repeating: 0, count: block.count) }
      }
      if date.type == .dateTime {
        let start = Int64(period.start.number) * DateTime.secondsPerDay
        let end = Int64(period.end.number) * DateTime.secondsPerDay
        return MaskKernel { (block) throws(RunError) in
          insideMask(try value.run(block).integers(), start, end)
        }
      }
      let (start, end) = (period.start.number, period.end.number)
      return MaskKernel { (block) throws(RunError) in
        insideMask(try value.run(block).days(), start, end)
      }
    }
    return MaskKernel { (block) throws(RunError) in
      let days = try value.run(block).days()
      let periods = try range.run(block).periods()
      return Buffer.filled(block.count) { row in
        days[row] >= periods.starts[row] && days[row] < periods.ends[row] ? 1 : 0
      }
    }
  }

  func has(
    _ tags: TypedExpression, _ test: TagTest, _ mask: UInt64
  ) throws(RunError) -> MaskKernel {
    if let marks = try marks(tags, test, mask) {
      return MaskKernel { (block) in block.marks(marks) }
    }
    let value = try kernel(for: tags)
    return MaskKernel { (block) throws(RunError) in
      try value.run(block).tagMasks().marks(test, mask)
    }
  }

  /// Lists: each wanted value is looked for among all elements at once, then list by list.
  func listHas(
    _ list: TypedExpression, _ test: TagTest, _ values: [Value]
  ) throws(RunError) -> MaskKernel {
    guard case .list(let type) = list.type else { throw .misbuiltPlan("has on \(list.type)") }
    let value = try kernel(for: list)
    let groups = test == .any ? [values] : values.map { [$0] }
    let element = TypedExpression(.slot(SlotID(0)), type)
    var tests: [MaskKernel] = []
    for group in groups { tests.append(try isOne(element, of: group)) }
    let run = scope.run
    return MaskKernel { [tests] (block) throws(RunError) in
      let column = try value.run(block)
      guard case .lists(let offsets, let elements) = column.storage else {
        return Buffer(repeating: 0, count: block.count)
      }
      let context = EvaluationContext(
        run: run, entity: nil, rows: .range(0..<elements.count), slots: [SlotID(0): elements])
      var result: Buffer<UInt8>?
      for test in tests {
        let found = try test.run(Block(context))
        let mask = Buffer<UInt8>.filled(block.count) { row in
          (offsets[row]..<offsets[row + 1]).contains { found[Int($0)] == 1 } ? 1 : 0
        }
        result = result.map { $0.intersection(mask) } ?? mask
      }
      return result ?? Buffer(repeating: 0, count: block.count)
    }
  }
}

@inline(__always)
private func insideMask<Element: InBand>(
  _ values: Buffer<Element>, _ start: Element, _ end: Element
) -> Buffer<UInt8> {
  // Missing is the least of all and lies before every start.
  Buffer<UInt8>.filled(values.count) { row in
    (values[row] >= start ? 1 : 0) & (values[row] < end ? 1 : 0)
  }
}

@inline(__always)
private func membershipMask<Element: InBand>(
  _ values: Buffer<Element>, _ known: [Element], hasUnordered: Bool
) -> Buffer<UInt8> {
  if known.count <= 8 {
    var found = Buffer<UInt8>.filled(values.count) { row in
      hasUnordered && values[row] != values[row] ? 1 : 0
    }
    for constant in known {
      found = Buffer<UInt8>.filled(values.count) { row in
        found[row] | (values[row] == constant ? 1 : 0)
      }
    }
    return found
  }
  return known.withUnsafeBufferPointer { known in
    Buffer<UInt8>.filled(values.count) { row in
      let value = values[row]
      var (low, high) = (0, known.count)
      while low < high {
        let middle = (low + high) / 2
        if known[middle] < value { low = middle + 1 } else { high = middle }
      }
      if low < known.count, known[low] == value { return 1 }
      return hasUnordered && value != value ? 1 : 0
    }
  }
}
