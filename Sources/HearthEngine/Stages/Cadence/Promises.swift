import HearthData
import HearthPlan

/// What each row of a frame has promised: how often, how many times, and for which days.
struct Promises: Sendable {
  /// The slots of each unit that occurs, by its raw value.
  let calendars: [RhythmCalendar?]
  /// For each row the raw value of its unit; `Self.none` for one without a known rhythm.
  let units: Buffer<UInt8>
  let minimums: Buffer<Int64>
  let opens: Buffer<Int32>
  let closes: Buffer<Int32>

  static let none = UInt8.max

  /// The slots of a row's rhythm, and how many rows of evidence meet one; nil for a row that
  /// promises nothing that can be checked.
  @inline(__always)
  func promise(of row: Int) -> (calendar: RhythmCalendar, minimum: Int64)? {
    let unit = units[row]
    guard unit != Self.none, minimums[row] >= 1, let calendar = calendars[Int(unit)] else {
      return nil
    }
    return (calendar, minimums[row])
  }
}

/// The slots of one unit in the period asked for, and the slot of today, wherever that lies.
struct RhythmCalendar: Sendable {
  let unit: Period.Unit
  let slots: Slots
  let current: Period

  init(_ unit: Period.Unit, _ stage: CadenceStage) {
    self.unit = unit
    slots = Slots(unit, touching: stage.period)
    current = Period(unit, containing: stage.today)
  }
}

extension PlanRunner {
  func promises(_ stage: CadenceStage, _ frame: Frame) throws(RunError) -> Promises {
    let context = context(frame)
    let units = try units(stage.rhythm, frame)
    var calendars: [RhythmCalendar?] = Array(repeating: nil, count: Period.Unit.allCases.count)
    for unit in Period.Unit.allCases where units.contains(unit.rawValue) {
      calendars[Int(unit.rawValue)] = RhythmCalendar(unit, stage)
    }
    return Promises(
      calendars: calendars, units: units,
      minimums: try evaluate(stage.minimum, in: context).integers(),
      opens: try lifeDays(stage.opens, frame), closes: try lifeDays(stage.closes, frame))
  }

  private func lifeDays(
    _ date: TypedExpression?, _ frame: Frame
  ) throws(RunError) -> Buffer<Int32> {
    guard let date else { return Buffer(repeating: MissingValue.days, count: frame.count) }
    return try evaluate(date, in: context(frame)).days()
  }

  private func units(
    _ rhythm: CadenceStage.Rhythm, _ frame: Frame
  ) throws(RunError) -> Buffer<UInt8> {
    switch rhythm {
    case .every(let unit): return Buffer(repeating: unit.rawValue, count: frame.count)
    case .field(let field):
      let column = try evaluate(field, in: context(frame))
      let entries = column.dictionary?.entries ?? []
      // By code: 0 is missing.
      let units =
        [Promises.none]
        + entries.map {
          RhythmNames.unit(of: $0)?.rawValue ?? Promises.none
        }
      return Buffer.filled(frame.count) { units[column.code(at: $0)] }
    }
  }
}
