import HearthData
import HearthPlan
import HearthText

extension PlanRunner {
  /// One row per linked row: rows of the linked entity, in the order of the rows they belong to.
  func expand(
    _ collection: Collection, filter: TypedExpression?, carried: [Assignment], _ frame: Frame
  ) throws(RunError) -> Frame {
    let adjacency = try reading { () throws(DataError) in
      try store.adjacency(of: collection.link, reversed: collection.isReversed)
    }
    var (parents, children) = try pairs(frame.rows, adjacency)
    if let filter {
      let inner = EvaluationContext(
        run: run, entity: collection.entity, rows: .ordinals(children),
        outer: EvaluationContext.Outer(context: context(frame), positions: parents))
      let chosen = try select(filter, in: inner)
      if chosen.count < children.count {
        parents = RowSet.ordinals(parents).taking(.ordinals(chosen)).ordinals
        children = RowSet.ordinals(children).taking(.ordinals(chosen)).ordinals
      }
    }
    var expanded = Frame(entity: collection.entity, rows: .ordinals(children))
    for assignment in carried {
      let column = try evaluate(assignment.expression, in: context(frame))
      expanded.slots[assignment.slot] = column.gather(rows: parents)
    }
    remarks.add(.expanded(store.schema[collection.entity].name, frame.count, children.count))
    return expanded
  }

  /// Every row with every row linked to it.
  func pairs(
    _ rows: RowSet, _ adjacency: Adjacency
  ) throws(RunError) -> (parents: Buffer<Int32>, children: Buffer<Int32>) {
    let ordinals = rows.ordinals
    let sizes = try forEachMorsel(of: ordinals.count) { (range) throws(RunError) in
      range.reduce(0) { $0 + adjacency.count(ordinals[$1]) }
    }
    let total = sizes.reduce(0, +)
    guard total <= Int(Int32.max) else { throw .stopped(.rows) }
    let starts = sizes.indices.map { sizes[..<$0].reduce(0, +) }
    let parents = SharedMemory<Int32>(count: total)
    let children = SharedMemory<Int32>(count: total)
    try forEachMorsel(of: ordinals.count) { (range) throws(RunError) in
      var place = starts[range.lowerBound / Self.morselSize]
      for position in range where ordinals[position] >= 0 {
        for child in adjacency[Int(ordinals[position])] {
          parents[place] = Int32(truncatingIfNeeded: position)
          children[place] = child
          place &+= 1
        }
      }
    }
    return (parents.buffer, children.buffer)
  }
}

extension Adjacency {
  fileprivate func count(_ row: Int32) -> Int {
    row < 0 ? 0 : Int(offsets[Int(row) + 1] &- offsets[Int(row)])
  }
}

extension Note {
  fileprivate static func expanded(_ name: Bilingual, _ before: Int, _ after: Int) -> Note {
    Note(
      Bilingual(
        "expand \(name.english): \(before) row\(before == 1 ? "" : "s") became \(after)",
        "展开“\(name.chinese)”：\(before) 行变为 \(after) 行"))
  }
}
