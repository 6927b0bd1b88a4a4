import HearthData
import HearthSyntax
import HearthText

extension Binder {
  mutating func reportWindowOutOfPlace(_ names: Bilingual, _ span: Span) {
    report(
      .aggregateOutOfPlace, span,
      Bilingual(
        "`\(names.english)` belongs in `add`, where rows have an order and groups",
        "“\(names.chinese)”只能用在“添加”里，那里的行有先后和分组"),
      hint: Bilingual(
        "like `add n = row_number per street sort date`", "例如“添加 次序 = 行号 每组 街道 排序 日期”"))
  }

  /// `row_number`, `lag(x, n)`, `lead(x, n)`.
  mutating func bindWindow(
    _ function: WindowFunction, _ call: Expression.Call, _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    let names = FunctionTable.windows.first { $0.function == function }!.names
    guard var current = collector, current.kind == .window else {
      reportWindowOutOfPlace(names, call.function.span)
      return nil
    }
    if function == .rowNumber && call.arguments.isEmpty {
      let expression = TypedExpression(.result(current.add(.rowNumber)), .int)
      collector = current
      return expression
    }
    guard function != .rowNumber, (1...2).contains(call.arguments.count), call.filter == nil
    else {
      report(
        .argumentCount, call.function.span,
        Bilingual(
          "`\(names.english)` does not take \(call.arguments.count) arguments",
          "“\(names.chinese)”不能有 \(call.arguments.count) 个参数"),
        hint: Bilingual(
          "write `row_number`, `lag(x, 1)` or `lead(x, 1)`",
          "请写“行号”“上一行(x, 1)”或“下一行(x, 1)”"))
      return nil
    }
    collector = nil
    let value = bind(call.arguments[0], in: scope)
    collector = current
    guard let value, let distance = distance(call, in: scope) else { return nil }
    let signed = function == .lag ? distance : -distance
    let index = current.add(.neighbour(value, distance: signed))
    collector = current
    return TypedExpression(.result(index), value.type)
  }

  private mutating func distance(_ call: Expression.Call, in scope: Scope) -> Int64? {
    guard call.arguments.count == 2 else { return 1 }
    guard let bound = bind(call.arguments[1], in: scope) else { return nil }
    if case .int(let count)? = bound.constant, count >= 0 { return count }
    report(
      .notConstant, call.arguments[1].span,
      Bilingual("how many rows: a whole number written out", "隔几行：须直接写出整数"))
    return nil
  }

  /// `running sum(x)`: from the group's first row to this one.
  mutating func bindRunning(
    _ inner: Expression, _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    guard var current = collector, current.kind == .window else {
      reportWindowOutOfPlace(Bilingual("running", "累计"), span)
      return nil
    }
    let isAggregate: Bool
    switch inner.unwrapped.kind {
    case .call(let call):
      isAggregate = FunctionTable.meaning(of: call.function.text)?.aggregate != nil
    case .name(let name): isAggregate = bareFunctionKind(name.text)?.aggregate != nil
    case .integer, .decimal, .text, .bool, .missing, .date, .dateTime, .period, .phrase, .path,
      .running, .parenthesized, .negate, .not, .binary, .missingness, .membership, .between, .tags,
      .range, .conditional, .duration, .difference, .boundary, .invalid:
      isAggregate = false
    }
    guard isAggregate else {
      report(
        .badArgument, inner.span,
        Bilingual("`running` takes an aggregate: `running sum(x)`", "“累计”后面须是聚合函数：“累计 合计(x)”"))
      return nil
    }
    current.isRunning = true
    collector = current
    let result: TypedExpression?
    if let name = inner.unwrapped.bareWord {
      // After `running` a bare `count` is the aggregate, even if a column has that name.
      result = bareFunction(name)?.expression
    } else {
      result = bind(inner, in: scope)
    }
    collector?.isRunning = false
    return result
  }
}
