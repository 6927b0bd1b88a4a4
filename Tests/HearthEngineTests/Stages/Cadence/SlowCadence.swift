import HearthData
import HearthPlan
import HearthText

/// Cadence as the specification words it: one row, one slot and one day at a time.
struct SlowCadence {
  var unit: Period.Unit
  var minimum: Int64
  var promise: PromiseTown.Promise
  var period: Period
  var today: Day

  /// Nil for a row that promises nothing that can be checked.
  init?(_ promise: PromiseTown.Promise, _ stage: CadenceStage) {
    switch stage.rhythm {
    case .every(let unit): self.unit = unit
    case .field:
      let units: [String: Period.Unit] = [
        "day": .day, "weekly": .week, "month": .month, "quarter": .quarter, "half": .half,
        "annual": .year,
      ]
      guard let unit = promise.every.flatMap({ units[$0] }) else { return nil }
      self.unit = unit
    }
    if case .literal(.int(let number)) = stage.minimum.kind {
      minimum = number
    } else {
      guard let least = promise.least, least >= 1 else { return nil }
      minimum = least
    }
    self.promise = promise
    period = stage.period
    today = stage.today
  }

  private func exists(on day: Day) -> Bool {
    promise.opened.map { $0 <= day } ?? true && promise.closed.map { day <= $0 } ?? true
  }

  private var sessions: [Day] { promise.dates.compactMap { $0 }.filter { $0 <= today } }

  private var slots: [Period] {
    guard !period.isEmpty else { return [] }
    var slots = [Period(unit, containing: period.start)]
    while slots[slots.count - 1].lastDay < period.lastDay {
      slots.append(slots[slots.count - 1].next!)
    }
    return slots
  }

  private func days(of slot: Period) -> [Day] {
    (slot.start.number..<slot.end.number).map { Day($0) }
  }

  private func isMet(_ slot: Period) -> Bool {
    sessions.filter { slot.contains($0) && period.contains($0) && exists(on: $0) }.count
      >= minimum
  }

  private func counts(_ slot: Period) -> Bool {
    if isMet(slot) { return true }
    let isOver = slot.lastDay < today
    return isOver && days(of: slot).allSatisfy { period.contains($0) && exists(on: $0) }
  }

  private func sign(_ slot: Period) -> String {
    if isMet(slot) { return "●" }
    if counts(slot) { return "○" }
    let canStillBeMet = days(of: slot).contains {
      $0 >= today && period.contains($0) && exists(on: $0)
    }
    return slot.contains(today) && canStillBeMet ? "◌" : "·"
  }

  private func longestRun(of flags: [Bool]) -> Int64 {
    Int64(flags.split(separator: false).map(\.count).max() ?? 0)
  }

  /// The first day on which the row exists from today on is in the slot at hand.
  private var nextDue: Value {
    if let closed = promise.closed, closed < today { return .missing }
    var slot = Period(unit, containing: max(today, promise.opened ?? today))
    let isOverBefore = promise.closed.map { $0 < promise.opened ?? $0 } ?? false
    if isOverBefore { return .missing }
    if sessions.filter({ slot.contains($0) && exists(on: $0) }).count >= minimum {
      slot = slot.next!
    }
    let last = days(of: slot).last { exists(on: $0) }
    return last.map { .date($0) } ?? .missing
  }

  /// In the order of the measures.
  var values: [Value] {
    let counting = slots.filter(counts)
    let met = counting.map(isMet)
    let expected = Int64(counting.count)
    let metCount = Int64(met.filter { $0 }.count)
    let streak = Int64(met.reversed().prefix { $0 }.count)
    return [
      .int(expected), .int(metCount), .int(expected - metCount),
      expected == 0 ? .missing : .number(Double(metCount) / Double(expected)),
      .int(longestRun(of: met.map { !$0 })), .int(streak), .int(longestRun(of: met)),
      sessions.max().map { .date($0) } ?? .missing, nextDue,
      .text(slots.map(sign).joined()),
    ]
  }

  static func rows(_ town: PromiseTown, _ stage: CadenceStage) -> [[Value]] {
    town.promises.map { promise in
      SlowCadence(promise, stage)?.values
        ?? CadenceMeasure.allCases.map { _ in Value.missing }
    }
  }
}
