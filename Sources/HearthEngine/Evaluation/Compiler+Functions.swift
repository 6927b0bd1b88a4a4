import HearthData
import HearthPlan
import HearthText

extension Compiler {
  func call(
    _ function: ScalarFunction, _ arguments: [TypedExpression], _ type: ValueType
  ) throws(RunError) -> Kernel {
    if function == .pi { return constantNumber(Double.pi) }
    guard let first = arguments.first else {
      throw .misbuiltPlan("\(function.rawValue) without arguments")
    }
    switch function {
    case .pi: return constantNumber(Double.pi)
    case .abs: return try absolute(first, type)
    case .round: return try round(first, places: arguments.dropFirst().first, type)
    case .floor: return try wholeNumber(first, type, .down)
    case .ceil: return try wholeNumber(first, type, .up)
    case .log where arguments.count > 1: return try logarithm(first, base: arguments[1])
    case .sqrt, .ln, .log10, .log, .exp, .sin, .cos, .tan, .asin, .acos, .atan:
      return try numberFunction(function, first)
    case .min: return try extreme(arguments, type, isLeast: true)
    case .max: return try extreme(arguments, type, isLeast: false)
    case .lower, .upper, .trim, .trimStart, .trimEnd, .pinyin, .initials, .mask:
      return try textFunction(function, first)
    case .length: return try length(first)
    case .substring: return try substring(arguments)
    case .replace: return try replace(arguments)
    case .split: return try split(arguments, type)
    case .day: return try number(of: first) { $0.day }
    case .year: return try number(of: first) { $0.year }
    case .month: return try period(.month, of: first)
    case .quarter: return try period(.quarter, of: first)
    case .half: return try period(.half, of: first)
    case .week: return try period(.week, of: first)
    case .weekday: return try weekday(first, type)
    case .format: return try format(arguments)
    case .period:
      guard arguments.count == 2 else { throw .misbuiltPlan("period of \(arguments.count)") }
      return try makePeriod(first, arguments[1])
    case .band: return try band(arguments, type)
    case .text: return try toText(first)
    case .number: return try toNumber(first)
    case .int: return try toInt(first)
    case .date: return try toDate(first)
    }
  }

  private func constantNumber(_ value: Double) -> Kernel {
    Kernel { (block) in .numbers(Buffer(repeating: value, count: block.count)) }
  }

  /// Of those that are known; of equal values the first.
  private func extreme(
    _ arguments: [TypedExpression], _ type: ValueType, isLeast: Bool
  ) throws(RunError) -> Kernel {
    var kernels: [Kernel] = []
    for argument in arguments { kernels.append(try kernel(for: argument)) }
    let run = scope.run
    return Kernel { [kernels] (block) throws(RunError) in
      var best = try kernels[0].run(block)
      for kernel in kernels.dropFirst() {
        best = try better(best, try kernel.run(block), type, isLeast: isLeast, run)
      }
      return best
    }
  }

  /// How many limits a number reaches: the place of its class.
  private func band(_ arguments: [TypedExpression], _ type: ValueType) throws(RunError) -> Kernel {
    guard let dictionary = try scope.dictionary(of: type), dictionary.count == arguments.count
    else { throw .misbuiltPlan("band as \(type)") }
    var limits: [Double] = []
    for argument in arguments.dropFirst() {
      guard let value = argument.literal else { throw .misbuiltPlan("band by a column") }
      limits.append(try scope.constant(value, argument.type).numbers()[0])
    }
    let value = try numbers(arguments[0])
    return Kernel { [limits] (block) throws(RunError) in
      let x = try value.values(block)
      let codes = Buffer<Int32>.filled(x.count) { row in
        if x[row].isNaN { return 0 }
        var code: Int32 = 1
        for limit in limits { code += x[row] >= limit ? 1 : 0 }
        return code
      }
      return .category(codes, dictionary, type)
    }
  }
}

/// Row by row the lesser or the greater of two columns of one type.
private func better(
  _ a: Column, _ b: Column, _ type: ValueType, isLeast: Bool, _ run: RunState
) throws(RunError) -> Column {
  let count = a.count
  let both = try Column.joined([a, b], type: type)
  let keys = try sortKeys(of: both, run: run)
  let order = Buffer<Int32>.filled(count) { row in
    let (x, y) = (keys[row], keys[row + count])
    // Missing has the greatest key.
    let isFirst = isLeast ? x <= y : y == .max || (x != .max && x >= y)
    return Int32(truncatingIfNeeded: isFirst ? row : row + count)
  }
  return both.gather(rows: order)
}
