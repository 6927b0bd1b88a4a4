import HearthData
import HearthPlan
import HearthText

@testable import HearthEngine

/// Evaluates expressions without any entity: literals and slots.
struct Bench {
  let fixture = Fixture(rowCount: 1, childCount: 0)
  let run: RunState

  init(language: Language = .english) { run = fixture.run(language: language) }

  func column(_ expression: TypedExpression, _ columns: Column...) throws -> Column {
    var slots: [SlotID: Column] = [:]
    for (index, column) in columns.enumerated() { slots[SlotID(index)] = column }
    let context = EvaluationContext(
      run: run, entity: nil, rows: .range(0..<(columns.first?.count ?? 1)), slots: slots)
    return try evaluate(expression, in: context)
  }

  func values(_ expression: TypedExpression, _ columns: Column...) throws -> [Value] {
    var slots: [SlotID: Column] = [:]
    for (index, column) in columns.enumerated() { slots[SlotID(index)] = column }
    let context = EvaluationContext(
      run: run, entity: nil, rows: .range(0..<(columns.first?.count ?? 1)), slots: slots)
    let result = try evaluate(expression, in: context)
    return (0..<result.count).map { result.value(at: $0) }
  }

  func call(
    _ function: ScalarFunction, _ type: ValueType, _ columns: Column..., with literals: [Value] = []
  ) throws -> [Value] {
    var slots: [SlotID: Column] = [:]
    var arguments: [TypedExpression] = []
    for (index, column) in columns.enumerated() {
      slots[SlotID(index)] = column
      arguments.append(TypedExpression(.slot(SlotID(index)), column.type))
    }
    for literal in literals { arguments.append(TypedExpression(.literal(literal), literal.type)) }
    let context = EvaluationContext(
      run: run, entity: nil, rows: .range(0..<columns[0].count), slots: slots)
    let result = try evaluate(TypedExpression(.call(function, arguments), type), in: context)
    return (0..<result.count).map { result.value(at: $0) }
  }
}

extension Value {
  /// The type of a literal, as far as tests need it.
  var type: ValueType {
    switch self {
    case .missing, .row, .category, .tags, .list: .missing
    case .text: .text
    case .int: .int
    case .number: .number
    case .decimal(let decimal): .decimal(scale: decimal.scale)
    case .bool: .bool
    case .date: .date
    case .dateTime: .dateTime
    case .period: .period
    }
  }
}

func slot(_ index: Int, _ type: ValueType) -> TypedExpression {
  TypedExpression(.slot(SlotID(index)), type)
}
