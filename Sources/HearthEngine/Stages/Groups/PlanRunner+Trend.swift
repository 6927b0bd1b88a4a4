import HearthData
import HearthPlan
import HearthText

extension PlanRunner {
  /// A row for every group and slot, each group's slots one after the other.
  ///
  /// All cells are groups of one table, so that each aggregate is one scan:
  ///
  ///     cell    0 … S−1         S … 2S−1        …
  ///     group   first           second          …
  ///     slot    0 … S−1         0 … S−1         …
  func trend(_ stage: TrendStage, _ frame: Frame) throws(RunError) -> Frame {
    let dates = try evaluate(stage.date, in: context(frame)).days()
    let period = stage.period(over: dates)
    let slots = Slots(stage.unit, touching: period)
    noteOutside(stage, period, dates)
    let inside = Buffer<Bool>.filled(dates.count) { period.contains(Day(dates[$0])) }.positions
    let rows = inside.count == frame.count ? frame : frame.gathered(inside)
    let days = Column(type: .date, count: dates.count, storage: .days(dates)).gather(rows: inside)
    let table = Exploded(
      rows, try values(of: stage.keys.map(\.expression), in: rows), stage.keys.map(\.isExploded),
      days)
    let groups = try groups(table)
    let (count, overflow) = groups.grouping.count.multipliedReportingOverflow(by: slots.count)
    guard !overflow, count <= Self.completionLimit else { throw .stopped(.rows) }
    let cells = try cells(of: table, groups.grouping.map, slots, count)
    return try trend(stage, table.frame, groups.keys, slots, cells)
  }

  private func cells(
    of table: Exploded, _ map: GroupMap, _ slots: Slots, _ count: Int
  ) throws(RunError) -> GroupMap {
    guard let days = try table.across?.days(), count > 0 else {
      return GroupMap(groupCount: count, groups: Buffer(repeating: -1, count: table.frame.count))
    }
    let (first, places, width) = (slots.starts[0], slots.places, slots.count)
    let groups = map.groups
    return GroupMap(
      groupCount: count,
      groups: Buffer.filled(days.count) { row in
        let start = Int(groups[row]) &* width
        return Int32(truncatingIfNeeded: start) &+ places[Int(days[row] &- first)]
      })
  }

  /// The columns of all cells.
  private func trend(
    _ stage: TrendStage, _ rows: Frame, _ keys: [Column], _ slots: Slots, _ cells: GroupMap
  ) throws(RunError) -> Frame {
    let (count, width) = (cells.groupCount, slots.count)
    let group = Buffer<Int32>.filled(count) { Int32(truncatingIfNeeded: $0 / width) }
    let place = Buffer<Int32>.filled(count) { Int32(truncatingIfNeeded: $0 % width) }
    var made = Frame(count: count, slots: [:])
    for (key, column) in zip(stage.keys, keys) { made.slots[key.slot] = column.gather(rows: group) }
    made.slots[stage.slot] = slots.periods(stage.unit).gather(rows: place)
    let results = try aggregates(stage.aggregates, over: cells, rows)
    let values = try measure(stage.measure.expression, results, cells, made)
    made.slots[stage.measure.slot] = values
    made.slots[stage.previous] = values.gather(
      rows: Buffer.filled(count) { place[$0] == 0 ? -1 : Int32(truncatingIfNeeded: $0 &- 1) })
    made.slots[stage.change.slot] = try evaluate(stage.change.expression, in: context(made))
    let running = slots.isRunning(on: stage.today)
    made.slots[stage.running] = Column(bools: running).gather(rows: place)
    return made
  }

  /// A measure reckoned from several aggregates warns of rows, not of cells that have none.
  private func measure(
    _ expression: TypedExpression, _ results: [Column], _ cells: GroupMap, _ made: Frame
  ) throws(RunError) -> Column {
    if case .result = expression.kind {
      return try evaluate(expression, in: context(made, results: results))
    }
    var isFilled = [Bool](repeating: false, count: made.count)
    for cell in cells.groups { isFilled[Int(cell)] = true }
    let filled = Buffer(isFilled).positions
    let empty = Buffer(isFilled.map { !$0 }).positions
    var parts: [Column] = []
    for (places, runner) in [(filled, self), (empty, quiet)] {
      let context = runner.context(
        made.gathered(places), results: results.map { $0.gather(rows: places) })
      parts.append(try evaluate(expression, in: context))
    }
    let order = SharedMemory<Int32>(count: made.count)
    for (place, cell) in (Array(filled) + Array(empty)).enumerated() {
      order[Int(cell)] = Int32(truncatingIfNeeded: place)
    }
    return try concatenated(parts).gather(rows: order.buffer)
  }

  /// Says how many rows are in no slot for want of a date, or lie after the running slot.
  private func noteOutside(_ stage: TrendStage, _ period: Period, _ dates: Buffer<Int32>) {
    var (undated, late) = (0, 0)
    for day in dates {
      if day == MissingValue.days {
        undated += 1
      } else if day >= period.end.number, stage.period.contains(Day(day)) {
        late += 1
      }
    }
    if undated > 0 { remarks.add(.undated(undated)) }
    if late > 0 { remarks.add(.afterToday(late)) }
  }
}

extension TrendStage {
  /// The days that the slots are made of: empty where there is nothing to show.
  fileprivate func period(over dates: Buffer<Int32>) -> Period {
    var days = period
    days.end = min(period.end, Period(unit, containing: today).end)
    if period.start == .first {
      var first = days.end.number
      for day in dates where day != MissingValue.days { first = min(first, day) }
      days.start = Day(first)
    }
    // A slot is there for every day of the period: none where it has no day.
    if days.isEmpty { days.start = days.end }
    return days
  }
}

extension Slots {
  /// Whether a day lies in each slot.
  fileprivate func isRunning(on day: Day) -> [Bool] {
    (0..<count).map { starts[$0] <= day.number && day.number < starts[$0 + 1] }
  }

  /// The calendar units themselves.
  fileprivate func periods(_ unit: Period.Unit) -> Column {
    let starts = starts
    let periods = PeriodBuffer(
      starts: starts.slice(0..<count), ends: starts.slice(1..<count + 1),
      units: Buffer([unit.rawValue]))
    return Column(type: .period, count: count, storage: .periods(periods))
  }
}

extension Note {
  fileprivate static func undated(_ count: Int) -> Note {
    Note(
      Bilingual(
        "\(count) row\(count == 1 ? " has" : "s have") no date and \(count == 1 ? "is" : "are") in no "
          + "slot", "有 \(count) 行没有日期，不在任何时段内"))
  }

  fileprivate static func afterToday(_ count: Int) -> Note {
    Note(
      Bilingual(
        "\(count) row\(count == 1 ? " is" : "s are") dated after the running slot and not counted",
        "有 \(count) 行的日期在本时段之后，未计入"))
  }
}
