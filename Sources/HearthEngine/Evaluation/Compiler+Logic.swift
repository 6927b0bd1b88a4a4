import HearthData
import HearthPlan

/// One of several conditions joined by `and` or `or`.
struct Condition: Sendable {
  let mask: MaskKernel
  /// Cheap and without errors or counters: it may look at rows that are decided already.
  let isLight: Bool

  /// Evaluates the rows that are set in `open`; the others are 0.
  func run(_ block: Block, open: Buffer<UInt8>, count: Int) throws(RunError) -> Buffer<UInt8> {
    if count == block.count || isLight && count > block.count / 32 {
      return try mask.run(block).intersection(open)
    }
    let places = open.positionsOfOnes()
    return try mask.run(block.subset(places)).scattered(to: places, count: block.count)
  }
}

extension Compiler {
  /// From left to right; what is false already is not looked at by costly conditions.
  func all(of parts: [TypedExpression]) throws(RunError) -> MaskKernel {
    let conditions = try conditions(parts)
    return MaskKernel { (block) throws(RunError) in
      var current = try conditions[0].mask.run(block)
      for condition in conditions.dropFirst() {
        let left = current.ones
        if left == 0 { return current }
        current = try condition.run(block, open: current, count: left)
      }
      return current
    }
  }

  func any(of parts: [TypedExpression]) throws(RunError) -> MaskKernel {
    let conditions = try conditions(parts)
    return MaskKernel { (block) throws(RunError) in
      var current = try conditions[0].mask.run(block)
      for condition in conditions.dropFirst() {
        let open = block.count - current.ones
        if open == 0 { return current }
        current = current.union(
          try condition.run(block, open: current.inverted, count: open))
      }
      return current
    }
  }

  func conditions(_ parts: [TypedExpression]) throws(RunError) -> [Condition] {
    guard !parts.isEmpty else { throw .misbuiltPlan("no conditions") }
    var conditions: [Condition] = []
    for part in parts {
      conditions.append(Condition(mask: try mask(for: part), isLight: isLight(part)))
    }
    return conditions
  }

  func missingness(
    _ operand: TypedExpression, isMissing: Bool
  ) throws(RunError) -> MaskKernel {
    let value = try kernel(for: operand)
    return MaskKernel { (block) throws(RunError) in
      let missing = try value.run(block).missingMask
      return isMissing ? missing : missing.inverted
    }
  }

  /// `else` where the condition is not true.
  func conditional(
    _ condition: TypedExpression, _ then: TypedExpression, _ otherwise: TypedExpression,
    _ type: ValueType
  ) throws(RunError) -> Kernel {
    let condition = try mask(for: condition)
    let first = try kernel(for: then)
    let second = try kernel(for: otherwise)
    return Kernel { (block) throws(RunError) in
      let mask = try condition.run(block)
      let count = mask.ones
      if count == block.count { return try first.run(block) }
      if count == 0 { return try second.run(block) }
      let yes = try first.run(block.subset(mask.positionsOfOnes()))
      let no = try second.run(block.subset(mask.inverted.positionsOfOnes()))
      return try Column.merged(mask, yes, no, type: type)
    }
  }

  func coalesce(
    _ a: TypedExpression, _ b: TypedExpression, _ type: ValueType
  ) throws(RunError) -> Kernel {
    let first = try kernel(for: a)
    let second = try kernel(for: b)
    return Kernel { (block) throws(RunError) in
      let column = try first.run(block)
      let mask = column.missingMask
      let missing = mask.ones
      if missing == 0 { return column }
      if missing == block.count { return try second.run(block) }
      let known = mask.inverted
      let replacement = try second.run(block.subset(mask.positionsOfOnes()))
      let kept = column.gather(rows: known.positionsOfOnes())
      return try Column.merged(known, kept, replacement, type: type)
    }
  }
}

extension Column {
  /// For each row the next of `yes` where the mask is set, else the next of `no`.
  static func merged(
    _ mask: Buffer<UInt8>, _ yes: Column, _ no: Column, type: ValueType
  ) throws(RunError) -> Column {
    let both = try Column.joined([yes, no], type: type)
    var nextYes: Int32 = 0
    var nextNo = Int32(truncatingIfNeeded: yes.count)
    let order = Buffer<Int32>.filled(mask.count) { row in
      let isYes = Int32(mask[row])
      let place = isYes == 1 ? nextYes : nextNo
      nextYes &+= isYes
      nextNo &+= 1 - isYes
      return place
    }
    return both.gather(rows: order)
  }
}
