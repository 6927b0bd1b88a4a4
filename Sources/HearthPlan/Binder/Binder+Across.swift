import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// More columns than anybody reads, and than a terminal draws.
  static let mostAcross = 400

  /// `across kind`: the host is asked which values there are, and each becomes a column.
  mutating func bindAcross(
    _ column: HearthSyntax.Column, _ measures: [Measure], _ aggregates: [Aggregate],
    _ pipeline: Pipeline, _ groups: inout Scope
  ) -> GroupStage.Across? {
    let span = column.expression.span
    guard let bound = bind(column.expression, in: pipeline.scope),
      let key = groupable(bound, span), !isTags(key, span)
    else {
      groups.isUncertain = true
      return nil
    }
    refusePrivate(key, span)
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      groups.isUncertain = true
      return nil
    }
    guard let values = distinctValues(of: key, in: pipeline, span) else { return nil }
    guard values.count * measures.count <= Self.mostAcross else {
      reportTooMany(values.count * measures.count, span)
      return nil
    }
    var across = GroupStage.Across(expression: key, values: values, slots: [])
    for value in values {
      let name = valueName(value, key.type)
      var slots: [SlotID] = []
      for var measure in measures {
        measure.heading = name
        let names = measures.count == 1 ? name : joined(name, measure.names)
        let slot = newSlot(names)
        if privateSlots.contains(measure.assignment.slot) { privateSlots.insert(slot) }
        slots.append(slot)
        groups.columns.append(
          self.column(measure, slot, unique(names, besides: groups.columns), aggregates))
      }
      across.slots.append(slots)
    }
    return across
  }

  mutating func reportTooMany(_ count: Int, _ span: Span) {
    report(
      .tooManyColumns, span,
      Bilingual(
        "this would make \(count) columns; at most \(Self.mostAcross) are made",
        "会得到 \(count) 列，最多 \(Self.mostAcross) 列"),
      hint: Bilingual("put it after `by` instead", "请写在“按”之后"))
  }

  func joined(_ value: Bilingual, _ measure: Bilingual) -> Bilingual {
    Bilingual(
      value.english + "_" + measure.english, value.chinese + "_" + measure.chinese)
  }

  private mutating func isTags(_ key: TypedExpression, _ span: Span) -> Bool {
    guard case .tags = key.type else { return false }
    report(
      .badArgument, span,
      Bilingual("a set of tags cannot go across", "标签集合不能分列"),
      hint: Bilingual("put it after `by` instead", "请写在“按”之后"))
    return true
  }

  /// The different values of an expression over the rows so far; nil after an error.
  mutating func distinctValues(
    of key: TypedExpression, in pipeline: Pipeline, _ span: Span
  ) -> [Value]? {
    var plan = makePlan(pipeline, isRoot: true)
    plan.output = []
    do {
      return try host.distinctValues(of: key, in: plan)
    } catch let error as DataError {
      report(error, span)
    } catch {
      report(
        .unreadableData, span,
        Bilingual("the values could not be found out", "无法得到各个取值"))
    }
    return nil
  }

  /// A value as the name of a column.
  func valueName(_ value: Value, _ type: ValueType) -> Bilingual {
    switch value {
    case .missing: return Bilingual("missing", "缺失")
    case .text(let text): return Bilingual(same: text)
    case .int(let number): return Bilingual(same: String(number))
    case .number(let number): return Bilingual(same: String(number))
    case .decimal(let decimal): return Bilingual(same: decimal.description)
    case .bool(let isYes): return isYes ? Bilingual("yes", "是") : Bilingual("no", "否")
    case .date(let day): return Bilingual(same: day.description)
    case .dateTime(let seconds): return Bilingual(same: DateTime.text(seconds))
    case .period(let period): return Bilingual(same: period.description)
    case .category(let position): return categoryName(position, type)
    case .row(let entity, let row): return Bilingual(same: rowName(entity, row, type))
    case .tags(let mask): return Bilingual(same: String(mask))
    case .list(let values):
      return Bilingual(same: values.map { valueName($0, type).english }.joined(separator: ", "))
    }
  }

  private func categoryName(_ position: Int, _ type: ValueType) -> Bilingual {
    guard case .category(let domain) = type else { return Bilingual(same: String(position)) }
    let values = closedValues(domain) ?? (try? catalog.store.dictionary(domain))
    guard let values, values.entries.indices.contains(position) else {
      return Bilingual(same: String(position))
    }
    return values.entries[position]
  }

  private func rowName(_ entity: EntityID, _ row: Int32, _ type: ValueType) -> String {
    var field = schema[entity].key
    if case .link(_, .name) = type { field = schema[entity].nameField ?? field }
    guard let field, let column = try? catalog.store.column(FieldID(entity, field)),
      let text = column.cellText(at: Int(row))
    else { return String(row) }
    return text
  }
}
