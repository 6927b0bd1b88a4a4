import HearthData
import HearthText

extension PlanDescriber {
  /// An expression with the names of its schema; `results` stand for `.result(n)`.
  func describe(_ expression: TypedExpression, results: [String] = []) -> String {
    func inner(_ part: TypedExpression) -> String { bracketed(part, results) }
    switch expression.kind {
    case .literal(let value): return text(value, expression.type)
    case .slot(let slot): return name(slot)
    case .field(let id): return schema[id].name[language]
    case .row: return say("row", "本行")
    case .definition(let id): return definitions[id.index].name[language]
    case .follow(let hop, let part): return describe(hop, part, results)
    case .outer(let part): return say("outer.", "外层.") + inner(part)
    case .linked(let linked): return describe(linked)
    case .result(let index): return results.indices.contains(index) ? results[index] : "#\(index)"
    case .negate(let part): return "-" + inner(part)
    case .not(let part): return say("not ", "非 ") + inner(part)
    case .and(let parts): return parts.map(inner).joined(separator: say(" and ", " 且 "))
    case .or(let parts): return parts.map(inner).joined(separator: say(" or ", " 或 "))
    case .compare(let operation, let left, let right):
      return inner(left) + " \(sign(operation)) " + inner(right)
    case .arithmetic(let operation, let left, let right):
      return inner(left) + " \(sign(operation)) " + inner(right)
    case .join(let left, let right): return inner(left) + " + " + inner(right)
    case .isMissing(let part): return inner(part) + say(" is missing", " 缺失")
    case .isKnown(let part): return inner(part) + say(" is known", " 已知")
    case .isOneOf(let part, let values):
      let list = values.map { text($0, part.type) }.joined(separator: ", ")
      return inner(part) + say(" in ", " 在 ") + "(\(list))"
    case .inPeriod(let part, let period): return inner(part) + say(" in ", " 在 ") + inner(period)
    case .textMatch(let match, let left, let right):
      return inner(left) + " \(word(match)) " + inner(right)
    case .hasTags(let part, let test, let mask): return describe(part, test, mask)
    case .listHas(let part, let test, let values):
      return inner(part) + " \(word(test)) ("
        + values.map { text($0, part.type.element) }
        .joined(separator: ", ") + ")"
    case .conditional(let test, let then, let otherwise):
      return say("if ", "如果 ") + inner(test) + say(" then ", " 则 ") + inner(then)
        + say(" else ", " 否则 ") + inner(otherwise)
    case .coalesce(let left, let right):
      if expression.isLinkedOverLink { return describe(left, results: results) }
      return inner(left) + " ?? " + inner(right)
    case .call(let function, let arguments):
      return FunctionTable.row(function).names[language] + "("
        + arguments.map { describe($0, results: results) }.joined(separator: ", ") + ")"
    case .convert(let part): return inner(part)
    case .shift, .difference, .boundary, .makePeriod: return describeDates(expression, results)
    }
  }

  private func describeDates(_ expression: TypedExpression, _ results: [String]) -> String {
    func inner(_ part: TypedExpression) -> String { bracketed(part, results) }
    if case .shift(let date, let amount, let unit) = expression.kind {
      return inner(date) + " + " + inner(amount) + " " + word(unit)
    }
    if case .difference(let unit, let from, let to) = expression.kind {
      return say(
        "\(word(unit)) from \(inner(from)) to \(inner(to))",
        "从 \(inner(from)) 到 \(inner(to)) 的\(word(unit))数")
    }
    if case .boundary(let isStart, let part) = expression.kind {
      return isStart
        ? say("start of ", "首日 ") + inner(part) : say("end of ", "末日 ") + inner(part)
    }
    if case .makePeriod(let first, let last) = expression.kind {
      return inner(first) + " .. " + inner(last)
    }
    return ""
  }

  private func bracketed(_ part: TypedExpression, _ results: [String]) -> String {
    let text = describe(part, results: results)
    if part.isLinkedOverLink { return text }
    switch part.kind {
    case .and, .or, .not, .compare, .arithmetic, .join, .isMissing, .isKnown, .isOneOf, .inPeriod,
      .textMatch, .listHas, .conditional, .coalesce, .shift, .difference, .negate, .makePeriod:
      return "(" + text + ")"
    case .hasTags(_, _, let mask): return mask.nonzeroBitCount == 1 ? text : "(" + text + ")"
    case .literal, .slot, .field, .row, .definition, .follow, .outer, .linked, .result, .call,
      .convert, .boundary:
      return text
    }
  }

  private func describe(
    _ hop: Hop, _ part: TypedExpression, _ results: [String]
  ) -> String {
    let rest: String? = part.kind == .row ? nil : describe(part, results: results)
    if isBrief, case .link = hop, case .follow(.level, _) = part.kind, let rest { return rest }
    let name: String
    switch hop {
    case .link(let link): name = schema[link].name[language]
    case .value(let start): name = bracketed(start, results)
    case .level(let entity, let level): name = schema[entity].levels[level][language]
    }
    return rest.map { name + "." + $0 } ?? name
  }

  func describe(_ collection: Collection) -> String {
    let link = schema[collection.link]
    return (collection.isReversed ? link.reverseName : link.name)[language]
  }

  private func describe(_ linked: LinkedAggregate) -> String {
    describe(linked.aggregate, over: describe(linked.collection))
  }

  /// `sum(services.cost where …)`.
  func describe(_ aggregate: Aggregate, over rows: String? = nil) -> String {
    var text = FunctionTable.row(aggregate.function).names[language] + "("
    if aggregate.isDistinct { text += say("distinct ", "不同 ") }
    var parts: [String] = []
    if let argument = aggregate.argument {
      let own = argument.kind == .row ? nil : describe(argument)
      parts.append([rows, own].compactMap { $0 }.joined(separator: "."))
    } else if let rows {
      parts.append(rows)
    }
    if let option = aggregate.option { parts.append(self.text(option, .text)) }
    text += parts.joined(separator: ", ")
    if let filter = aggregate.filter {
      text += (parts.isEmpty ? "" : " ") + say("where ", "其中 ") + describe(filter)
    }
    if !aggregate.order.isEmpty { text += say(" sort ", " 排序 ") + keys(aggregate.order) }
    text += ")"
    return aggregate.each.map { text + describe($0) } ?? text
  }

  private func describe(_ each: EachValue) -> String {
    say(
      " >= \(each.minimum) for each of \(each.values.count) values",
      " >= \(each.minimum)，\(each.values.count) 个取值各自判断")
  }

  private func describe(_ part: TypedExpression, _ test: TagTest, _ mask: UInt64) -> String {
    guard case .tags(let domain) = part.type, let values = dictionary(domain) else {
      return describe(part) + " \(word(test)) …"
    }
    let names = values.entries.indices.filter { mask & (1 << UInt64($0)) != 0 }
      .map { values.entries[$0][language] }
    if names.count == 1 { return describe(part) + say(" has ", " 含 ") + names[0] }
    return describe(part) + " \(word(test)) (" + names.joined(separator: ", ") + ")"
  }

  func dictionary(_ domain: CategoryDomain) -> CategoryDictionary? {
    switch domain {
    case .fixed(let values): values
    case .field(let id): schema[id].closedValues ?? (try? catalog.store.dictionary(domain))
    }
  }
}

extension ValueType {
  /// What a list is a list of.
  var element: ValueType {
    if case .list(let element) = self { return element }
    return self
  }
}

extension TypedExpression {
  /// `family.count(members)`, with what stands for it where there is no family: that needs no words.
  fileprivate var isLinkedOverLink: Bool {
    guard case .coalesce(let left, _) = kind, case .follow = left.kind,
      case .linked = left.innermost.kind
    else { return false }
    return true
  }
}
