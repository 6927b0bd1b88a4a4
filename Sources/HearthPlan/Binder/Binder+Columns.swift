import HearthData
import HearthSyntax
import HearthText

extension Binder {
  mutating func bindSelect(
    _ columns: [HearthSyntax.Column], _ span: Span, _ pipeline: inout Pipeline
  ) {
    var shown: Scope.Columns = []
    var assignments: [Assignment] = []
    for column in columns {
      let bound = bind(column.expression, in: pipeline.scope)
      if let bound { refusePrivateComputation(bound, column.expression.span) }
      let names = columnName(column, besides: shown)
      let reference = bound.map { materialized($0, names, &assignments) }
      shown.append(made(names, reference, from: column.expression, in: pipeline.scope))
    }
    if !assignments.isEmpty { pipeline.add(.compute(assignments), span) }
    pipeline.scope.hidden += pipeline.scope.columns
    pipeline.scope.columns = shown
  }

  /// A column that keeps the role of the one it shows.
  private func made(
    _ names: Bilingual, _ reference: TypedExpression?, from expression: Expression,
    in scope: Scope
  ) -> Scope.Column {
    let original = expression.bareWord.flatMap { scope.column(named: $0.text) }
    return Scope.Column(
      names.english, label: names, reference, role: original?.role ?? role(of: reference),
      isPrivate: reference.map { isPrivate($0) } ?? false, isCount: original?.isCount ?? false)
  }

  private func role(of expression: TypedExpression?) -> ResultColumn.Role {
    if let expression, case .slot(let slot) = expression.kind, rateSlots.contains(slot) {
      return .rate
    }
    return .plain
  }

  /// A reference as it is; anything else becomes a computed column.
  mutating func materialized(
    _ expression: TypedExpression, _ names: Bilingual, _ assignments: inout [Assignment]
  ) -> TypedExpression {
    if expression.isReference { return expression }
    let slot = newSlot(names)
    assignments.append(Assignment(slot, expression))
    noteSlot(slot, expression)
    return TypedExpression(.slot(slot), expression.type)
  }

  /// Remembers what a slot holds, as far as later stages must know.
  mutating func noteSlot(_ slot: SlotID, _ expression: TypedExpression) {
    if isPrivate(expression) { privateSlots.insert(slot) }
    if let level = levelOfResult(expression) { slotLevels[slot] = level }
    if case .linked(let linked) = expression.innermost.kind, linked.aggregate.function == .share {
      rateSlots.insert(slot)
    }
  }

  mutating func bindDrop(_ names: [Name], _ keyword: Span, _ pipeline: inout Pipeline) {
    for name in names {
      guard let index = pipeline.scope.columns.place(of: name.text) else {
        reportNotShown(name, in: pipeline.scope)
        continue
      }
      spell(name.span, pipeline.scope.columns[index].label)
      pipeline.scope.hidden.append(pipeline.scope.columns.remove(at: index))
    }
    if pipeline.scope.columns.isEmpty && !pipeline.scope.isUncertain {
      report(
        .noColumns, keyword, Bilingual("no column would be left", "一列也不剩了"))
    }
  }

  private mutating func reportNotShown(_ name: Name, in scope: Scope) {
    if scope.isUncertain { return }
    if resolve(name.text, in: scope) != nil {
      report(
        .alreadyHidden, name.span,
        Bilingual("`\(name.text)` is not shown anyway", "“\(name.text)”本来就没有显示"),
        severity: .warning)
      return
    }
    reportUnknownColumn(name, in: scope)
  }

  /// Only shown columns will do.
  mutating func reportUnknownColumn(_ name: Name, in scope: Scope) {
    guard !scope.isUncertain, isFirstReport(of: name.text) else { return }
    report(
      .unknownName, name.span,
      Bilingual("no column called `\(name.text)` is shown", "没有显示名为“\(name.text)”的列"),
      word: name.text, candidates: scope.columns.flatMap { [$0.label.english, $0.label.chinese] })
  }

  mutating func bindRename(_ renamings: [Stage.Renaming], _ pipeline: inout Pipeline) {
    for renaming in renamings {
      let columns = pipeline.scope.columns
      guard let index = columns.place(of: renaming.old.text) else {
        reportUnknownColumn(renaming.old, in: pipeline.scope)
        continue
      }
      spell(renaming.old.span, columns[index].label)
      let name = renaming.new.text
      let isTaken = columns.indices.contains { $0 != index && columns[$0].isNamed(name) }
      if isTaken {
        report(
          .duplicateColumn, renaming.new.span,
          Bilingual("two columns would be called `\(name)`", "会有两列都叫“\(name)”"))
      }
      pipeline.scope.hidden.append(columns[index])
      pipeline.scope.columns[index].name = name
      pipeline.scope.columns[index].label = Bilingual(same: name)
    }
  }
}
