import HearthData
import HearthPlan
import HearthText

extension Compiler {
  func negate(_ operand: TypedExpression) throws(RunError) -> Kernel {
    let type = operand.type
    if type == .number {
      let value = try numbers(operand)
      return Kernel { (block) throws(RunError) in
        let x = try value.values(block)
        return .numbers(Buffer.filled(x.count) { -x[$0] })
      }
    }
    let value = try integers(operand)
    return Kernel { (block) throws(RunError) in
      let x = try value.values(block)
      // The missing value is its own negative; all others have one.
      return .integers(Buffer.filled(x.count) { 0 &- x[$0] }, type)
    }
  }

  func arithmetic(
    _ operation: Arithmetic, _ a: TypedExpression, _ b: TypedExpression, _ type: ValueType
  ) throws(RunError) -> Kernel {
    switch operation {
    case .divide, .power: return try ofNumbers(operation, a, b)
    case .add, .subtract, .multiply, .quotient, .remainder:
      return type == .number && (a.type == .number || b.type == .number)
        ? try ofNumbers(operation, a, b) : try ofIntegers(operation, a, b, type)
    }
  }

  private func ofNumbers(
    _ operation: Arithmetic, _ a: TypedExpression, _ b: TypedExpression
  ) throws(RunError) -> Kernel {
    let (left, right) = (try numbers(a), try numbers(b))
    let run = scope.run
    return Kernel { (block) throws(RunError) in
      let x = try left.values(block)
      if let constant = right.constant {
        return try numberArithmetic(operation, x, ConstantLane(value: constant), block.count, run)
      }
      return try numberArithmetic(operation, x, try right.values(block), block.count, run)
    }
  }

  private func ofIntegers(
    _ operation: Arithmetic, _ a: TypedExpression, _ b: TypedExpression, _ type: ValueType
  ) throws(RunError) -> Kernel {
    let (left, right) = (try integers(a), try integers(b))
    let work = try IntegerOperation(operation, a.type, b.type, type)
    let run = scope.run
    return Kernel { (block) throws(RunError) in
      let x = try left.values(block)
      let result: Buffer<Int64>
      if let constant = right.constant {
        result = try work.run(x, ConstantLane(value: constant), block.count, run)
      } else {
        result = try work.run(x, try right.values(block), block.count, run)
      }
      return .integers(result, type)
    }
  }
}

extension Column {
  static func integers(_ values: Buffer<Int64>, _ type: ValueType) -> Column {
    Column(type: type, count: values.count, storage: .int64(values))
  }

  static func numbers(_ values: Buffer<Double>) -> Column {
    Column(type: .number, count: values.count, storage: .double(values))
  }
}

/// What a column's kernel met in a block: an overflow, divisions by zero, results that do not exist.
struct Incidents {
  var overflows = false
  var divisionsByZero = 0
  var outsideDomain = 0

  func report(_ operation: Bilingual, to run: RunState) throws(RunError) {
    if overflows { throw .overflow(operation) }
    run.count(.divisionByZero, divisionsByZero)
    run.count(.outsideDomain, outsideDomain)
  }
}

extension Arithmetic {
  var overflowMessage: Bilingual {
    switch self {
    case .add: Bilingual("a sum (+) is too large", "加法（+）的结果超出范围")
    case .subtract: Bilingual("a difference (-) is too large", "减法（-）的结果超出范围")
    case .multiply: Bilingual("a product (*) is too large", "乘法（*）的结果超出范围")
    case .divide: Bilingual("a quotient (/) is too large", "除法（/）的结果超出范围")
    case .quotient: Bilingual("a quotient (//) is too large", "整除（//）的结果超出范围")
    case .remainder: Bilingual("a remainder (%) is too large", "求余（%）的结果超出范围")
    case .power: Bilingual("a power (^) is too large", "乘方（^）的结果超出范围")
    }
  }
}

extension ValueType {
  /// 0 for everything that is no decimal.
  var decimalScale: Int {
    if case .decimal(let scale) = self { scale } else { 0 }
  }
}
