import HearthData

/// What the slots of one row come to.
struct CadenceTally: BitwiseCopyable, Sendable {
  /// Negative for a row that has no rhythm: all else is missing then.
  var expected: Int32 = 0
  var met: Int32 = 0
  var longestGap: Int32 = 0
  var streak: Int32 = 0
  var bestStreak: Int32 = 0
  var last = MissingValue.days
  var nextDue = MissingValue.days

  static let unknown = CadenceTally(expected: -1)

  var isKnown: Bool { expected >= 0 }
}

/// The days on which a row exists: from its first to its last, both included; missing is without
/// end.
struct Life {
  let days: Range<Int32>

  @inline(__always)
  init(opens: Int32, closes: Int32) {
    let end = closes == MissingValue.days ? Int32.max : closes &+ 1
    // A missing first day is before all others as it is.
    days = opens..<max(opens, end)
  }
}

/// By when the next row of evidence is due.
struct NextDue {
  /// The slot of today, or that in which the row's life begins; nil once the life is over.
  private let slot: Period?
  private let life: Life

  init(_ calendar: RhythmCalendar, _ life: Life, today: Day) {
    let first = max(today.number, life.days.lowerBound)
    self.life = life
    if !life.days.contains(first) {
      slot = nil
    } else if first == today.number {
      slot = calendar.current
    } else {
      slot = Period(calendar.unit, containing: Day(first))
    }
  }

  /// Whether evidence of a day, which is not after today, is for that slot.
  @inline(__always)
  func counts(_ day: Int32) -> Bool {
    guard let slot else { return false }
    return slot.contains(Day(day)) && life.days.contains(day)
  }

  /// The last day of the slot, or of the next one when this one is met: of what the life has of it.
  func day(isMet: Bool) -> Int32 {
    guard let due = isMet ? slot?.next : slot, due.start.number < life.days.upperBound else {
      return MissingValue.days
    }
    return min(due.lastDay.number, life.days.upperBound &- 1)
  }
}

/// What there is to say of the rows of a morsel.
struct CadenceRemarks: Sendable {
  /// Rows of evidence that are dated after today, and that have no date.
  var future = 0
  var undated = 0
  /// Rows without a rhythm.
  var unknown = 0

  mutating func add(_ other: CadenceRemarks) {
    future += other.future
    undated += other.undated
    unknown += other.unknown
  }
}
