import HearthData
import HearthPlan

/// Goes through the rows of a morsel one by one, with one memory for all of them.
struct CadenceWalk: ~Copyable {
  private let today: Day
  private let period: Range<Int32>
  private let promises: Promises
  private let evidence: EvidenceRows
  /// How many rows of evidence each slot of the row at hand has.
  private let counts: SharedMemory<Int32>
  private var drawing: SlotDrawing?
  private(set) var remarks = CadenceRemarks()

  init(_ stage: CadenceStage, _ promises: Promises, _ evidence: EvidenceRows) {
    let longest = promises.calendars.map { $0?.slots.count ?? 0 }.max() ?? 0
    let (start, end) = (stage.period.start.number, stage.period.end.number)
    today = stage.today
    period = start..<max(start, end)
    self.promises = promises
    self.evidence = evidence
    counts = SharedMemory(count: longest)
    if stage.draws { drawing = SlotDrawing(slots: longest) }
  }

  /// Rows in their order, each once.
  mutating func tally(_ row: Int) -> CadenceTally {
    guard let (calendar, minimum) = promises.promise(of: row) else {
      remarks.unknown += 1
      drawing?.addMissing()
      return .unknown
    }
    let life = Life(opens: promises.opens[row], closes: promises.closes[row])
    let next = NextDue(calendar, life, today: today)
    var tally = CadenceTally()
    let inNext = count(row, calendar.slots, life, next, &tally)
    walk(calendar.slots, life, minimum, &tally)
    tally.nextDue = next.day(isMet: inNext >= minimum)
    drawing?.add()
    return tally
  }

  /// The drawings of the rows so far; missing when nobody asked for them.
  mutating func drawings() throws(RunError) -> Column {
    guard let texts = try drawing?.finish() else { return .missing(count: 0, type: .text) }
    return Column(type: .text, count: texts.count, storage: .text(texts))
  }

  /// Counts the evidence of a row slot by slot; answers with that of the slot next due.
  private mutating func count(
    _ row: Int, _ slots: Slots, _ life: Life, _ next: NextDue, _ tally: inout CadenceTally
  ) -> Int64 {
    for slot in 0..<slots.count { counts[slot] = 0 }
    let window = life.days.clamped(to: period)
    let first = slots.starts[0]
    var inNext: Int64 = 0
    for place in Int(evidence.offsets[row])..<Int(evidence.offsets[row + 1]) {
      let day = evidence.days[place]
      if day == MissingValue.days {
        remarks.undated += 1
      } else if day > today.number {
        remarks.future += 1
      } else {
        tally.last = max(tally.last, day)
        if window.contains(day) { counts[Int(slots.places[Int(day &- first)])] &+= 1 }
        if next.counts(day) { inNext += 1 }
      }
    }
    return inNext
  }

  /// From the first slot to the last. Those that are neither met nor missed lie before and after
  /// all others, so that they break no run.
  private mutating func walk(
    _ slots: Slots, _ life: Life, _ minimum: Int64, _ tally: inout CadenceTally
  ) {
    let window = life.days.clamped(to: period)
    var gap: Int32 = 0
    for slot in 0..<slots.count {
      let days = slots.starts[slot]..<slots.starts[slot + 1]
      if Int64(counts[slot]) >= minimum {
        tally.met += 1
        tally.streak += 1
        tally.bestStreak = max(tally.bestStreak, tally.streak)
        gap = 0
        drawing?.draw(.met)
      } else if isOwed(days, window) {
        tally.streak = 0
        gap += 1
        tally.longestGap = max(tally.longestGap, gap)
        tally.expected += 1
        drawing?.draw(.missed)
      } else {
        let sign = isRunning(days, window) ? SlotDrawing.Sign.running : .notExpected
        drawing?.draw(sign)
      }
    }
    tally.expected += tally.met
  }

  /// Over, and wholly in the period and the life.
  @inline(__always)
  private func isOwed(_ days: Range<Int32>, _ window: Range<Int32>) -> Bool {
    days.upperBound <= today.number && window.lowerBound <= days.lowerBound
      && days.upperBound <= window.upperBound
  }

  /// Evidence that comes today or later could still meet it.
  @inline(__always)
  private func isRunning(_ days: Range<Int32>, _ window: Range<Int32>) -> Bool {
    days.contains(today.number)
      && max(today.number, window.lowerBound) < min(days.upperBound, window.upperBound)
  }
}

/// The slots of each row as a text.
private struct SlotDrawing: ~Copyable {
  enum Sign {
    case met, missed, running, notExpected
  }

  private let line: SharedMemory<UInt8>
  private var length = 0
  private var builder = TextBuilder()

  init(slots: Int) {
    // No sign has more than three bytes.
    line = SharedMemory(count: 3 * slots)
  }

  @inline(__always)
  mutating func draw(_ sign: Sign) {
    switch sign {
    // ● ○ ◌ in UTF-8, which differ in their last byte.
    case .met: append(0xE2, 0x97, 0x8F)
    case .missed: append(0xE2, 0x97, 0x8B)
    case .running: append(0xE2, 0x97, 0x8C)
    case .notExpected:
      // ·
      line[length] = 0xC2
      line[length + 1] = 0xB7
      length += 2
    }
  }

  @inline(__always)
  private mutating func append(_ a: UInt8, _ b: UInt8, _ c: UInt8) {
    line[length] = a
    line[length + 1] = b
    line[length + 2] = c
    length += 3
  }

  /// The row is complete.
  mutating func add() {
    builder.append(UnsafeBufferPointer(rebasing: line.buffer.pointer[..<length]))
    length = 0
  }

  mutating func addMissing() { builder.appendMissing() }

  mutating func finish() throws(RunError) -> TextBuffer {
    if builder.isFull { throw .textTooLarge }
    return builder.finish()
  }
}
