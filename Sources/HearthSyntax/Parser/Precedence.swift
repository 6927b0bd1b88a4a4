/// How tightly operators bind; the one table that the parser and the printer share.
enum Precedence: Int, Comparable {
  /// Where anything may stand, `if` included.
  case lowest
  case or, and, not, comparison, range, coalesce, additive, multiplicative, unary, power
  case primary

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

  /// The next tighter level: the right operand of an operator that groups to the left.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }
}

extension BinaryOperator {
  var precedence: Precedence {
    switch self {
    case .or: .or
    case .and: .and
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains,
      .startsWith, .endsWith, .like, .matches:
      .comparison
    case .coalesce: .coalesce
    case .add, .subtract: .additive
    case .multiply, .divide, .quotient, .remainder: .multiplicative
    case .power: .power
    }
  }

  /// The keyword that writes it, for those that are words.
  var keyword: Keyword? {
    switch self {
    case .or: .or
    case .and: .and
    case .contains: .contains
    case .startsWith: .startsWith
    case .endsWith: .endsWith
    case .like: .like
    case .matches: .matches
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .coalesce, .add,
      .subtract, .multiply, .divide, .quotient, .remainder, .power:
      nil
    }
  }

  static let bySymbol: [Symbol: BinaryOperator] = [
    .equal: .equal, .notEqual: .notEqual, .less: .less, .lessOrEqual: .lessOrEqual,
    .greater: .greater, .greaterOrEqual: .greaterOrEqual, .coalesce: .coalesce, .plus: .add,
    .minus: .subtract, .star: .multiply, .slash: .divide, .doubleSlash: .quotient,
    .percent: .remainder, .caret: .power,
  ]

  /// Signs may be written in words as well; the printer writes the signs.
  static let byKeyword: [Keyword: BinaryOperator] = {
    var result: [Keyword: BinaryOperator] = [
      .equals: .equal, .differs: .notEqual, .greaterThan: .greater, .lessThan: .less,
      .noLessThan: .greaterOrEqual, .noMoreThan: .lessOrEqual,
    ]
    for operation in BinaryOperator.allCases {
      if let keyword = operation.keyword { result[keyword] = operation }
    }
    return result
  }()
}
