import HearthData

extension PlanRunner {
  /// The first rows in the order of a key, ties in source order, without sorting the others.
  ///
  /// One pass that keeps the best so far in a heap; for many rows a sort is cheaper.
  func leading(
    _ wanted: Int, by encoders: [KeyEncoder], count: Int
  ) throws(RunError) -> Buffer<Int32> {
    let words = KeyWord.packed(encoders)
    guard words.count == 1, let word = words.first, wanted <= max(16, count / 16) else {
      return try order(by: encoders, count: count).slice(0..<wanted)
    }
    let strips = try forEachStrip(of: count) { (range) throws(RunError) in
      var best = BestRows(limit: wanted)
      forEachBlock(of: range) { rows, words in
        word.write(to: words, rows: rows)
        for index in words.indices {
          best.offer(words[index], Int32(truncatingIfNeeded: rows.lowerBound &+ index))
        }
      }
      return best
    }
    var best = BestRows(limit: wanted)
    for strip in strips {
      for entry in strip.entries { best.offer(entry.word, entry.row) }
    }
    return Buffer(best.entries.sorted(by: <).map(\.row))
  }
}

/// The smallest words with their rows; the greatest of them is on top of a heap.
private struct BestRows: Sendable {
  struct Entry: Comparable, Sendable {
    var word: UInt64
    var row: Int32

    static func < (a: Entry, b: Entry) -> Bool {
      a.word != b.word ? a.word < b.word : a.row < b.row
    }
  }

  private(set) var entries: [Entry] = []
  private let limit: Int
  /// The word that an entry must not exceed once the heap is full.
  private var worst: UInt64 = .max

  init(limit: Int) {
    self.limit = limit
    entries.reserveCapacity(limit)
  }

  @inline(__always)
  mutating func offer(_ word: UInt64, _ row: Int32) {
    if word <= worst { take(Entry(word: word, row: row)) }
  }

  private mutating func take(_ entry: Entry) {
    if entries.count < limit {
      entries.append(entry)
      siftUp(entries.count - 1)
    } else if entry < entries[0] {
      entries[0] = entry
      siftDown(0)
    }
    if entries.count == limit { worst = entries[0].word }
  }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0, entries[(child - 1) / 2] < entries[child] {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown(_ start: Int) {
    var parent = start
    while true {
      var child = 2 * parent + 1
      guard child < entries.count else { return }
      if child + 1 < entries.count, entries[child] < entries[child + 1] { child += 1 }
      guard entries[parent] < entries[child] else { return }
      entries.swapAt(parent, child)
      parent = child
    }
  }
}
