import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `add`: each column may use those before it, so that a stage can become several steps.
  mutating func bindAdd(
    _ columns: [HearthSyntax.Column], per: [Expression], sort: [SortKey], _ span: Span,
    _ pipeline: inout Pipeline
  ) {
    let groups = bindGroups(per, in: pipeline.scope)
    let order = bindSort(sort, in: pipeline.scope)
    let rowOrder = order.isEmpty ? occurredOrder(pipeline.scope.entity) : order
    var batch = AddBatch(per: groups, order: order, span: span)
    var added: Scope.Columns = []
    for column in columns {
      collector = AggregateCollector(kind: .window, rowScope: pipeline.scope, order: rowOrder)
      let bound = bind(column.expression, in: pipeline.scope)
      let windows = collector?.windows ?? []
      collector = nil
      checkPrivacy(bound, windows, column.expression.span)
      let names = addedName(column, added: added, in: pipeline.scope)
      let reference = bound.map { expression -> TypedExpression in
        if expression.isReference { return expression }
        let slot = newSlot(names)
        noteSlot(slot, expression)
        if windows.contains(where: { $0.expressions.contains(where: isPrivate) }) {
          privateSlots.insert(slot)
        }
        batch.add(Assignment(slot, expression), windows, to: &pipeline)
        return TypedExpression(.slot(slot), expression.type)
      }
      let isRate = bound.map { isShare($0, windows) } ?? false
      let made = Scope.Column(
        names.english, label: names, reference, role: isRate ? .rate : .plain,
        isPrivate: reference.map { isPrivate($0) } ?? false)
      added.append(made)
      show(made, in: &pipeline.scope)
    }
    batch.flush(to: &pipeline)
  }

  private mutating func checkPrivacy(
    _ bound: TypedExpression?, _ windows: [Window], _ span: Span
  ) {
    guard let bound, options.privacy >= .masked else { return }
    let isFine = windows.allSatisfy { window in
      switch window {
      case .rowNumber: true
      case .whole(let aggregate), .running(let aggregate): isHarmless(aggregate)
      case .neighbour(let expression, _): expression.isReference || !isPrivate(expression)
      }
    }
    if isFine { refusePrivateComputation(bound, span) } else { reportPrivate(span) }
  }

  private func isShare(_ expression: TypedExpression, _ windows: [Window]) -> Bool {
    if case .linked(let linked) = expression.innermost.kind {
      return linked.aggregate.function == .share
    }
    guard case .result(let index) = expression.kind, windows.indices.contains(index) else {
      return false
    }
    switch windows[index] {
    case .whole(let aggregate), .running(let aggregate): return aggregate.function == .share
    case .rowNumber, .neighbour: return false
    }
  }

  /// A name written twice in one stage is an error; that of an older column takes its place.
  private mutating func addedName(
    _ column: HearthSyntax.Column, added: Scope.Columns, in scope: Scope
  ) -> Bilingual {
    column.name == nil
      ? unique(naming(of: column.expression), besides: scope.columns)
      : columnName(column, besides: added)
  }

  private func show(_ column: Scope.Column, in scope: inout Scope) {
    guard let index = scope.columns.place(of: column.name) else {
      scope.columns.append(column)
      return
    }
    scope.hidden.append(scope.columns[index])
    scope.columns[index] = column
  }
}

/// Assignments that do not depend on each other, with the windows they need.
private struct AddBatch {
  let per: [TypedExpression]
  let order: [PlannedSortKey]
  let span: Span
  var assignments: [Assignment] = []
  var windows: [Window] = []

  init(per: [TypedExpression], order: [PlannedSortKey], span: Span) {
    self.per = per
    self.order = order
    self.span = span
  }

  mutating func add(
    _ assignment: Assignment, _ added: [Window], to pipeline: inout Pipeline
  ) {
    let own = Set(assignments.map(\.slot))
    let used = added.flatMap(\.expressions).reduce(assignment.expression.slots) {
      $0.union($1.slots)
    }
    if !own.isDisjoint(with: used) { flush(to: &pipeline) }
    let offset = windows.count
    let expression = assignment.expression.mapped { part in
      guard case .result(let index) = part.kind else { return nil }
      return TypedExpression(.result(index + offset), part.type)
    }
    windows += added
    assignments.append(Assignment(assignment.slot, expression))
  }

  mutating func flush(to pipeline: inout Pipeline) {
    guard !assignments.isEmpty else { return }
    if windows.isEmpty {
      pipeline.add(.compute(assignments), span)
    } else {
      let stage = WindowStage(
        windows: windows, per: per, order: order, assignments: assignments)
      pipeline.add(.window(stage), span)
    }
    (assignments, windows) = ([], [])
  }
}
