import HearthData

extension PlanRunner {
  /// The rows in the order of several keys, equal ones in source order.
  func order(by encoders: [KeyEncoder], count: Int) throws(RunError) -> Buffer<Int32> {
    let words = KeyWord.packed(encoders)
    let limit = UInt64(min(1 << 17, max(1_024, count)))
    if words.count == 1, let cardinality = words[0].cardinality, cardinality <= limit {
      return try countingOrder(by: words[0], cardinality: Int(cardinality), count: count)
    }
    var sorter = RadixSorter(count: count)
    for word in words.reversed() {
      sorter.sort(by: try values(of: word, count: count), bits: word.bits)
      try run.checkLimits()
    }
    return sorter.rows
  }

  /// Whether the rows already stand in the order of the keys; false also where that is not
  /// worth finding out.
  func isOrdered(by encoders: [KeyEncoder], count: Int) throws(RunError) -> Bool {
    let words = KeyWord.packed(encoders)
    guard words.count == 1 else { return words.isEmpty }
    var previous: UInt64 = 0
    var start = 0
    // A block at a time, so that the first row out of place ends the search.
    while start < count {
      var isOrdered = true
      let end = min(start + Self.morselSize, count)
      forEachBlock(of: start..<end) { rows, block in
        guard isOrdered else { return }
        words[0].write(to: block, rows: rows)
        for word in block {
          if word < previous { isOrdered = false }
          previous = word
        }
      }
      if !isOrdered { return false }
      try run.checkLimits()
      start = end
    }
    return true
  }

  /// A place for every word: count, add up, place; each strip of rows has its own places.
  private func countingOrder(
    by word: KeyWord, cardinality: Int, count: Int
  ) throws(RunError) -> Buffer<Int32> {
    let strips = try forEachStrip(of: count) { (range) throws(RunError) in
      let sizes = SharedMemory<Int32>(count: cardinality)
      sizes.fill(0)
      forEachBlock(of: range) { rows, words in
        word.write(to: words, rows: rows)
        for word in words { sizes[Int(truncatingIfNeeded: word)] &+= 1 }
      }
      return (range, sizes)
    }
    var place: Int32 = 0
    for code in 0..<cardinality {
      for (_, sizes) in strips {
        let size = sizes[code]
        sizes[code] = place
        place &+= size
      }
    }
    let order = SharedMemory<Int32>(count: count)
    _ = try parallelMap(strips.count, run) { (index) throws(RunError) in
      let (range, places) = strips[index]
      forEachBlock(of: range) { rows, words in
        word.write(to: words, rows: rows)
        for index in words.indices {
          let code = Int(truncatingIfNeeded: words[index])
          order[Int(places[code])] = Int32(truncatingIfNeeded: rows.lowerBound &+ index)
          places[code] &+= 1
        }
      }
    }
    return order.buffer
  }

  /// The words of all rows, made on all threads.
  func values(of word: KeyWord, count: Int) throws(RunError) -> Buffer<UInt64> {
    let memory = SharedMemory<UInt64>(count: count)
    try forEachMorsel(of: count) { (range) throws(RunError) in
      forEachBlock(of: range) { rows, words in
        word.write(to: words, rows: rows)
        memory.place(UnsafeBufferPointer(words), at: rows.lowerBound)
      }
    }
    return memory.buffer
  }
}
