import HearthData
import HearthSyntax
import HearthText

/// Linked rows that a row is asked for, and the condition on them.
struct BoundMember {
  var reference: CollectionReference
  /// In the context of the linked rows; nil without a `where`.
  var filter: TypedExpression?
  var span: Span
  /// The conditions as written, the link where there are none.
  var filterSpan: Span
}

/// What is looked for beside each row: linked rows, or several kinds of them.
struct EvidenceQuestion {
  var members: [BoundMember]
  /// nil for one link, which is asked for itself.
  var needed: NeededMembers?
  /// Of the one member, each of which is a kind of its own.
  var values: EvidenceValues?
  var minimum: Int64
  var distinct: Expression?
}

/// What a row is covered by, ready to be asked of it.
struct BoundEvidence {
  var members: [BoundMember]
  /// Columns that the others read, to be computed first.
  var preparations: [Assignment] = []
  var isCovered: TypedExpression
  /// What `at least` counts; of several members how many of them the row has.
  var done: TypedExpression
}

extension Binder {
  /// Binds the `of …` of a stage with its `where` and `at least`; nil after an error.
  mutating func bindEvidence(_ evidence: Evidence, in scope: Scope) -> BoundEvidence? {
    bindQuestion(evidence, in: scope).flatMap { self.evidence($0, in: scope) }
  }

  /// What is looked for, before it is asked of a row; nil after an error.
  mutating func bindQuestion(_ evidence: Evidence, in scope: Scope) -> EvidenceQuestion? {
    let minimum = evidence.minimum.map { bindAmount($0, from: 1) } ?? 1
    var quantifier: Evidence.Quantifier?
    var members: [BoundMember?] = []
    var values: EvidenceValues?
    switch evidence.subject {
    case .link(let link): members = [bindMember(link, [evidence.filter], in: scope)]
    case .members(let written, let links):
      quantifier = written
      members = links.map { bindMember($0.link, [$0.filter, evidence.filter], in: scope) }
    case .eachValue(let written, let link, let field):
      quantifier = written
      members = [bindMember(link, [evidence.filter], in: scope)]
      guard let member = members[0] else { return nil }
      values = bindValues(of: field, member, in: scope)
      if values == nil { return nil }
    }
    let needed = quantifier.map { bindNeeded($0, of: values?.values.count ?? members.count) }
    let bound = members.compactMap { $0 }
    guard let minimum, needed != .some(nil), bound.count == members.count else { return nil }
    return EvidenceQuestion(
      members: bound, needed: needed ?? nil, values: values, minimum: minimum,
      distinct: evidence.distinct)
  }

  /// The question as columns of the rows; nil after an error.
  mutating func evidence(_ question: EvidenceQuestion, in scope: Scope) -> BoundEvidence? {
    guard let needed = question.needed else {
      return single(question.members[0], question.minimum, question.distinct, in: scope)
    }
    if let values = question.values {
      let tests = tests(
        of: values, question.members[0], question.minimum, question.distinct, in: scope)
      return tests.map {
        BoundEvidence(
          members: question.members, preparations: $0.preparations,
          isCovered: needed.holds(for: $0.conditions), done: .number(of: $0.conditions))
      }
    }
    var conditions: [TypedExpression] = []
    for member in question.members {
      guard let one = single(member, question.minimum, question.distinct, in: scope) else {
        return nil
      }
      conditions.append(one.isCovered)
    }
    return BoundEvidence(
      members: question.members, isCovered: needed.holds(for: conditions),
      done: .number(of: conditions))
  }

  private mutating func single(
    _ member: BoundMember, _ minimum: Int64, _ distinct: Expression?, in scope: Scope
  ) -> BoundEvidence? {
    guard let done = count(of: member, distinct, in: scope) else { return nil }
    guard minimum == 1, distinct == nil else {
      return BoundEvidence(
        members: [member], isCovered: .isAtLeast(done, minimum), done: done)
    }
    let any = Aggregate(.any, filter: filterUpToToday(member), type: .bool)
    guard let isCovered = linked(any, member.reference, member.span) else { return nil }
    return BoundEvidence(members: [member], isCovered: isCovered, done: done)
  }

  // MARK: Members

  /// The link, with the conditions on its rows joined.
  mutating func bindMember(
    _ link: Expression, _ filters: [Expression?], in scope: Scope
  ) -> BoundMember? {
    guard let reference = bindLink(link, in: scope) else { return nil }
    let rows = rowScope(of: reference, outside: scope)
    var conditions: [TypedExpression] = []
    for filter in filters.compactMap({ $0 }) {
      guard let bound = bindCondition(filter, in: rows) else { return nil }
      refusePrivate(bound, filter.span)
      conditions.append(bound)
    }
    for condition in conditions.flatMap(\.conjuncts) { warnOfFuture(condition) }
    return BoundMember(
      reference: reference, filter: conditions.isEmpty ? nil : .conjunction(conditions),
      span: link.span, filterSpan: filters.compactMap { $0?.span }.last ?? link.span)
  }

  /// In a period that has not begun nothing can have been done: everybody would be uncovered.
  private mutating func warnOfFuture(_ condition: TypedExpression) {
    guard case .inPeriod(_, let expression) = condition.kind,
      case .period(let period)? = expression.constant, period.start < period.end,
      options.today < period.start
    else { return }
    note(
      Bilingual(
        "\(period) has not begun, so nothing counts in it yet",
        "\(period) 还没有开始，其中还没有可计入的记录"), kind: .warning)
  }

  /// A name or path that leads to many rows; nil after an error.
  mutating func bindLink(_ link: Expression, in scope: Scope) -> CollectionReference? {
    if scope.entity == nil, !scope.isUncertain {
      report(
        .notALink, link.span,
        Bilingual(
          "only the rows of a table have links; these are groups", "只有表中的行才有关联；这里已是分组"),
        hint: Bilingual("put this stage before the grouping", "请把这一步放在分组之前"))
      return nil
    }
    if let name = link.bareWord {
      guard let resolution = resolveLink(name, in: scope) else { return nil }
      if case .collection(let reference) = resolution { return reference }
    } else if let reference = collection(in: link, scope),
      reference.path.count == link.pathNames?.count
    {
      return reference
    } else {
      guard bind(link, in: scope) != nil else { return nil }
    }
    report(
      .notALink, link.span,
      Bilingual("this leads to one row at most, not to many", "这里最多指向一行，不是许多行"),
      hint: Bilingual(
        "ask for it with `summarize share(where … is known)`", "可以用“汇总 占比(其中 … 已知)”来问"))
    return nil
  }

  /// How many linked rows, or different values among them, up to today.
  private mutating func count(
    of member: BoundMember, _ distinct: Expression?, in scope: Scope
  ) -> TypedExpression? {
    var aggregate = Aggregate(.count, filter: filterUpToToday(member), type: .int)
    if let distinct {
      let rows = rowScope(of: member.reference, outside: scope)
      guard let value = bind(distinct, in: rows).flatMap({ groupable($0, distinct.span) }) else {
        return nil
      }
      refusePrivate(value, distinct.span)
      aggregate.argument = value
      aggregate.isDistinct = true
    }
    return linked(aggregate, member.reference, member.span)
  }

  // MARK: Numbers

  /// More than there are would never be had: an error, not a silent zero.
  private mutating func bindNeeded(
    _ quantifier: Evidence.Quantifier, of available: Int
  ) -> NeededMembers? {
    switch quantifier {
    case .all: return .all
    case .any: return .any
    case .exactly(let written):
      guard let number = bindAmount(written, from: 1) else { return nil }
      if number <= available { return .exactly(number) }
      report(
        .badArgument, written.span,
        Bilingual(
          "exactly \(number) of \(available) is impossible",
          "只有 \(available) 项，不可能恰好有 \(number) 项"))
      return nil
    }
  }

  /// The condition of each of several values, beside what must be computed for them.
  struct ValueTests {
    var preparations: [Assignment] = []
    var conditions: [TypedExpression] = []
  }

  /// Whether a row has enough linked rows of each value: 64 values in one scan.
  mutating func tests(
    of values: EvidenceValues, _ member: BoundMember, _ minimum: Int64,
    _ distinct: Expression?, in scope: Scope
  ) -> ValueTests? {
    var tests = ValueTests()
    guard distinct == nil else {
      for value in values.values {
        let isValue = compareEqual(values.field, value)
        var narrowed = member
        narrowed.filter = .conjunction([member.filter, isValue].compactMap { $0 })
        guard let one = single(narrowed, minimum, distinct, in: scope) else { return nil }
        let slot = newSlot(valueName(value, values.field.type))
        tests.preparations.append(Assignment(slot, one.isCovered))
        tests.conditions.append(TypedExpression(.slot(slot), .bool))
      }
      return tests
    }
    for start in stride(from: 0, to: values.values.count, by: 64) {
      let some = Array(values.values[start..<min(start + 64, values.values.count)])
      let entries = some.map { valueName($0, values.field.type) }
      let type = ValueType.tags(.fixed(CategoryDictionary(entries, isClosed: true)))
      let aggregate = Aggregate(
        .count, argument: values.field, filter: filterUpToToday(member), type: type,
        each: EachValue(values: some, minimum: minimum))
      guard let reached = linked(aggregate, member.reference, member.span) else { return nil }
      let slot = newSlot(values.names)
      tests.preparations.append(Assignment(slot, reached))
      let set = TypedExpression(.slot(slot), type)
      tests.conditions += some.indices.map {
        TypedExpression(.hasTags(set, .any, mask: 1 << UInt64($0)), .bool)
      }
    }
    return tests
  }

  private func compareEqual(_ field: TypedExpression, _ value: Value) -> TypedExpression {
    TypedExpression(
      .compare(.equal, field, TypedExpression(.literal(value), field.type)), .bool)
  }
}

/// How many of several members a row must have.
enum NeededMembers: Equatable {
  case all, any
  case exactly(Int64)

  func holds(for conditions: [TypedExpression]) -> TypedExpression {
    switch self {
    case .all: conditions.isEmpty ? .bool(true) : .conjunction(conditions)
    case .any: conditions.isEmpty ? .bool(false) : .disjunction(conditions)
    case .exactly(let count):
      TypedExpression(
        .compare(
          .equal, .number(of: conditions), TypedExpression(.literal(.int(count)), .int)), .bool)
    }
  }
}

extension TypedExpression {
  static func isAtLeast(_ number: TypedExpression, _ minimum: Int64) -> TypedExpression {
    TypedExpression(
      .compare(.greaterOrEqual, number, TypedExpression(.literal(.int(minimum)), .int)), .bool)
  }

  /// How many of some conditions hold.
  static func number(of conditions: [TypedExpression]) -> TypedExpression {
    let (one, zero) = (
      TypedExpression(.literal(.int(1)), .int), TypedExpression(.literal(.int(0)), .int)
    )
    return sum(
      of: conditions.map { TypedExpression(.conditional($0, then: one, otherwise: zero), .int) })
  }

  static func sum(of numbers: [TypedExpression]) -> TypedExpression {
    guard let first = numbers.first else { return TypedExpression(.literal(.int(0)), .int) }
    return numbers.dropFirst().reduce(first) {
      TypedExpression(.arithmetic(.add, $0, $1), .int)
    }
  }
}
