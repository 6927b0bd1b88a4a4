import HearthData

/// Numbered values beside their groups, dealt out to runs of neighbouring groups.
///
///     pairs    (group, value) of run 0 | of run 1 | …   each run's in the order of the rows
struct DealtValues: Sendable {
  private let pairs: SharedMemory<UInt64>
  private let starts: [Int]
  private let groupCount: Int

  /// Groups of a run, as a power of two: a counter for each of them fits the second cache.
  private static let shift = 14

  var runCount: Int { starts.count - 1 }

  /// Negative values are missing and left out.
  init(_ values: Buffer<Int32>, _ groups: Buffer<Int32>, groupCount: Int) {
    let runs = (groupCount + (1 << Self.shift) - 1) >> Self.shift
    var starts = [Int](repeating: 0, count: runs + 1)
    for row in 0..<groups.count where values[row] >= 0 {
      starts[Int(groups[row]) >> Self.shift + 1] += 1
    }
    for run in 0..<runs { starts[run + 1] += starts[run] }
    let pairs = SharedMemory<UInt64>(count: starts[runs])
    var next = starts
    next.withUnsafeMutableBufferPointer { next in
      for row in 0..<groups.count where values[row] >= 0 {
        let run = Int(groups[row]) >> Self.shift
        pairs[next[run]] =
          UInt64(UInt32(bitPattern: groups[row])) << 32 | UInt64(UInt32(bitPattern: values[row]))
        next[run] += 1
      }
    }
    self.pairs = pairs
    self.starts = starts
    self.groupCount = groupCount
  }

  /// Writes how many different values each group of a run has.
  func countDifferent(ofRun run: Int, into counts: SharedMemory<Int32>) {
    let first = run << Self.shift
    let size = min(1 << Self.shift, groupCount - first)
    let offsets = SharedMemory<Int32>(count: size + 1)
    offsets.fill(0)
    for place in starts[run]..<starts[run + 1] { offsets[group(place) - first + 1] &+= 1 }
    for group in 0..<size { offsets[group + 1] &+= offsets[group] }
    let values = SharedMemory<Int32>(count: starts[run + 1] - starts[run])
    let next = SharedMemory<Int32>(count: size)
    for group in 0..<size { next[group] = offsets[group] }
    for place in starts[run]..<starts[run + 1] {
      let group = group(place) - first
      values[Int(next[group])] = Int32(truncatingIfNeeded: pairs[place])
      next[group] &+= 1
    }
    for group in 0..<size {
      let range = Int(offsets[group])..<Int(offsets[group + 1])
      counts[first + group] = values.buffer.differentValues(in: range)
    }
  }

  @inline(__always)
  private func group(_ place: Int) -> Int { Int(truncatingIfNeeded: pairs[place] >> 32) }
}

extension Buffer where Element == Int32 {
  /// Up to so many values are compared with one another, more are sorted.
  private static var few: Int { 16 }

  /// How many different values some neighbours have.
  fileprivate func differentValues(in range: Range<Int>) -> Int32 {
    if range.count < 2 { return Int32(truncatingIfNeeded: range.count) }
    var different: Int32 = 0
    if range.count <= Self.few {
      for place in range {
        var isNew: Int32 = 1
        for earlier in range.lowerBound..<place where self[earlier] == self[place] { isNew = 0 }
        different += isNew
      }
      return different
    }
    let sorted = pointer[range].sorted()
    for place in sorted.indices where place == 0 || sorted[place] != sorted[place - 1] {
      different += 1
    }
    return different
  }
}
