import HearthData
import HearthPlan
import HearthText

extension PlanRunner {
  /// Columns beside each row that say how its rhythm is kept: the evidence of all rows is found at
  /// once, then each row's slots are gone through.
  func cadence(_ stage: CadenceStage, _ frame: Frame) throws(RunError) -> Frame {
    let promises = try promises(stage, frame)
    let evidence = try evidence(
      stage.evidence, frame, days: stage.readDays, today: stage.today)
    let tallies = SharedMemory<CadenceTally>(count: frame.count)
    let parts = try forEachMorsel(of: frame.count) { (range) throws(RunError) in
      var walk = CadenceWalk(stage, promises, evidence)
      for row in range { tallies[row] = walk.tally(row) }
      return (remarks: walk.remarks, drawings: try walk.drawings())
    }
    var total = CadenceRemarks()
    for part in parts { total.add(part.remarks) }
    remark(total, of: stage.evidence.entity, frame)
    let drawings = try Column.joined(parts.map(\.drawings), type: .text)
    var frame = frame
    for column in stage.columns {
      frame.slots[column.slot] = tallies.buffer.column(column.measure, drawings)
      // The total row has no slots of its own.
      frame.total?[column.slot] = .missing(count: 1, type: column.measure.type)
    }
    return frame
  }

  private func remark(_ found: CadenceRemarks, of entity: EntityID, _ frame: Frame) {
    let name = store.schema[entity].name
    if found.future > 0 {
      remarks.add(CountedRemark.Subject.evidenceAfterToday.note(Int64(found.future), frame))
    }
    if found.undated > 0 { remarks.add(.undated(found.undated, name)) }
    if found.unknown > 0 { remarks.add(.withoutRhythm(found.unknown)) }
  }
}

extension CadenceStage {
  /// The days of evidence that somebody reads something of; nil for all.
  fileprivate var readDays: Range<Int32>? {
    if columns.contains(where: { $0.measure == .last || $0.measure == .nextDue }) { return nil }
    return period.start.number..<max(period.start.number, period.end.number)
  }

  /// Whether somebody reads the drawn slots.
  var draws: Bool { columns.contains { $0.measure == .slots } }
}

extension Buffer<CadenceTally> {
  fileprivate func column(_ measure: CadenceMeasure, _ drawings: Column) -> Column {
    switch measure {
    case .expected: integers(\.expected)
    case .met: integers(\.met)
    case .missed: integers { $0.expected - $0.met }
    case .rate: rates
    case .longestGap: integers(\.longestGap)
    case .streak: integers(\.streak)
    case .bestStreak: integers(\.bestStreak)
    case .last: days(\.last)
    case .nextDue: days(\.nextDue)
    case .slots: drawings
    }
  }

  @inline(__always)
  private func integers(_ value: (CadenceTally) -> Int32) -> Column {
    let integers = Buffer<Int64>.filled(count) { row in
      self[row].isKnown ? Int64(value(self[row])) : MissingValue.int64
    }
    return Column(type: .int, count: count, storage: .int64(integers))
  }

  /// Missing where nothing was expected.
  private var rates: Column {
    let rates = Buffer<Double>.filled(count) { row in
      let tally = self[row]
      return tally.expected > 0 ? Double(tally.met) / Double(tally.expected) : .nan
    }
    return Column(type: .number, count: count, storage: .double(rates))
  }

  @inline(__always)
  private func days(_ value: (CadenceTally) -> Int32) -> Column {
    let days = Buffer<Int32>.filled(count) { value(self[$0]) }
    return Column(type: .date, count: count, storage: .days(days))
  }
}

extension Note {
  fileprivate static func undated(_ count: Int, _ name: Bilingual) -> Note {
    Note(
      Bilingual(
        "\(count) \(count == 1 ? "row" : "rows") of \(name.english) without a date "
          + "\(count == 1 ? "is" : "are") not counted",
        "“\(name.chinese)”中有 \(count) 条没有日期，未计入"))
  }

  fileprivate static func withoutRhythm(_ count: Int) -> Note {
    Note(
      Bilingual(
        count == 1
          ? "1 row has no known rhythm; nothing is expected of it"
          : "\(count) rows have no known rhythm; nothing is expected of them",
        "有 \(count) 行没有可识别的频次，不作要求"))
  }
}
