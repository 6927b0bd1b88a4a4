import HearthData
import HearthPlan

/// A compiled expression: names, types, constants and look-up tables are settled, a block of rows
/// gives a column.
struct Kernel: Sendable {
  let run: @Sendable (Block) throws(RunError) -> Column
}

/// A compiled predicate: 1 for the rows for which it is true, 0 for all others.
struct MaskKernel: Sendable {
  let run: @Sendable (Block) throws(RunError) -> Buffer<UInt8>
}

/// Turns typed expressions into kernels, once per query.
///
/// What holds for whole entities (aggregates over links, values behind a hop that many rows share)
/// is computed here, before the blocks are divided among threads.
struct Compiler {
  let scope: Scope

  init(_ scope: Scope) { self.scope = scope }

  func kernel(for expression: TypedExpression) throws(RunError) -> Kernel {
    switch expression.kind {
    case .literal(let value): try literal(value, expression.type)
    case .slot(let slot): Kernel { (block) throws(RunError) in try block.slot(slot) }
    case .result(let index): Kernel { (block) throws(RunError) in try block.result(index) }
    case .field(let field): try self.field(field)
    case .row: rowItself(expression.type)
    case .definition(let definition): try self.definition(definition)
    case .follow(let hop, let inner): try follow(hop, inner)
    case .outer(let inner): try outer(inner)
    case .linked(let linked): try self.linked(linked)
    case .not, .and, .or, .compare, .isMissing, .isKnown, .isOneOf, .inPeriod, .textMatch,
      .hasTags, .listHas:
      try truth(expression)
    case .negate(let operand): try negate(operand)
    case .arithmetic(let operation, let a, let b):
      try arithmetic(operation, a, b, expression.type)
    case .join(let a, let b): try joinTexts(a, b)
    case .conditional(let condition, let then, let otherwise):
      try conditional(condition, then, otherwise, expression.type)
    case .coalesce(let a, let b): try coalesce(a, b, expression.type)
    case .call(let function, let arguments): try call(function, arguments, expression.type)
    case .convert(let operand): try convert(operand, to: expression.type)
    case .shift(let date, let amount, let unit): try shift(date, amount, unit)
    case .difference(let unit, let from, let to): try difference(unit, from, to)
    case .boundary(let isStart, let period): try boundary(isStart, period)
    case .makePeriod(let first, let last): try makePeriod(first, last)
    }
  }

  private func truth(_ expression: TypedExpression) throws(RunError) -> Kernel {
    let mask = try mask(for: expression)
    return Kernel { (block) throws(RunError) in
      Column(type: .bool, count: block.count, storage: .bytes(try mask.run(block)))
    }
  }

  /// True where the value is yes: missing counts as no.
  func mask(for expression: TypedExpression) throws(RunError) -> MaskKernel {
    if let looked = try maskBehindHop(expression) { return looked }
    switch expression.kind {
    case .not(let operand):
      let inner = try mask(for: operand)
      return MaskKernel { (block) throws(RunError) in try inner.run(block).inverted }
    case .and(let parts): return try all(of: parts)
    case .or(let parts): return try any(of: parts)
    case .compare(let comparison, let a, let b): return try compare(comparison, a, b)
    case .isMissing(let operand): return try missingness(operand, isMissing: true)
    case .isKnown(let operand): return try missingness(operand, isMissing: false)
    case .isOneOf(let operand, let values): return try isOne(operand, of: values)
    case .inPeriod(let date, let period): return try isInside(date, period)
    case .textMatch(let match, let text, let pattern): return try matches(match, text, pattern)
    case .hasTags(let tags, let test, let mask): return try has(tags, test, mask)
    case .listHas(let list, let test, let values): return try listHas(list, test, values)
    case .literal, .slot, .field, .row, .definition, .follow, .outer, .linked, .result, .negate,
      .arithmetic, .join, .conditional, .coalesce, .call, .convert, .shift, .difference,
      .boundary, .makePeriod:
      let value = try kernel(for: expression)
      return MaskKernel { (block) throws(RunError) in
        let bytes = try value.run(block).bytes()
        return Buffer.filled(bytes.count) { bytes[$0] == 1 ? 1 : 0 }
      }
    }
  }

  /// The same value for every row; the column is made once and its beginning handed out.
  private func literal(_ value: Value, _ type: ValueType) throws(RunError) -> Kernel {
    if value == .missing {
      return Kernel { (block) in .missing(count: block.count, type: type) }
    }
    let one = try scope.constant(value, type)
    let length = min(scope.rowCount, Block.size)
    let full = one.gather(rows: Buffer(repeating: 0, count: length))
    return Kernel { (block) in
      block.count <= length
        ? full.slice(0..<block.count) : one.gather(rows: Buffer(repeating: 0, count: block.count))
    }
  }

  private func field(_ field: FieldID) throws(RunError) -> Kernel {
    let column = try scope.column(field)
    return Kernel { (block) in block.field(column) }
  }

  private func rowItself(_ type: ValueType) -> Kernel {
    Kernel { (block) in
      Column(type: type, count: block.count, storage: .rows(block.ordinals))
    }
  }
}
