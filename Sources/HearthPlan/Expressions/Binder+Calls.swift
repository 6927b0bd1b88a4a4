import HearthData
import HearthSyntax
import HearthText

extension Binder {
  mutating func bindCall(
    _ call: Expression.Call, _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    if let index = definedFunction(call.function.text, in: scope) {
      return bindDefined(index, call, in: scope)
    }
    guard let meaning = FunctionTable.meaning(of: call.function.text) else {
      reportUnknownFunction(call, in: scope)
      return nil
    }
    spell(call.function.span, meaning.names)
    if let window = meaning.window { return bindWindow(window, call, span, in: scope) }
    if let scalar = meaning.scalar, meaning.aggregate == nil || call.arguments.count > 1 {
      return bindScalar(FunctionTable.row(scalar), call, span, in: scope)
    }
    guard let aggregate = meaning.aggregate else { return nil }
    return bindAggregate(aggregate, call, span, in: scope)
  }

  private func definedFunction(_ name: String, in scope: Scope) -> Int? {
    for owner in [scope.entity, nil] {
      if let index = catalog.definition(named: name, of: owner),
        !catalog.definitions[index].tree.parameters.isEmpty
      {
        return index
      }
    }
    return nil
  }

  private mutating func reportUnknownFunction(_ call: Expression.Call, in scope: Scope) {
    if host.isBroken(call.function.text) { return }
    let functions = catalog.definitions.filter { !$0.tree.parameters.isEmpty }.map(\.name)
    let candidates = (FunctionTable.allNames + functions).flatMap { [$0.english, $0.chinese] }
    report(
      .unknownFunction, call.function.span,
      Bilingual(
        "there is no function called `\(call.function.text)`",
        "没有名为“\(call.function.text)”的函数"), word: call.function.text,
      candidates: candidates)
  }

  // MARK: Functions of one row

  private mutating func bindScalar(
    _ row: ScalarRow, _ call: Expression.Call, _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    guard call.filter == nil, !call.isDistinct else {
      report(
        .badArgument, span,
        Bilingual(
          "`\(row.names.english)` looks at one row; it takes neither `where` nor `distinct`",
          "“\(row.names.chinese)”只看一行，不能带“其中”或“不同”"))
      return nil
    }
    guard hasRightCount(row, call) else { return nil }
    var arguments: [TypedExpression] = []
    var failed = false
    for (index, argument) in call.arguments.enumerated() {
      let parameter = row.parameters[min(index, row.parameters.count - 1)]
      let bound: TypedExpression?
      if parameter.accepts == .alike, let first = arguments.first {
        bound = bindOperand(argument, against: first, in: scope)?.expression
      } else {
        bound = bind(argument, in: scope)
      }
      if let bound, let fitted = fit(bound, parameter, row, argument.span) {
        arguments.append(fitted)
      } else {
        failed = true
      }
    }
    if failed { return nil }
    return make(row, arguments, span)
  }

  private mutating func hasRightCount(_ row: ScalarRow, _ call: Expression.Call) -> Bool {
    let (least, most) = row.argumentCounts
    let count = call.arguments.count
    if count >= least && count <= most ?? .max { return true }
    let signature = Bilingual(
      FunctionTable.signature(row, in: .english), FunctionTable.signature(row, in: .chinese))
    report(
      .argumentCount, call.function.span,
      Bilingual(
        "`\(row.names.english)` does not take \(count) arguments",
        "“\(row.names.chinese)”不能有 \(count) 个参数"),
      hint: Bilingual("write `\(signature.english)`", "请写“\(signature.chinese)”"))
    return false
  }

  /// The argument as the parameter wants it.
  private mutating func fit(
    _ argument: TypedExpression, _ parameter: ScalarParameter, _ row: ScalarRow, _ span: Span
  ) -> TypedExpression? {
    let type = argument.type
    switch parameter.accepts {
    case .anything, .alike:
      return argument
    case .number: if type.isNumeric { return argument }
    case .real: if type.isNumeric { return converted(argument, to: .number) }
    case .whole: if type == .int { return argument }
    case .text: if type.isTextual { return converted(argument, to: .text) }
    case .moment:
      if type.isMoment { return argument }
      if type == .period { return edge(true, of: argument) }
    case .constantNumber: if type.isNumeric, argument.constant != nil { return argument }
    case .constantText: if case .text? = argument.constant { return argument }
    }
    if type == .missing { return converted(argument, to: parameter.accepts.type) }
    let (wanted, found) = (parameter.accepts.description, Message.type(type, schema))
    report(
      .badArgument, span,
      Bilingual(
        "`\(row.names.english)` needs \(wanted.english) here; this is \(found.english)",
        "“\(row.names.chinese)”在此需要\(wanted.chinese)，而这是\(found.chinese)"))
    return nil
  }

  private mutating func make(
    _ row: ScalarRow, _ arguments: [TypedExpression], _ span: Span
  ) -> TypedExpression? {
    var arguments = arguments
    let type: ValueType
    switch row.result {
    case .fixed(let fixed): type = fixed
    case .first: type = arguments[0].type
    case .alike:
      guard let common = commonType(of: arguments, span) else { return nil }
      arguments = arguments.map { converted($0, to: common) }
      type = common
    case .rounded: type = roundedType(arguments)
    case .wholeNumber:
      if case .decimal = arguments[0].type {
        type = .decimal(scale: 0)
      } else {
        type = arguments[0].type
      }
    case .weekday: type = .category(.fixed(FunctionTable.weekdays))
    case .bands: return bands(arguments, span)
    }
    if row.function == .period {
      return period(from: dayOf(arguments[0]), to: dayOf(arguments[1]))
    }
    return TypedExpression(.call(row.function, arguments), type)
  }

  private mutating func commonType(
    of arguments: [TypedExpression], _ span: Span
  ) -> ValueType? {
    var type = arguments[0].type
    for argument in arguments.dropFirst() {
      guard let common = commonType(type, argument.type) else {
        reportMismatch(.badArgument, span, type, argument.type)
        return nil
      }
      type = common
    }
    guard type.isOrdered else {
      let what = Message.type(type, schema)
      report(
        .badArgument, span, Bilingual("\(what.english) has no order", "\(what.chinese)没有大小之分"))
      return nil
    }
    return type
  }

  private func roundedType(_ arguments: [TypedExpression]) -> ValueType {
    guard case .decimal(let scale) = arguments[0].type else { return arguments[0].type }
    guard arguments.count > 1 else { return .decimal(scale: 0) }
    guard case .int(let places)? = arguments[1].constant else { return .decimal(scale: scale) }
    return .decimal(scale: Int(max(0, min(Int64(scale), places))))
  }
}

extension ScalarParameter.Accepts {
  var description: Bilingual {
    switch self {
    case .number, .real: Bilingual("a number", "数")
    case .whole: Bilingual("a whole number", "整数")
    case .text: Bilingual("a text", "文本")
    case .moment: Bilingual("a date", "日期")
    case .anything, .alike: Bilingual("a value", "值")
    case .constantNumber: Bilingual("a number written out", "直接写出的数")
    case .constantText: Bilingual("a text written out", "直接写出的文本")
    }
  }

  var type: ValueType {
    switch self {
    case .number, .real, .constantNumber: .number
    case .whole: .int
    case .text, .constantText: .text
    case .moment: .date
    case .anything, .alike: .missing
    }
  }
}
