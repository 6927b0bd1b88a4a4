extension Store {
  /// For each area the row of its ancestor or itself at a level (an index in `Entity.levels`), -1
  /// when it lies above that level. A circle of parents has no ancestors.
  package func ancestors(at level: Int, of areas: EntityID) throws(DataError) -> Buffer<Int32> {
    guard ancestorRows[areas.index].indices.contains(level) else {
      return Buffer(repeating: MissingValue.row, count: try rowCount(of: areas))
    }
    return try ancestorRows[areas.index][level].get { () throws(DataError) in
      let count = try rowCount(of: areas)
      let parents = try parents(of: areas, count: count)
      let levels = try levels(of: areas, parents: parents, count: count)
      return Buffer(
        (0..<count).map { row in
          var current = row
          // No chain without a circle is longer than there are rows, or than levels are deep.
          for _ in 0..<min(count, Self.deepestTree) {
            if levels[current] == level { return Int32(current) }
            if let own = levels[current], own < level { return -1 }
            guard parents[current] >= 0 else { return -1 }
            current = Int(parents[current])
          }
          return -1
        })
    }
  }

  private static var deepestTree: Int { 64 }

  private func parents(of areas: EntityID, count: Int) throws(DataError) -> Buffer<Int32> {
    guard let link = schema[areas].parentLink else {
      return Buffer(repeating: MissingValue.row, count: count)
    }
    return try targets(of: link)
  }

  /// The level of each row; without a level field, its depth below the root.
  private func levels(
    of areas: EntityID, parents: Buffer<Int32>, count: Int
  ) throws(DataError) -> [Int?] {
    let entity = schema[areas]
    guard let field = entity.levelField else {
      return (0..<count).map { row in
        var depth = 0
        var current = row
        while parents[current] >= 0, depth < Self.deepestTree {
          current = Int(parents[current])
          depth += 1
        }
        return depth
      }
    }
    let column = try rawColumn(FieldID(areas, field))
    var positions: [String: Int] = [:]
    for (index, level) in entity.levels.enumerated() {
      positions[level.english] = index
      positions[level.chinese] = positions[level.chinese] ?? index
    }
    return (0..<count).map { column.cellText(at: $0).flatMap { positions[$0] } }
  }
}
