import HearthData
import HearthPlan

/// An element that has its missing value among its own.
protocol InBand: BitwiseCopyable, Sendable, Comparable {
  var isKnown: Bool { get }
  /// Equal, or both missing.
  static func areSame(_ a: Self, _ b: Self) -> Bool
}

extension InBand {
  @inline(__always) static func areSame(_ a: Self, _ b: Self) -> Bool { a == b }
}

extension Int64: InBand {
  @inline(__always) var isKnown: Bool { self != MissingValue.int64 }
}

extension Int32: InBand {
  @inline(__always) var isKnown: Bool { self != MissingValue.days }
}

extension UInt8: InBand {
  @inline(__always) var isKnown: Bool { self < MissingValue.bool }
}

extension UInt64: InBand {
  @inline(__always) var isKnown: Bool { self != 0 }
}

extension Double: InBand {
  @inline(__always) var isKnown: Bool { self == self }

  @inline(__always) static func areSame(_ a: Double, _ b: Double) -> Bool {
    a == b || (a.isNaN && b.isNaN)
  }
}

/// What a kernel reads one side from: an array, or the same value for every row.
protocol Lane {
  associatedtype Element: BitwiseCopyable & Sendable
  subscript(index: Int) -> Element { get }
}

extension Buffer: Lane {}

struct ConstantLane<Element: BitwiseCopyable & Sendable>: Lane {
  let value: Element
  @inline(__always) subscript(index: Int) -> Element { value }
}

/// One side of an operation: a kernel and the array of its column, or a constant.
struct Operand<Element: BitwiseCopyable & Sendable>: Sendable {
  let kernel: Kernel
  let constant: Element?
  let extract: @Sendable (Column) throws(RunError) -> Buffer<Element>

  @inline(__always)
  func values(_ block: Block) throws(RunError) -> Buffer<Element> {
    try extract(try kernel.run(block))
  }
}

extension Compiler {
  func operand<Element: BitwiseCopyable & Sendable>(
    _ expression: TypedExpression,
    _ extract: @escaping @Sendable (Column) throws(RunError) -> Buffer<Element>
  ) throws(RunError) -> Operand<Element> {
    var constant: Element?
    if let value = expression.literal {
      constant = try extract(try scope.constant(value, expression.type))[0]
    }
    return Operand(kernel: try kernel(for: expression), constant: constant, extract: extract)
  }

  func integers(_ expression: TypedExpression) throws(RunError) -> Operand<Int64> {
    try operand(expression) { (column) throws(RunError) in try column.integers() }
  }

  func numbers(_ expression: TypedExpression) throws(RunError) -> Operand<Double> {
    try operand(expression) { (column) throws(RunError) in try column.numbers() }
  }

  func days(_ expression: TypedExpression) throws(RunError) -> Operand<Int32> {
    try operand(expression) { (column) throws(RunError) in try column.days() }
  }
}
