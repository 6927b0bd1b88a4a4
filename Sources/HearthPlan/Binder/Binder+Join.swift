import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `join T on a = b`: the rows of both that match, with the columns of both.
  mutating func bindJoin(_ join: Stage.Join, _ span: Span, _ pipeline: inout Pipeline) {
    var right = bind(join.table)
    let names = tableNames(join)
    right.scope.tables.append((names, right.scope.columns))
    var conditions: [(left: TypedExpression, right: TypedExpression)] = []
    var shared: [Int: Shared] = [:]
    for condition in join.conditions {
      bindCondition(condition, pipeline.scope, right.scope, &conditions, &shared)
    }
    if join.conditions.isEmpty {
      report(
        .badArgument, span,
        Bilingual("a join needs `on` and what must be equal", "连接需要“依据”和要相等的内容"))
    }
    var stage = JoinStage(
      kind: JoinStage.Kind(join.kind), right: Plan(source: .literal(rowCount: 0, [])),
      conditions: conditions, carried: [])
    var scope = pipeline.scope
    var joined: Scope.Columns = []
    for index in right.scope.columns.indices {
      let column = right.scope.columns[index]
      if let left = shared[index] {
        merge(left, index, &stage, &right, &scope)
        if let column = scope.columns.first(where: { $0.name == left.column.name }) {
          joined.append(column)
        }
        continue
      }
      guard let expression = column.expression else {
        scope.columns.append(column)
        continue
      }
      let made = carried(column, expression)
      stage.carried.append((slot: made.slot, rightColumn: index))
      joined.append(made.column)
      let shown = prefixed(made.column, names, besides: scope.columns)
      slotNames[made.slot] = shown.label
      scope.columns.append(shown)
    }
    stage.right = makePlan(right, isRoot: false)
    scope.tables.append((names, joined))
    scope.isUncertain = scope.isUncertain || right.scope.isUncertain
    scope.isGrouped = false
    pipeline.add(.join(stage), span)
    pipeline.scope = scope
  }

  /// `on a`: a column of both sides, shown once.
  struct Shared {
    var column: Scope.Column
    var left: TypedExpression
  }

  private func tableNames(_ join: Stage.Join) -> Bilingual {
    if let alias = join.alias { return Bilingual(same: alias.text) }
    if case .name(let name) = join.table.kind {
      return catalog.entity(named: name.text).map { schema[$0].name } ?? Bilingual(same: name.text)
    }
    return Bilingual("right", "右")
  }

  private mutating func carried(
    _ column: Scope.Column, _ expression: TypedExpression
  ) -> (slot: SlotID, column: Scope.Column) {
    let slot = newSlot(column.label)
    noteSlot(slot, expression)
    var result = column
    result.expression = TypedExpression(.slot(slot), expression.type)
    result.role = column.role == .key ? .plain : column.role
    return (slot, result)
  }

  private mutating func bindCondition(
    _ condition: Stage.Join.Condition, _ left: Scope, _ right: Scope,
    _ conditions: inout [(left: TypedExpression, right: TypedExpression)],
    _ shared: inout [Int: Shared]
  ) {
    var (first, second) = (condition.left, condition.right ?? condition.left)
    if let other = condition.right, isExchanged(first, other, left, right) {
      (first, second) = (other, condition.left)
    }
    let a = bind(first, in: left)
    let spelled = spellings[first.span]
    let b = bind(second, in: right)
    // One word for two columns whose other names differ stays as it is written.
    if condition.right == nil, spellings[first.span] != spelled { spellings[first.span] = nil }
    guard let a, let b else { return }
    refusePrivate(a, first.span)
    refusePrivate(b, second.span)
    guard let type = commonType(a.type, b.type), !type.isList else {
      reportMismatch(.incomparable, first.span.joined(second.span), a.type, b.type)
      return
    }
    conditions.append((left: converted(a, to: type), right: converted(b, to: type)))
    guard condition.right == nil, let name = first.bareWord,
      let index = right.columns.place(of: name.text),
      let column = left.columns.place(of: name.text).map({ left.columns[$0] })
    else { return }
    shared[index] = Shared(column: column, left: a)
  }

  /// Written the other way round: `on services.family = id`.
  private mutating func isExchanged(
    _ first: Expression, _ second: Expression, _ left: Scope, _ right: Scope
  ) -> Bool {
    guard let a = first.pathNames?.first, let b = second.pathNames?.first else { return false }
    // The name of the joined table says whose column it is, even where the left has such a link.
    let isTable = { (name: String, scope: Scope) in scope.tables.contains { $0.names.isNamed(name) }
    }
    if isTable(a.text, right), !isTable(a.text, left), !isTable(b.text, right),
      first.pathNames?.count == 2
    {
      return true
    }
    return !isKnown(a.text, in: left) && !isKnown(b.text, in: right)
      && isKnown(a.text, in: right) && isKnown(b.text, in: left)
  }

  private mutating func isKnown(_ name: String, in scope: Scope) -> Bool {
    resolve(name, in: scope) != nil || scope.tables.contains { $0.names.isNamed(name) }
  }

  /// In a full join a shared column takes the left value, else the right one.
  private mutating func merge(
    _ shared: Shared, _ index: Int, _ stage: inout JoinStage, _ right: inout Pipeline,
    _ scope: inout Scope
  ) {
    guard stage.kind == .full, let expression = right.scope.columns[index].expression,
      let type = commonType(shared.left.type, expression.type)
    else { return }
    right.scope.columns[index].expression = converted(expression, to: type)
    let slot = newSlot(shared.column.label)
    noteSlot(slot, shared.left)
    stage.merged.append(
      (slot: slot, left: converted(shared.left, to: type), rightColumn: index))
    if let position = scope.columns.firstIndex(where: { $0.name == shared.column.name }) {
      scope.columns[position].expression = TypedExpression(.slot(slot), type)
    }
  }
}

extension JoinStage.Kind {
  init(_ kind: Stage.Join.Kind) {
    switch kind {
    case .inner: self = .inner
    case .left: self = .left
    case .full: self = .full
    }
  }
}

extension ValueType {
  var isList: Bool {
    if case .list = self { return true }
    return false
  }
}
