import HearthData
import HearthPlan

@testable import HearthEngine

/// Makes typed expressions over the rows of the fixture, of every kind, by chance.
struct ExpressionMaker {
  let fixture: Fixture
  var random: Generator
  /// Slots of the context, by type.
  var slots: [(SlotID, ValueType)] = []
  /// Inside a link: fields of the children, and the row outside.
  var isInside = false

  static let kind = ValueType.category(.fixed(Fixture.kinds))

  init(_ fixture: Fixture, seed: UInt64) {
    self.fixture = fixture
    random = Generator(seed: seed)
  }

  mutating func expression(_ type: ValueType, depth: Int) -> TypedExpression {
    if depth <= 0 { return leaf(type) }
    if random.int(0...9) == 0 { return wrapped(type, depth: depth) }
    switch type {
    case .bool: return truth(depth)
    case .int: return integer(depth)
    case .number: return number(depth)
    case .decimal: return decimal(depth)
    case .text: return text(depth)
    case .date: return date(depth)
    case .period: return period(depth)
    default: return leaf(type)
    }
  }

  // MARK: Leaves

  private mutating func leaf(_ type: ValueType) -> TypedExpression {
    let fitting = slots.filter { $0.1 == type }
    if !fitting.isEmpty, random.int(0...3) == 0 {
      return TypedExpression(.slot(fitting[random.int(0...fitting.count - 1)].0), type)
    }
    if random.int(0...3) == 0 { return TypedExpression(.literal(literal(type)), type) }
    let entity = isInside ? Fixture.children : Fixture.rows
    let fields = fixture.schema[entity].fields.indices.filter {
      fixture.schema[entity].fields[$0].type == type
    }
    guard !fields.isEmpty else { return TypedExpression(.literal(literal(type)), type) }
    let id = FieldID(entity, fields[random.int(0...fields.count - 1)])
    return TypedExpression(.field(id), type)
  }

  mutating func literal(_ type: ValueType) -> Value {
    if random.int(0...5) == 0 { return .missing }
    switch type {
    case .int: return .int(Int64(random.int(-5...5)))
    case .number: return .number(random.number())
    case .decimal(let scale):
      return .decimal(Decimal(unscaled: Int64(random.int(-900...900)), scale: scale))
    case .bool: return .bool(random.int(0...1) == 1)
    case .text: return .text(random.text())
    case .date: return .date(random.day())
    case .dateTime: return .dateTime(Int64(random.int(1_700_000_000...1_760_000_000)))
    case .category: return .category(random.int(0...3))
    case .tags: return .tags(UInt64(random.int(1...7)))
    case .period:
      return .period(Period(Period.Unit.allCases[random.int(0...5)], containing: random.day()))
    case .link(let entity, _):
      return .row(entity, Int32(random.int(0...8)))
    case .list, .missing: return .missing
    }
  }

  /// `if`, `??`, a link followed, the row outside.
  private mutating func wrapped(_ type: ValueType, depth: Int) -> TypedExpression {
    switch random.int(0...2) {
    case 0:
      return TypedExpression(
        .conditional(
          expression(.bool, depth: depth - 1), then: expression(type, depth: depth - 1),
          otherwise: expression(type, depth: depth - 1)), type)
    case 1:
      return TypedExpression(
        .coalesce(expression(type, depth: depth - 1), expression(type, depth: depth - 1)), type)
    default:
      guard isInside else { return leaf(type) }
      isInside = false
      let kept = slots
      slots = []
      defer {
        isInside = true
        slots = kept
      }
      let inner = expression(type, depth: depth - 1)
      return TypedExpression(
        random.int(0...1) == 0 ? .outer(inner) : .follow(.link(Fixture.childToRow), inner), type)
    }
  }

  // MARK: Types

  private static let ordered: [ValueType] = [
    .int, .number, .decimal(scale: 2), .bool, .text, .date, .dateTime, kind, .period,
    .link(Fixture.parents, .key),
  ]

  private mutating func truth(_ depth: Int) -> TypedExpression {
    switch random.int(0...9) {
    case 0: return TypedExpression(.not(expression(.bool, depth: depth - 1)), .bool)
    case 1: return TypedExpression(.and(conditions(depth)), .bool)
    case 2: return TypedExpression(.or(conditions(depth)), .bool)
    case 3, 4:
      let type = Self.ordered[random.int(0...Self.ordered.count - 1)]
      return TypedExpression(
        .compare(
          comparison(), expression(type, depth: depth - 1), expression(type, depth: depth - 1)),
        .bool)
    case 5:
      let type = Self.ordered[random.int(0...Self.ordered.count - 1)]
      let operand = expression(type, depth: depth - 1)
      return TypedExpression(
        random.int(0...1) == 0 ? .isMissing(operand) : .isKnown(operand), .bool)
    case 6:
      let type = Self.ordered[random.int(0...Self.ordered.count - 1)]
      let values = (0..<random.int(1...12)).map { _ in literal(type) }
      return TypedExpression(.isOneOf(expression(type, depth: depth - 1), values), .bool)
    case 7:
      return TypedExpression(
        .inPeriod(
          random.int(0...3) == 0 ? leaf(.dateTime) : expression(.date, depth: depth - 1),
          period: expression(.period, depth: depth - 1)), .bool)
    case 8:
      let match: [TextMatch] = [.contains, .startsWith, .endsWith, .like]
      let pattern =
        random.int(0...2) == 0
        ? expression(.text, depth: 0)
        : TypedExpression(
          .literal(
            .text(["a", "张", "*a*", "?", "*三", "b*", "Ａ", "", "1 ", "é"][random.int(0...9)])),
          .text)
      return TypedExpression(
        .textMatch(match[random.int(0...3)], expression(.text, depth: depth - 1), pattern), .bool)
    default:
      guard !isInside else { return leaf(.bool) }
      return TypedExpression(
        .hasTags(
          fixture.row("g"), random.int(0...1) == 0 ? .any : .all, mask: UInt64(random.int(1...7))),
        .bool)
    }
  }

  private mutating func conditions(_ depth: Int) -> [TypedExpression] {
    (0..<random.int(2...3)).map { _ in expression(.bool, depth: depth - 1) }
  }

  private mutating func comparison() -> Comparison {
    [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual][random.int(0...5)]
  }

  private mutating func integer(_ depth: Int) -> TypedExpression {
    switch random.int(0...7) {
    case 0: return TypedExpression(.negate(expression(.int, depth: depth - 1)), .int)
    case 1, 2, 3:
      let operations: [Arithmetic] = [.add, .subtract, .multiply, .quotient, .remainder]
      return binary(operations[random.int(0...4)], .int, depth)
    case 4:
      return TypedExpression(.call(.length, [expression(.text, depth: depth - 1)]), .int)
    case 5:
      let function: ScalarFunction = random.int(0...1) == 0 ? .year : .day
      return TypedExpression(.call(function, [expression(.date, depth: depth - 1)]), .int)
    case 6:
      let units: [ShiftUnit] = [.day, .week, .month, .quarter, .half, .year]
      let type: ValueType = random.int(0...3) == 0 ? .dateTime : .date
      return TypedExpression(
        .difference(
          units[random.int(0...5)], from: expression(type, depth: depth - 1),
          to: expression(type, depth: depth - 1)), .int)
    default: return extreme(.int, depth)
    }
  }

  private mutating func binary(
    _ operation: Arithmetic, _ type: ValueType, _ depth: Int
  ) -> TypedExpression {
    TypedExpression(
      .arithmetic(
        operation, expression(type, depth: depth - 1), expression(type, depth: depth - 1)), type)
  }

  private mutating func extreme(_ type: ValueType, _ depth: Int) -> TypedExpression {
    TypedExpression(
      .call(
        random.int(0...1) == 0 ? .min : .max,
        [expression(type, depth: depth - 1), expression(type, depth: depth - 1)]), type)
  }

  private mutating func number(_ depth: Int) -> TypedExpression {
    switch random.int(0...6) {
    case 0: return TypedExpression(.negate(expression(.number, depth: depth - 1)), .number)
    case 1, 2:
      let operations: [Arithmetic] = [
        .add, .subtract, .multiply, .divide, .quotient, .remainder, .power,
      ]
      return binary(operations[random.int(0...6)], .number, depth)
    case 3: return TypedExpression(.convert(expression(.int, depth: depth - 1)), .number)
    case 4:
      return TypedExpression(.convert(expression(.decimal(scale: 2), depth: depth - 1)), .number)
    case 5:
      let functions: [ScalarFunction] = [
        .abs, .sqrt, .ln, .log10, .sin, .cos, .floor, .ceil, .atan,
      ]
      return TypedExpression(
        .call(functions[random.int(0...8)], [expression(.number, depth: depth - 1)]), .number)
    default: return extreme(.number, depth)
    }
  }

  private mutating func decimal(_ depth: Int) -> TypedExpression {
    let type = ValueType.decimal(scale: 2)
    switch random.int(0...4) {
    case 0: return TypedExpression(.negate(expression(type, depth: depth - 1)), type)
    case 1, 2: return binary(random.int(0...1) == 0 ? .add : .subtract, type, depth)
    case 3:
      return TypedExpression(
        .arithmetic(
          .multiply, expression(type, depth: depth - 1), expression(.int, depth: depth - 1)), type)
    default: return TypedExpression(.convert(expression(.int, depth: depth - 1)), type)
    }
  }

  private mutating func text(_ depth: Int) -> TypedExpression {
    let inner = expression(.text, depth: depth - 1)
    switch random.int(0...5) {
    case 0: return TypedExpression(.join(inner, expression(.text, depth: depth - 1)), .text)
    case 1:
      let functions: [ScalarFunction] = [.lower, .upper, .trim, .trimStart, .trimEnd, .mask]
      return TypedExpression(.call(functions[random.int(0...5)], [inner]), .text)
    case 2:
      let bounds = (0..<random.int(1...2)).map { _ in expression(.int, depth: 0) }
      return TypedExpression(.call(.substring, [inner] + bounds), .text)
    case 3:
      return TypedExpression(
        .call(.replace, [inner, expression(.text, depth: 0), expression(.text, depth: 0)]), .text)
    case 4:
      return TypedExpression(
        .convert(isInside ? fixture.child("k") : fixture.row(["k", "o", "l"][random.int(0...2)])),
        .text)
    default: return extreme(.text, depth)
    }
  }

  private mutating func date(_ depth: Int) -> TypedExpression {
    switch random.int(0...3) {
    case 0:
      let units: [ShiftUnit] = [.day, .week, .month, .quarter, .half, .year]
      return TypedExpression(
        .shift(
          expression(.date, depth: depth - 1), amount: expression(.int, depth: 0),
          units[random.int(0...5)]), .date)
    case 1:
      return TypedExpression(
        .boundary(isStart: random.int(0...1) == 0, expression(.period, depth: depth - 1)), .date)
    default: return extreme(.date, depth)
    }
  }

  private mutating func period(_ depth: Int) -> TypedExpression {
    if random.int(0...2) == 0 {
      return TypedExpression(
        .makePeriod(
          first: expression(.date, depth: depth - 1), last: expression(.date, depth: depth - 1)),
        .period)
    }
    let functions: [ScalarFunction] = [.month, .quarter, .half, .week]
    return TypedExpression(
      .call(functions[random.int(0...3)], [expression(.date, depth: depth - 1)]), .period)
  }
}
