import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `union`, `except`, `intersect`: tables matched by the names of their shown columns.
  mutating func bindCombination(
    _ operation: Stage.SetOperation, _ table: Source, _ span: Span, _ pipeline: inout Pipeline
  ) {
    var right = bind(table)
    if right.scope.isUncertain || pipeline.scope.isUncertain {
      pipeline.scope.isUncertain = true
      return
    }
    switch operation {
    case .union: bindUnion(&right, table.span, span, &pipeline)
    case .except: bindMatch(&right, isKept: false, table.span, span, &pipeline)
    case .intersect: bindMatch(&right, isKept: true, table.span, span, &pipeline)
    }
  }

  private func position(of column: Scope.Column, in columns: Scope.Columns) -> Int? {
    if let place = columns.place(of: column.name), columns[place].name == column.name {
      return place
    }
    return columns.firstIndex { $0.name == column.name }
      ?? columns.firstIndex { $0.isNamed(column.name) || column.isNamed($0.name) }
  }

  /// The type of both, with the right side converted to it; nil after an error.
  private mutating func unify(
    _ column: Scope.Column, _ right: inout Pipeline, _ index: Int, _ span: Span
  ) -> ValueType? {
    guard let left = column.expression, let other = right.scope.columns[index].expression else {
      return nil
    }
    guard let type = commonType(left.type, other.type) else {
      let (a, b) = (Message.type(left.type, schema), Message.type(other.type, schema))
      report(
        .differentColumns, span,
        Bilingual(
          "`\(column.label.english)` is \(a.english) on the left and \(b.english) on the right",
          "“\(column.label.chinese)”在左边是\(a.chinese)，在右边是\(b.chinese)"))
      return nil
    }
    right.scope.columns[index].expression = converted(other, to: type)
    return type
  }

  private mutating func bindUnion(
    _ right: inout Pipeline, _ tableSpan: Span, _ span: Span, _ pipeline: inout Pipeline
  ) {
    var columns: [UnionColumn] = []
    var scope = Scope()
    var matched: Set<Int> = []
    var absent: [Bilingual] = []
    for column in pipeline.scope.columns {
      let index = position(of: column, in: right.scope.columns)
      guard let left = column.expression else { continue }
      var type = left.type
      var shown = column
      if let index {
        matched.insert(index)
        guard let common = unify(column, &right, index, tableSpan) else { continue }
        type = common
        shown.isPrivate = column.isPrivate || right.scope.columns[index].isPrivate
        shown.isCount = column.isCount && right.scope.columns[index].isCount
      } else {
        absent.append(column.label)
      }
      let slot = unionSlot(&shown, type, left)
      columns.append(
        UnionColumn(
          slot: slot, left: converted(left, to: type), rightColumn: index, type: type))
      scope.columns.append(shown)
    }
    for (index, column) in right.scope.columns.enumerated() where !matched.contains(index) {
      guard let expression = column.expression else { continue }
      absent.append(column.label)
      var shown = column
      let slot = unionSlot(&shown, expression.type, expression)
      columns.append(
        UnionColumn(slot: slot, left: nil, rightColumn: index, type: expression.type))
      scope.columns.append(shown)
    }
    noteAbsent(absent)
    pipeline.add(.union(makePlan(right, isRoot: false), columns: columns), span)
    pipeline.scope = scope
  }

  private mutating func unionSlot(
    _ column: inout Scope.Column, _ type: ValueType, _ source: TypedExpression
  ) -> SlotID {
    let slot = newSlot(column.label)
    if column.isPrivate { privateSlots.insert(slot) }
    if let level = levelOfResult(source) { slotLevels[slot] = level }
    column.expression = TypedExpression(.slot(slot), type)
    return slot
  }

  private mutating func noteAbsent(_ labels: [Bilingual]) {
    guard !labels.isEmpty else { return }
    let english = labels.map { "`\($0.english)`" }.joined(separator: ", ")
    let chinese = labels.map { "“\($0.chinese)”" }.joined(separator: "、")
    note(
      Bilingual(
        "only one of the two tables has \(english); it is missing in the rows of the other",
        "\(chinese)只在其中一张表里有，另一张表的行在此缺失"))
  }

  private mutating func bindMatch(
    _ right: inout Pipeline, isKept: Bool, _ tableSpan: Span, _ span: Span,
    _ pipeline: inout Pipeline
  ) {
    var columns: [MatchColumn] = []
    var absent: [Bilingual] = []
    for column in pipeline.scope.columns {
      guard let index = position(of: column, in: right.scope.columns) else {
        absent.append(column.label)
        continue
      }
      guard let type = unify(column, &right, index, tableSpan), let left = column.expression
      else { continue }
      refusePrivate(left, span)
      columns.append(MatchColumn(left: converted(left, to: type), rightColumn: index))
    }
    let extra = right.scope.columns.filter {
      position(of: $0, in: pipeline.scope.columns) == nil
    }
    absent += extra.map(\.label)
    guard absent.isEmpty else {
      let shown = absent.prefix(4)
      let more = absent.count > shown.count
      let english =
        shown.map { "`\($0.english)`" }.joined(separator: ", ") + (more ? ", …" : "")
      let chinese =
        shown.map { "“\($0.chinese)”" }.joined(separator: "、") + (more ? "等" : "")
      report(
        .differentColumns, tableSpan,
        Bilingual(
          "whole rows are compared, but only one side has \(english)",
          "整行比较时两边的列须相同，但\(chinese)只有一边有"),
        hint: Bilingual("choose the columns with `select` first", "请先用“显示”选好列"))
      return
    }
    pipeline.add(.match(makePlan(right, isRoot: false), isKept: isKept, columns: columns), span)
  }
}
