import HearthData

/// Rows put into groups of equal keys; the groups are numbered in the order of their keys.
///
/// Missing is a key like any other and the last one; −0 is 0.
struct Grouping: Sendable {
  var map: GroupMap
  /// For each group its first row.
  var firstRows: Buffer<Int32>

  var count: Int { map.groupCount }

  /// The groups as a key.
  var encoder: KeyEncoder { map.encoder }

  /// All rows in one group, which is there without any row too.
  static func whole(count: Int) -> Grouping {
    Grouping(
      map: GroupMap(groupCount: 1, groups: Buffer(repeating: 0, count: count)),
      firstRows: Buffer([count > 0 ? 0 : -1]))
  }
}

extension PlanRunner {
  /// Groups of equal values in all columns; without columns there is one group.
  func group(
    by columns: [Column], count: Int, isOrdered: Bool = true
  ) throws(RunError) -> Grouping {
    var encoders: [KeyEncoder] = []
    for column in columns { encoders.append(try encode(column, isOrdered: isOrdered)) }
    return try group(by: encoders, count: count)
  }

  func group(by encoders: [KeyEncoder], count: Int) throws(RunError) -> Grouping {
    var words = KeyWord.packed(encoders)
    guard !words.isEmpty else { return .whole(count: count) }
    while words.count > 1 {
      // Group numbers need 31 bits at most, so that at least every two words become one.
      var numbered: [KeyEncoder] = []
      for word in words { numbered.append(try group(by: word, count: count).encoder) }
      words = KeyWord.packed(numbered)
    }
    return try group(by: words[0], count: count)
  }

  private func group(by word: KeyWord, count: Int) throws(RunError) -> Grouping {
    let denseLimit = UInt64(min(max(1_024, 4 * count), 1 << 24))
    if let cardinality = word.cardinality, cardinality <= denseLimit {
      return try denseGrouping(by: word, cardinality: Int(cardinality), count: count)
    }
    return try hashGrouping(by: word, count: count)
  }

  /// A place for every possible word: the words in use, in their order, are the groups.
  private func denseGrouping(
    by word: KeyWord, cardinality: Int, count: Int
  ) throws(RunError) -> Grouping {
    let groups = SharedMemory<Int32>(count: count)
    let strips = try forEachStrip(of: count) { (range) throws(RunError) in
      let firstRows = SharedMemory<Int32>(count: cardinality)
      firstRows.fill(-1)
      forEachBlock(of: range) { rows, words in
        word.write(to: words, rows: rows)
        for index in words.indices {
          let code = Int(truncatingIfNeeded: words[index])
          groups[rows.lowerBound &+ index] = Int32(truncatingIfNeeded: code)
          if firstRows[code] < 0 {
            firstRows[code] = Int32(truncatingIfNeeded: rows.lowerBound &+ index)
          }
        }
      }
      return firstRows
    }
    var numbers = [Int32](repeating: -1, count: cardinality)
    var firstRows: [Int32] = []
    for code in 0..<cardinality {
      guard let strip = strips.first(where: { $0[code] >= 0 }) else { continue }
      numbers[code] = Int32(firstRows.count)
      firstRows.append(strip[code])
    }
    if firstRows.count < cardinality { try renumber(groups, with: [numbers], strips: [0..<count]) }
    return Grouping(
      map: GroupMap(groupCount: firstRows.count, groups: groups.buffer),
      firstRows: Buffer(firstRows))
  }

  /// Each strip numbers its words as they appear; then all words are put in order.
  private func hashGrouping(by word: KeyWord, count: Int) throws(RunError) -> Grouping {
    let groups = SharedMemory<Int32>(count: count)
    let strips = try forEachStrip(of: count) { (range) throws(RunError) in
      var table = GroupTable()
      forEachBlock(of: range) { rows, words in
        word.write(to: words, rows: rows)
        for index in words.indices {
          let row = rows.lowerBound &+ index
          groups[row] = table.number(of: words[index], row: Int32(truncatingIfNeeded: row))
        }
      }
      return (range, table)
    }
    let merged = merge(strips.map(\.1), bits: word.bits)
    try renumber(groups, with: merged.numbers, strips: strips.map(\.0))
    return Grouping(
      map: GroupMap(groupCount: merged.firstRows.count, groups: groups.buffer),
      firstRows: Buffer(merged.firstRows))
  }

  /// For each table the final number of each of its words.
  private func merge(
    _ tables: [GroupTable], bits: Int
  ) -> (numbers: [[Int32]], firstRows: [Int32]) {
    var numbers = tables.map { [Int32](repeating: 0, count: $0.words.count) }
    let words = Buffer(tables.flatMap(\.words))
    let origins = tables.enumerated().flatMap { strip, table in
      table.words.indices.map { (strip: strip, number: $0) }
    }
    var firstRows: [Int32] = []
    var previous: UInt64?
    // Stable: of equal words that of the earliest strip comes first.
    for index in stableOrder(of: words, bits: bits) {
      let (strip, number) = origins[Int(index)]
      if words[Int(index)] != previous {
        previous = words[Int(index)]
        firstRows.append(tables[strip].firstRows[number])
      }
      numbers[strip][number] = Int32(firstRows.count - 1)
    }
    return (numbers, firstRows)
  }

  private func renumber(
    _ groups: SharedMemory<Int32>, with numbers: [[Int32]], strips: [Range<Int>]
  ) throws(RunError) {
    for (strip, table) in zip(strips, numbers) {
      try forEachMorsel(of: strip.count) { (range) throws(RunError) in
        table.withUnsafeBufferPointer { table in
          for row in range {
            let place = strip.lowerBound &+ row
            groups[place] = table[Int(groups[place])]
          }
        }
      }
    }
  }
}

extension GroupMap {
  /// The groups as a key.
  var encoder: KeyEncoder {
    KeyEncoder(.ranks(groups), bounds: groupCount == 0 ? nil : 0...UInt64(groupCount - 1))
  }
}

/// Words numbered as they appear: open addressing, at most half full.
struct GroupTable: Sendable {
  private(set) var words: [UInt64] = []
  private(set) var firstRows: [Int32] = []
  /// Number + 1; 0 is an empty place.
  private var places: [Int32] = Array(repeating: 0, count: 1 << 10)

  /// The number of a word, a new one if it has none yet.
  @inline(__always)
  mutating func number(of word: UInt64, row: Int32) -> Int32 {
    let mask = places.count - 1
    var place = Self.home(word) & mask
    while places[place] != 0 {
      let number = places[place] - 1
      if words[Int(number)] == word { return number }
      place = (place + 1) & mask
    }
    words.append(word)
    firstRows.append(row)
    places[place] = Int32(truncatingIfNeeded: words.count)
    if words.count * 2 > places.count { grow() }
    return Int32(truncatingIfNeeded: words.count - 1)
  }

  /// The number of a word, -1 without one.
  @inline(__always)
  func number(of word: UInt64) -> Int32 {
    let mask = places.count - 1
    var place = Self.home(word) & mask
    while places[place] != 0 {
      let number = places[place] - 1
      if words[Int(number)] == word { return number }
      place = (place + 1) & mask
    }
    return -1
  }

  @inline(__always)
  private static func home(_ word: UInt64) -> Int {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 4)
    let mask = places.count - 1
    for (number, word) in words.enumerated() {
      var place = Self.home(word) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = Int32(truncatingIfNeeded: number + 1)
    }
  }
}
