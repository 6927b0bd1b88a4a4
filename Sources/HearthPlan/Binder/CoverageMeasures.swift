import HearthData
import HearthText

/// The columns of a coverage: two counts, and what follows from them.
struct CoverageMeasures {
  /// The fraction that should be reached.
  var target: Decimal?

  /// `rows` says which aggregates there are; `covered` is the evidence, `slot` makes a column.
  func made(
    of rows: CountedRows, covered evidence: Int, slot: (Bilingual) -> SlotID
  ) -> [Binder.Measure] {
    let eligible = TypedExpression(.result(0), .int)
    let covered = TypedExpression(.result(1 + evidence), .int)
    func measure(
      _ names: Bilingual, _ expression: TypedExpression, role: ResultColumn.Role = .plain,
      isCount: Bool = false, part: ResultColumn.Cell.Part = .other
    ) -> Binder.Measure {
      Binder.Measure(
        assignment: Assignment(slot(names), expression), names: names, role: role,
        isCount: isCount, part: part)
    }
    var measures = [
      measure(ResultNames.eligible, eligible, isCount: true, part: .eligible),
      measure(ResultNames.covered, covered, isCount: true, part: .covered),
      measure(
        ResultNames.uncovered, TypedExpression(.arithmetic(.subtract, eligible, covered), .int),
        isCount: true),
      measure(ResultNames.rate, .fraction(covered, of: eligible), role: .rate, part: .rate),
    ]
    if rows.isExcluded != nil {
      let excluded = TypedExpression(.result(1 + rows.isCovered.count), .int)
      measures.append(measure(ResultNames.excluded, excluded, isCount: true))
    }
    if let target {
      let fraction = TypedExpression(.literal(.number(target.approximation)), .number)
      measures.append(measure(ResultNames.target, fraction, role: .target, part: .target))
      measures.append(
        measure(
          ResultNames.short, short(of: target, eligible, covered), role: .short, part: .short))
    }
    return measures
  }

  /// ⌈target × eligible⌉ − covered in exact decimals, never below 0.
  private func short(
    of target: Decimal, _ eligible: TypedExpression, _ covered: TypedExpression
  ) -> TypedExpression {
    let type = ValueType.decimal(scale: target.scale)
    let zero = TypedExpression(.literal(.int(0)), .int)
    let product = TypedExpression(
      .arithmetic(
        .multiply, TypedExpression(.literal(.decimal(target)), type),
        TypedExpression(.convert(eligible), .decimal(scale: 0))), type)
    let needed = TypedExpression(
      .call(.int, [TypedExpression(.call(.ceil, [product]), .decimal(scale: 0))]), .int)
    let missing = TypedExpression(.arithmetic(.subtract, needed, covered), .int)
    return TypedExpression(
      .conditional(
        TypedExpression(.compare(.greater, missing, zero), .bool), then: missing,
        otherwise: zero), .int)
  }
}
