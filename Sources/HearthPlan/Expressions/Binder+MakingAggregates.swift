import HearthData
import HearthSyntax
import HearthText

/// An aggregate as written: one of the plan's, or a fraction of two.
struct MadeAggregate {
  var parts: [Aggregate]

  init(_ aggregate: Aggregate) { parts = [aggregate] }

  /// How many rows of all these rows: missing when there are none.
  init(share part: Aggregate, of whole: Aggregate) { parts = [part, whole] }

  /// The expression over the parts' results.
  func combined(_ results: [TypedExpression]) -> TypedExpression {
    results.count == 2 ? .fraction(results[0], of: results[1]) : results[0]
  }
}

extension Binder {
  /// The aggregate over rows whose names are in `rows`. `alias` is set over a link: the argument is
  /// then the rows themselves or a path from them.
  mutating func makeAggregate(
    _ row: AggregateRow, _ call: Expression.Call, alias: [String]?, _ span: Span,
    in rows: Scope, order: [PlannedSortKey]
  ) -> MadeAggregate? {
    var filter: TypedExpression?
    if let condition = call.filter {
      guard let bound = bindCondition(condition, in: rows) else {
        if let argument = call.arguments.first, !isRows(argument, alias) {
          _ = bind(argument, in: rows)
        }
        return nil
      }
      filter = bound
    }
    let isWhole = call.arguments.first.map { isRows($0, alias) } ?? true
    guard hasRightCount(row, call, isWhole: isWhole, alias: alias) else { return nil }
    if row.argument == .condition {
      let condition = isWhole ? nil : bindCondition(call.arguments[0], in: rows)
      if !isWhole && condition == nil { return nil }
      return conditional(row, condition, filter, order)
    }
    return valued(row, call, isWhole: isWhole, filter, span, in: rows, order: order)
  }

  private func isRows(_ argument: Expression, _ alias: [String]?) -> Bool {
    alias != nil && argument.pathNames?.map(\.text) == alias
  }

  private mutating func hasRightCount(
    _ row: AggregateRow, _ call: Expression.Call, isWhole: Bool, alias: [String]?
  ) -> Bool {
    let most = row.function == .percentile || row.function == .concat ? 2 : 1
    let needsOne = row.function != .count && row.argument != .condition
    let least = row.function == .percentile ? 2 : needsOne ? 1 : 0
    let needsCondition =
      row.argument == .condition && call.arguments.isEmpty && call.filter == nil
    if (least...most).contains(call.arguments.count) && !needsCondition { return true }
    report(
      .argumentCount, call.function.span,
      Bilingual(
        "`\(row.names.english)` does not take \(call.arguments.count) arguments",
        "“\(row.names.chinese)”不能有 \(call.arguments.count) 个参数"),
      hint: Bilingual("like `\(row.example.english)`", "例如“\(row.example.chinese)”"))
    return false
  }

  /// `any`, `all`, `no`, `share`, `longest_run`: only a condition counts.
  private func conditional(
    _ row: AggregateRow, _ condition: TypedExpression?, _ filter: TypedExpression?,
    _ order: [PlannedSortKey]
  ) -> MadeAggregate? {
    let both = [filter, condition].compactMap { $0 }
    let joined = both.isEmpty ? nil : TypedExpression.conjunction(both)
    switch row.function {
    case .any, .no:
      return MadeAggregate(Aggregate(row.function, filter: joined, type: .bool))
    case .all:
      guard let condition, let filter else {
        return MadeAggregate(Aggregate(.all, filter: joined, type: .bool))
      }
      // All of those with the one have the other: none has the one and not the other.
      let exception = TypedExpression.conjunction([
        filter, TypedExpression(.not(condition), .bool),
      ])
      return MadeAggregate(Aggregate(.no, filter: exception, type: .bool))
    case .share:
      guard condition != nil, let filter else {
        return MadeAggregate(Aggregate(.share, filter: joined, type: .number))
      }
      return MadeAggregate(
        share: Aggregate(.count, filter: joined, type: .int),
        of: Aggregate(.count, filter: filter, type: .int))
    case .longestRun:
      // Rows that the filter leaves out neither lengthen a run nor end it.
      return MadeAggregate(
        Aggregate(
          .longestRun, argument: condition ?? filter, filter: condition == nil ? nil : filter,
          order: order, type: .int))
    case .count, .sum, .avg, .min, .max, .median, .percentile, .stddev, .first, .last, .list,
      .concat:
      return nil
    }
  }

  private mutating func valued(
    _ row: AggregateRow, _ call: Expression.Call, isWhole: Bool, _ filter: TypedExpression?,
    _ span: Span, in rows: Scope, order: [PlannedSortKey]
  ) -> MadeAggregate? {
    if row.function == .count && isWhole {
      return MadeAggregate(Aggregate(.count, filter: filter, type: .int))
    }
    guard var argument = bind(call.arguments[0], in: rows) else { return nil }
    guard let type = resultType(row, argument.type, call.arguments[0].span) else { return nil }
    var option: Value?
    if row.function == .percentile || row.function == .concat {
      guard let found = bindOption(row, call, in: rows) else { return nil }
      option = found
    }
    if row.function == .concat && argument.type != .text {
      argument = converted(argument, to: .text)
    }
    let isOrdered = row.function == .first || row.function == .last
    return MadeAggregate(
      Aggregate(
        row.function, isDistinct: call.isDistinct, argument: argument, filter: filter,
        option: option, order: isOrdered ? order : [], type: type))
  }

  /// nil after an error: the argument does not fit.
  private mutating func resultType(
    _ row: AggregateRow, _ argument: ValueType, _ span: Span
  ) -> ValueType? {
    let fits: Bool
    switch row.argument {
    case .number:
      let isMedianDate = row.function == .median && argument == .date
      fits = argument.isNumeric || argument == .missing || isMedianDate
    case .ordered: fits = argument.isOrdered
    case .optional, .anything, .condition: fits = true
    }
    guard fits else {
      reportArgument(row, argument, span)
      return nil
    }
    switch row.function {
    case .count, .longestRun: return .int
    case .avg, .percentile, .stddev, .share: return .number
    case .sum: return argument == .missing ? .int : argument
    case .min, .max, .first, .last: return argument
    case .median:
      // The mean of the middle two may need one more place.
      if case .decimal(let scale) = argument {
        return .decimal(scale: min(scale + 1, Decimal.maximumScale))
      }
      return argument == .date ? .date : .number
    case .any, .all, .no: return .bool
    case .list: return .list(argument)
    case .concat: return .text
    }
  }

  private mutating func reportArgument(_ row: AggregateRow, _ type: ValueType, _ span: Span) {
    let what = Message.type(type, schema)
    var hint: Bilingual?
    if type == .bool {
      hint = Bilingual("write `count(where …)` or `share(where …)`", "请写“计数(其中 …)”或“占比(其中 …)”")
    } else if case .link = type {
      hint = Bilingual("name one of its fields", "请写出它的某个字段")
    }
    report(
      .badArgument, span,
      Bilingual(
        "`\(row.names.english)` does not fit \(what.english)",
        "“\(row.names.chinese)”不能用于\(what.chinese)"), hint: hint)
  }

  /// The percentile, or the text between the parts.
  private mutating func bindOption(
    _ row: AggregateRow, _ call: Expression.Call, in rows: Scope
  ) -> Value? {
    guard call.arguments.count > 1 else { return .text("、") }
    let second = call.arguments[1]
    guard let bound = bind(second, in: rows) else { return nil }
    if row.function == .concat {
      if case .text(let separator)? = bound.constant { return .text(separator) }
      report(
        .notConstant, second.span,
        Bilingual("a text in quotation marks is needed here", "这里须是加引号的文本"))
      return nil
    }
    if bound.type.isNumeric, case .number(let percent)? = converted(bound, to: .number).constant,
      (0...100).contains(percent)
    {
      return .number(percent)
    }
    report(
      .notConstant, second.span,
      Bilingual("a number from 0 to 100 is needed here", "这里须是 0 到 100 的数"))
    return nil
  }
}
