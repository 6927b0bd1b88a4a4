import HearthData
import HearthPlan

extension Comparison {
  /// The comparison that holds with the sides exchanged.
  fileprivate var exchanged: Comparison {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  fileprivate var isEquality: Bool {
    switch self {
    case .equal, .notEqual: true
    case .less, .lessOrEqual, .greater, .greaterOrEqual: false
    }
  }

  /// Whether it holds, from the sign of the difference of two known values.
  func holds(_ sign: Int) -> Bool {
    switch self {
    case .equal: sign == 0
    case .notEqual: sign != 0
    case .less: sign < 0
    case .lessOrEqual: sign <= 0
    case .greater: sign > 0
    case .greaterOrEqual: sign >= 0
    }
  }
}

extension Compiler {
  /// `=` and `!=` know missing, the others are false with it.
  func compare(
    _ comparison: Comparison, _ a: TypedExpression, _ b: TypedExpression
  ) throws(RunError) -> MaskKernel {
    if a.isLiteral, !b.isLiteral { return try compare(comparison.exchanged, b, a) }
    if b.literal == .missing {
      switch comparison {
      case .equal: return try missingness(a, isMissing: true)
      case .notEqual: return try missingness(a, isMissing: false)
      case .less, .lessOrEqual, .greater, .greaterOrEqual: break
      }
    }
    switch a.type == .missing ? b.type : a.type {
    case .int, .decimal, .dateTime: return comparing(comparison, try integers(a), try integers(b))
    case .number: return comparing(comparison, try numbers(a), try numbers(b))
    case .date: return comparing(comparison, try days(a), try days(b))
    case .bool: return comparing(comparison, try truths(a), try truths(b))
    case .tags: return comparing(comparison, try tagSets(a), try tagSets(b))
    case .link(let entity, _): return try compareRows(comparison, a, b, of: entity)
    case .period:
      if comparison.isEquality {
        return comparing(comparison, try periodWords(a), try periodWords(b))
      }
      return comparing(comparison, try periodStarts(a), try periodStarts(b))
    case .category: return try compareCategories(comparison, a, b)
    case .text: return try compareTexts(comparison, a, b)
    case .list: return try compareLists(comparison, a, b)
    case .missing:
      let isTrue: UInt8 = comparison == .equal ? 1 : 0
      return MaskKernel { (block) in Buffer(repeating: isTrue, count: block.count) }
    }
  }

  private func comparing<Element: InBand>(
    _ comparison: Comparison, _ a: Operand<Element>, _ b: Operand<Element>
  ) -> MaskKernel {
    MaskKernel { (block) throws(RunError) in
      let left = try a.values(block)
      if let constant = b.constant {
        return comparisonMask(comparison, left, ConstantLane(value: constant), block.count)
      }
      return comparisonMask(comparison, left, try b.values(block), block.count)
    }
  }

  private func truths(_ expression: TypedExpression) throws(RunError) -> Operand<UInt8> {
    try operand(expression) { (column) throws(RunError) in try column.bytes() }
  }

  private func tagSets(_ expression: TypedExpression) throws(RunError) -> Operand<UInt64> {
    try operand(expression) { (column) throws(RunError) in try column.tagMasks() }
  }

  private func periodStarts(_ expression: TypedExpression) throws(RunError) -> Operand<Int32> {
    try operand(expression) { (column) throws(RunError) in try column.periods().starts }
  }

  private func periodWords(_ expression: TypedExpression) throws(RunError) -> Operand<Int64> {
    try operand(expression) { (column) throws(RunError) in try column.periods().words }
  }

  /// Rows are equal by their ordinals and ordered by their keys.
  private func compareRows(
    _ comparison: Comparison, _ a: TypedExpression, _ b: TypedExpression, of entity: EntityID
  ) throws(RunError) -> MaskKernel {
    let extract: @Sendable (Column) throws(RunError) -> Buffer<Int32>
    if comparison.isEquality {
      extract = { (column) throws(RunError) in try column.rowNumbers() }
    } else {
      let ranks = try scope.run.ranks(of: entity)
      extract = { (column) throws(RunError) in
        let rows = try column.rowNumbers()
        return Buffer.filled(rows.count) {
          rows[$0] < 0 ? MissingValue.days : ranks[Int(rows[$0])]
        }
      }
    }
    return comparing(comparison, try operand(a, extract), try operand(b, extract))
  }

  private func compareLists(
    _ comparison: Comparison, _ a: TypedExpression, _ b: TypedExpression
  ) throws(RunError) -> MaskKernel {
    let (left, right) = (try kernel(for: a), try kernel(for: b))
    let run = scope.run
    return MaskKernel { (block) throws(RunError) in
      let both = try Column.joined(
        [try left.run(block), try right.run(block)], type: a.type)
      let keys = try sortKeys(of: both, run: run)
      let count = block.count
      return Buffer.filled(count) { row in
        let (x, y) = (keys[row], keys[row + count])
        let sign = x == y ? 0 : x < y ? -1 : 1
        let isKnown = x != UInt64.max && y != UInt64.max
        return comparison.holds(sign) && (isKnown || comparison.isEquality) ? 1 : 0
      }
    }
  }
}

extension PeriodBuffer {
  /// Start and end in one word each, missing as of `Int64`; the unit does not make a difference.
  var words: Buffer<Int64> {
    Buffer<Int64>.filled(starts.count) { row in
      let start = starts[row]
      if start == MissingValue.days { return MissingValue.int64 }
      return Int64(start) << 32 | Int64(UInt32(bitPattern: ends[row]))
    }
  }
}

@inline(__always)
private func comparisonMask<Element: InBand, Left: Lane, Right: Lane>(
  _ comparison: Comparison, _ a: Left, _ b: Right, _ count: Int
) -> Buffer<UInt8> where Left.Element == Element, Right.Element == Element {
  switch comparison {
  case .equal: Buffer.filled(count) { Element.areSame(a[$0], b[$0]) ? 1 : 0 }
  case .notEqual: Buffer.filled(count) { Element.areSame(a[$0], b[$0]) ? 0 : 1 }
  case .less: ordered(a, b, count) { $0 < $1 }
  case .lessOrEqual: ordered(a, b, count) { $0 <= $1 }
  case .greater: ordered(a, b, count) { $0 > $1 }
  case .greaterOrEqual: ordered(a, b, count) { $0 >= $1 }
  }
}

@inline(__always)
private func ordered<Element: InBand, Left: Lane, Right: Lane>(
  _ a: Left, _ b: Right, _ count: Int, _ test: (Element, Element) -> Bool
) -> Buffer<UInt8> where Left.Element == Element, Right.Element == Element {
  Buffer.filled(count) { index in
    let (x, y) = (a[index], b[index])
    let isTrue: UInt8 = test(x, y) ? 1 : 0
    let areKnown: UInt8 = (x.isKnown ? 1 : 0) & (y.isKnown ? 1 : 0)
    return isTrue & areKnown
  }
}
