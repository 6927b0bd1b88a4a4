extension Adjacency {
  /// Each row of the source with its one target or none.
  init(toOne targets: Buffer<Int32>) {
    var offsets = BufferBuilder<Int32>(capacity: targets.count + 1)
    var rows = BufferBuilder<Int32>(capacity: targets.count)
    offsets.append(0)
    for target in targets.pointer {
      if target >= 0 { rows.append(target) }
      offsets.append(Int32(truncatingIfNeeded: rows.count))
    }
    self.init(offsets: offsets.finish(), rows: rows.finish())
  }

  /// The source rows of each target, by counting sort: count, add up, place.
  init(reversing targets: Buffer<Int32>, targetCount: Int) {
    let offsets = Self.offsets(counting: targets, targetCount: targetCount)
    var next = Array(offsets.pointer)
    let rows = Buffer<Int32>(count: Int(offsets[targetCount])) { memory in
      next.withUnsafeMutableBufferPointer { next in
        for row in 0..<targets.count where targets[row] >= 0 {
          let target = Int(targets[row])
          memory.initializeElement(at: Int(next[target]), to: Int32(truncatingIfNeeded: row))
          next[target] &+= 1
        }
      }
    }
    self.init(offsets: offsets, rows: rows)
  }

  private static func offsets(
    counting targets: Buffer<Int32>, targetCount: Int
  ) -> Buffer<Int32> {
    Buffer(count: targetCount + 1) { memory in
      memory.initialize(repeating: 0)
      for target in targets.pointer where target >= 0 { memory[Int(target) + 1] &+= 1 }
      for index in 0..<targetCount { memory[index + 1] &+= memory[index] }
    }
  }

  /// The other direction: for each target the sources that name it, in source order.
  func transposed(targetCount: Int) -> Adjacency {
    let offsets = Self.offsets(counting: rows, targetCount: targetCount)
    var next = Array(offsets.pointer)
    let sources = Buffer<Int32>(count: rows.count) { memory in
      for source in 0..<self.offsets.count - 1 {
        for target in self[source] {
          memory.initializeElement(at: Int(next[Int(target)]), to: Int32(source))
          next[Int(target)] &+= 1
        }
      }
    }
    return Adjacency(offsets: offsets, rows: sources)
  }
}
