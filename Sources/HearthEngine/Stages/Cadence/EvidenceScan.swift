import HearthData
import HearthPlan

/// Finds the evidence of many rows in one scan of the linked table: few of its rows are evidence,
/// and they lie side by side, where the links of each row lead all over it.
struct EvidenceScan {
  private let run: RunState
  private let linked: LinkedRows
  private let filter: TypedExpression
  /// The row of the other table that each linked row belongs to; negative for none.
  private let targets: Buffer<Int32>
  /// The place in the frame of each row of the other table, -1 for one that is not in it; nil when
  /// that is its number.
  private let places: Buffer<Int32>?
  private let frameCount: Int

  /// The frame holds at least this part of the other table; of less, following links is less work.
  private static let leastShare = 4

  /// nil where the links must be followed: over several of them, or to rows that are chosen by what
  /// stands outside or could fail.
  init?(_ linked: LinkedRows, _ frame: Frame, _ run: RunState) throws(RunError) {
    guard run.options.usesShortcuts, linked.steps.count == 1, linked.steps[0].prefix == nil,
      let filter = linked.filter
    else { return nil }
    let collection = linked.steps[0].collection
    let link = run.store.schema[collection.link]
    guard collection.isReversed, link.isToOne, frame.entity == link.target else { return nil }
    let reach = filter.reach(run.definitions)
    let scope = Scope(run: run, entity: linked.entity, rowCount: 1)
    guard reach.frame == 0, reach.rows <= 1, Compiler(scope).isTotal(filter) else { return nil }
    let (ownerCount, targets) = try reading { () throws(DataError) in
      (try run.store.rowCount(of: link.target), try run.store.targets(of: collection.link))
    }
    guard frame.count * Self.leastShare >= ownerCount else { return nil }
    if case .range(0..<ownerCount) = frame.rows {
      places = nil
    } else {
      guard let places = Self.places(of: frame.rows, ownerCount) else { return nil }
      self.places = places
    }
    self.run = run
    self.linked = linked
    self.filter = filter
    self.targets = targets
    frameCount = frame.count
  }

  /// nil where a row stands in the frame more than once, or is none.
  private static func places(of rows: RowSet, _ ownerCount: Int) -> Buffer<Int32>? {
    let ordinals = rows.ordinals
    var areDistinct = true
    let places = Buffer<Int32>(count: ownerCount) { memory in
      memory.initialize(repeating: -1)
      for place in 0..<ordinals.count {
        let row = Int(ordinals[place])
        guard row >= 0, memory[row] < 0 else {
          areDistinct = false
          return
        }
        memory[row] = Int32(truncatingIfNeeded: place)
      }
    }
    return areDistinct ? places : nil
  }

  /// `days`: rows of other days make no difference, unless they have none or one after `today`.
  func evidence(days: Range<Int32>?, today: Day) throws(RunError) -> EvidenceRows {
    let scope = Scope(run: run, entity: linked.entity, rowCount: targets.count)
    let rows = try rows(of: days, today: today)
    let narrowed = try Compiler(scope).narrowed(rows, by: filter)
    var found = RowSet.range(narrowed.rows)
    if let condition = narrowed.condition {
      let context = EvaluationContext(run: run, entity: linked.entity, rows: found)
      found = found.taking(.ordinals(try select(condition, in: context)))
    }
    let dated = EvaluationContext(run: run, entity: linked.entity, rows: found)
    return sorted(owners: owners(of: found), days: try evaluate(linked.date, in: dated).days())
  }

  /// The rows among which all are that make a difference.
  private func rows(of days: Range<Int32>?, today: Day) throws(RunError) -> Range<Int> {
    let all = 0..<targets.count
    guard let days, case .field(let field) = linked.date.kind, field.entity == linked.entity,
      let blocks = try reading({ () throws(DataError) in try run.store.dayBlocks(of: field) }),
      !blocks.hasMissing, let range = blocks.range, range.upperBound <= today.number
    else { return all }
    return blocks.rows(in: days)
  }

  /// The place in the frame that each row belongs to; negative for none.
  private func owners(of rows: RowSet) -> Buffer<Int32> {
    let owners = targets.taking(rows)
    run.countRead(bytes: owners.count * MemoryLayout<Int32>.stride)
    guard let places else { return owners }
    return Buffer.filled(owners.count) { owners[$0] < 0 ? -1 : places[Int(owners[$0])] }
  }

  /// By owner, each one's in the order of the table.
  private func sorted(owners: Buffer<Int32>, days: Buffer<Int32>) -> EvidenceRows {
    let offsets = Buffer<Int32>(count: frameCount + 1) { memory in
      memory.initialize(repeating: 0)
      for index in 0..<owners.count where owners[index] >= 0 {
        memory[Int(owners[index]) + 1] &+= 1
      }
      for place in 0..<frameCount { memory[place + 1] &+= memory[place] }
    }
    let next = SharedMemory<Int32>(count: frameCount)
    for place in 0..<frameCount { next[place] = offsets[place] }
    let sorted = Buffer<Int32>(count: Int(offsets[frameCount])) { memory in
      for index in 0..<owners.count where owners[index] >= 0 {
        let owner = Int(owners[index])
        memory[Int(next[owner])] = days[index]
        next[owner] &+= 1
      }
    }
    return EvidenceRows(offsets: offsets, days: sorted)
  }
}
