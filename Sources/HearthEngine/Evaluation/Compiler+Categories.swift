import HearthData
import HearthPlan
import HearthText

/// What is true of each value of a dictionary, by code; the first element stands for missing.
///
/// The values of a column are looked at once per dictionary entry, never per row.
struct CategoryTable: Sendable {
  let dictionary: CategoryDictionary
  let table: [UInt8]

  init(
    _ dictionary: CategoryDictionary, missing: Bool, test: (Int) throws(RunError) -> Bool
  ) throws(RunError) {
    self.dictionary = dictionary
    var table: [UInt8] = [missing ? 1 : 0]
    for position in 0..<dictionary.count { table.append(try test(position) ? 1 : 0) }
    self.table = table
  }

  /// Looks up every code; columns hold no code beyond their dictionary.
  func mask(of column: Column) throws(RunError) -> Buffer<UInt8> {
    switch column.storage {
    case .codes8(let codes, _): return lookUp(codes)
    case .codes16(let codes, _): return lookUp(codes)
    case .codes32(let codes, _): return lookUp(codes)
    case .missing: return Buffer(repeating: table[0], count: column.count)
    case .int64, .double, .days, .rows, .masks, .bytes, .text, .periods, .lists:
      throw column.mismatch("category")
    }
  }

  private func lookUp<Code: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(
    _ codes: Buffer<Code>
  ) -> Buffer<UInt8> {
    // One value, the usual case, is a comparison that the compiler turns into vectors.
    if table.reduce(0, { $0 + Int($1) }) == 1, let only = table.firstIndex(of: 1) {
      let code = Code(truncatingIfNeeded: only)
      return Buffer<UInt8>.filled(codes.count) { codes[$0] == code ? 1 : 0 }
    }
    return table.withUnsafeBufferPointer { table in
      Buffer<UInt8>.filled(codes.count) { row in
        let code = Int(truncatingIfNeeded: codes[row])
        return code < table.count ? table[code] : 0
      }
    }
  }
}

extension Compiler {
  /// A predicate of a category's value, given its entry and its place in the order.
  func categoryMask(
    _ category: TypedExpression, missing: Bool,
    test: @escaping @Sendable (CategoryDictionary, Int) throws(RunError) -> Bool
  ) throws(RunError) -> MaskKernel {
    let value = try kernel(for: category)
    let known = try scope.dictionary(of: category.type)
    let table = try known.map { (dictionary) throws(RunError) in
      try CategoryTable(dictionary, missing: missing) { (position) throws(RunError) in
        try test(dictionary, position)
      }
    }
    return MaskKernel { (block) throws(RunError) in
      let column = try value.run(block)
      guard let dictionary = column.dictionary else {
        return Buffer(repeating: missing ? 1 : 0, count: block.count)
      }
      if let table, table.dictionary === dictionary { return try table.mask(of: column) }
      let own = try CategoryTable(dictionary, missing: missing) { (position) throws(RunError) in
        try test(dictionary, position)
      }
      return try own.mask(of: column)
    }
  }

  func compareCategories(
    _ comparison: Comparison, _ a: TypedExpression, _ b: TypedExpression
  ) throws(RunError) -> MaskKernel {
    if let value = b.literal, let declared = try scope.dictionary(of: b.type) {
      guard case .category(let wanted) = value, wanted < declared.count else {
        return try categoryMask(a, missing: false) { (_, _) in false }
      }
      let entry = declared.entries[wanted]
      return try categoryMask(a, missing: comparison == .notEqual) { (dictionary, position) in
        let place =
          dictionary === declared ? wanted : dictionary.position(of: entry.english)
        guard let place else { return comparison == .notEqual }
        return comparison.holds(position - place)
      }
    }
    let (left, right) = (try kernel(for: a), try kernel(for: b))
    return MaskKernel { (block) throws(RunError) in
      let x = try left.run(block)
      let y = try right.run(block)
      let other = try y.codes(translatedTo: x.dictionary)
      return comparisonOfCodes(comparison, try x.codes(), other)
    }
  }
}

extension Column {
  /// Codes in another dictionary, by name; what it does not have is above all its codes.
  func codes(translatedTo target: CategoryDictionary?) throws(RunError) -> Buffer<Int32> {
    let codes = try codes()
    guard let own = dictionary, let target, own !== target else { return codes }
    let table: [Int32] =
      [0]
      + own.entries.enumerated().map { position, entry in
        let place = target.position(of: entry.english) ?? target.count + position
        return Int32(truncatingIfNeeded: place + 1)
      }
    return Buffer.filled(codes.count) { table[Int(codes[$0])] }
  }
}

/// Codes are ordered as their values; 0 is missing.
private func comparisonOfCodes(
  _ comparison: Comparison, _ a: Buffer<Int32>, _ b: Buffer<Int32>
) -> Buffer<UInt8> {
  Buffer<UInt8>.filled(a.count) { row in
    let (x, y) = (Int(a[row]), Int(b[row]))
    let isTrue: Bool
    switch comparison {
    case .equal: isTrue = x == y
    case .notEqual: isTrue = x != y
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      isTrue = x > 0 && y > 0 && comparison.holds(x - y)
    }
    return isTrue ? 1 : 0
  }
}
