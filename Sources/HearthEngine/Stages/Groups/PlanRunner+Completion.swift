import HearthData
import HearthPlan

/// Values that one or several keys take together: a closed category, the slots of a period, the areas
/// of a level with those above them, or the combinations found in the rows.
private struct Axis {
  var count: Int
  /// By the position of the key.
  var columns: [Int: Column]
}

extension PlanRunner {
  /// A completed answer has at most so many groups: more are a mistake in the question.
  static var completionLimit: Int { 1 << 24 }

  /// Also the groups of closed categories, yes/no, slots and levels that no row fell into.
  func completed(
    _ groups: KeyedGroups, _ keys: [GroupStage.Key]
  ) throws(RunError) -> KeyedGroups {
    let axes = try axes(groups, keys)
    guard !axes.isEmpty else { return groups }
    var count = 1
    for axis in axes {
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.count)
      guard !overflow, product <= Self.completionLimit else { throw .stopped(.rows) }
      count = product
    }
    if count == 0 { return groups }
    var columns = groups.keys
    var stride = count
    for axis in axes {
      stride /= axis.count
      let rows = Buffer.filled(count) { Int32(truncatingIfNeeded: $0 / stride % axis.count) }
      for (key, column) in axis.columns {
        columns[key] = try concatenated([columns[key], column.gather(rows: rows)])
      }
    }
    let before = groups.grouping.count
    let grouping = try group(by: columns, count: before + count)
    let numbers = grouping.map.groups
    let old = groups.grouping.map.groups
    let map = GroupMap(
      groupCount: grouping.count, groups: Buffer.filled(old.count) { numbers[Int(old[$0])] })
    return KeyedGroups(
      grouping: Grouping(map: map, firstRows: grouping.firstRows),
      keys: columns.map { $0.gather(rows: grouping.firstRows) })
  }

  /// None if no key says what its values could be.
  private func axes(
    _ groups: KeyedGroups, _ keys: [GroupStage.Key]
  ) throws(RunError) -> [Axis] {
    var axes: [Axis] = []
    var open: [Int] = []
    var paths: [LevelPath: [Int]] = [:]
    for (index, key) in keys.enumerated() {
      let column = groups.keys[index]
      if let path = key.expression.levelPath {
        if paths[path.base] == nil { axes.append(Axis(count: 0, columns: [index: column])) }
        paths[path.base, default: []].append(index)
      } else if let range = key.range {
        axes.append(Axis(count: range.slots.count, columns: [index: range.slots]))
      } else if let values = try declaredValues(column) {
        axes.append(Axis(count: values.count, columns: [index: values]))
      } else {
        open.append(index)
      }
    }
    if axes.isEmpty { return [] }
    for (path, members) in paths {
      let levels = try areas(path.entity, members.map { keys[$0].expression.levelPath?.level ?? 0 })
      let columns = members.enumerated().map { place, key in
        let type = groups.keys[key].type
        let column = Column(type: type, count: levels[place].count, storage: .rows(levels[place]))
        return (key, column)
      }
      if let place = axes.firstIndex(where: { $0.columns[members[0]] != nil }) {
        axes[place] = Axis(
          count: levels[0].count, columns: Dictionary(uniqueKeysWithValues: columns))
      }
    }
    if !open.isEmpty { axes.append(try found(open, groups)) }
    return axes
  }

  /// The combinations that rows have of the keys whose values nobody declared.
  private func found(_ open: [Int], _ groups: KeyedGroups) throws(RunError) -> Axis {
    let columns = open.map { groups.keys[$0] }
    let grouping = try group(by: columns, count: groups.grouping.count)
    let values = columns.map { $0.gather(rows: grouping.firstRows) }
    return Axis(count: grouping.count, columns: Dictionary(uniqueKeysWithValues: zip(open, values)))
  }

  /// All values of a closed category, of yes/no, or all areas of the levels that occur.
  private func declaredValues(_ column: Column) throws(RunError) -> Column? {
    switch column.type {
    case .bool: return Column(bools: [false, true])
    case .category(let domain):
      var dictionary = column.dictionary
      if dictionary == nil { dictionary = try self.dictionary(of: column.type) }
      guard let dictionary, dictionary.isClosed else { return nil }
      return Column(
        codes: Array(1..<dictionary.count + 1), dictionary: dictionary, domain: domain)
    case .link(let entity, _):
      let levels = store.schema[entity].levels
      guard !levels.isEmpty, case .rows(let rows) = column.storage else { return nil }
      var areas: [Int32] = []
      for level in levels.indices {
        let own = try reading { () throws(DataError) in
          try store.ancestors(at: level, of: entity)
        }
        let isFound = rows.contains { $0 >= 0 && own[Int($0)] == $0 }
        if isFound { areas += own.enumerated().filter { $0 == Int($1) }.map(\.element) }
      }
      return Column(type: column.type, count: areas.count, storage: .rows(Buffer(areas)))
    case .text, .tags, .int, .number, .decimal, .date, .dateTime, .period, .list, .missing:
      return nil
    }
  }

  /// For every area of the narrowest of some levels the areas above it at each of them.
  private func areas(_ entity: EntityID, _ levels: [Int]) throws(RunError) -> [Buffer<Int32>] {
    let narrowest = levels.max() ?? 0
    let own = try reading { () throws(DataError) in
      try store.ancestors(at: narrowest, of: entity)
    }
    let areas = Buffer(own.enumerated().filter { $0 == Int($1) }.map(\.element))
    var columns: [Buffer<Int32>] = []
    for level in levels {
      let above = try reading { () throws(DataError) in
        try store.ancestors(at: level, of: entity)
      }
      columns.append(Buffer.filled(areas.count) { above[Int(areas[$0])] })
    }
    return columns
  }
}

/// The way to an area whose level a key asks for: keys with the same way take their values together.
private struct LevelPath: Hashable {
  var hops: [Hop]
  var entity: EntityID
}

extension TypedExpression {
  /// For an expression that leads to an area at a level, and to nothing behind it.
  fileprivate var levelPath: (base: LevelPath, level: Int)? {
    var hops: [Hop] = []
    var current = self
    while case .follow(let hop, let inner) = current.kind {
      if case .level(let entity, let level) = hop {
        guard case .row = inner.kind else { return nil }
        return (LevelPath(hops: hops, entity: entity), level)
      }
      hops.append(hop)
      current = inner
    }
    return nil
  }
}
