import HearthData
import HearthPlan

extension AggregateSource {
  /// For every group the set of values of which it has at least so many rows: all values in one
  /// scan, in a dense table of counts.
  ///
  ///     counts   g0v0 g0v1 … g1v0 g1v1 …
  func valuesReached(_ each: EachValue) throws(RunError) -> Column {
    guard let argument, let type = aggregate.argument?.type, each.values.count <= 64,
      case .tags(let domain) = aggregate.type
    else { throw .misbuiltPlan("values without an argument") }
    let parts = try context.mapBlocks { (block) throws(RunError) in
      let (kept, groups) = try rows(block.range).kept()
      return (try argument.run(kept), groups)
    }
    let values = try Column.joined(parts.map(\.0), type: type)
    let groups = Buffer.joined(parts.map(\.1))
    let places = try places(of: values, among: each.values)
    let masks =
      each.minimum <= 1
      ? masksOfAny(places, groups) : masksOfMany(places, groups, each)
    let dictionary: CategoryDictionary
    switch domain {
    case .fixed(let fixed): dictionary = fixed
    case .field:
      dictionary = try reading { () throws(DataError) in
        try context.run.store.dictionary(domain)
      }
    }
    return Column(
      type: aggregate.type, count: groupCount, storage: .masks(Buffer(masks), dictionary))
  }

  /// For every row the position of its value, -1 for one that nobody asks for.
  private func places(of column: Column, among wanted: [Value]) throws(RunError) -> Buffer<Int32> {
    let numbers = try ValueNumbers(column, run: context.run)
    var firstRows = [Int32](repeating: -1, count: numbers.count)
    for row in 0..<numbers.numbers.count where numbers.numbers[row] >= 0 {
      let number = Int(numbers.numbers[row])
      if firstRows[number] < 0 { firstRows[number] = Int32(truncatingIfNeeded: row) }
    }
    var positions: [Value: Int32] = [:]
    for (index, value) in wanted.enumerated() {
      positions[value.asKey] = Int32(truncatingIfNeeded: index)
    }
    let placeOfNumber = firstRows.map { row in
      row < 0 ? -1 : positions[column.value(at: Int(row)).asKey] ?? -1
    }
    return Buffer.filled(column.count) { row in
      let number = numbers.numbers[row]
      return number < 0 ? -1 : placeOfNumber[Int(number)]
    }
  }

  private func masksOfAny(_ places: Buffer<Int32>, _ groups: Buffer<Int32>) -> [UInt64] {
    var masks = [UInt64](repeating: 0, count: groupCount)
    masks.withUnsafeMutableBufferPointer { masks in
      for row in 0..<groups.count where places[row] >= 0 {
        masks[Int(groups[row])] |= 1 << UInt64(places[row])
      }
    }
    return masks
  }

  private func masksOfMany(
    _ places: Buffer<Int32>, _ groups: Buffer<Int32>, _ each: EachValue
  ) -> [UInt64] {
    let width = each.values.count
    var counts = [Int32](repeating: 0, count: groupCount * width)
    counts.withUnsafeMutableBufferPointer { counts in
      for row in 0..<groups.count where places[row] >= 0 {
        counts[Int(groups[row]) &* width &+ Int(places[row])] &+= 1
      }
    }
    return (0..<groupCount).map { group in
      (0..<width).reduce(UInt64(0)) { mask, place in
        Int64(counts[group * width + place]) >= each.minimum ? mask | 1 << UInt64(place) : mask
      }
    }
  }
}
