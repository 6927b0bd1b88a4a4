import HearthData
import HearthPlan

/// Numbered values beside their groups, dealt out to runs of neighbouring groups.
///
///     strip 0   (group, value) of run 0 | of run 1 | …   each run's in the order of the rows
///     strip 1   …                                        a strip of rows for each thread
///
/// A pair is one word: the group's place in its run above the value.
struct DealtValues<Word: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: Sendable
{
  private let strips: [Strip]
  private let groupCount: Int

  private struct Strip: Sendable {
    var pairs: SharedMemory<Word>
    var starts: [Int]
  }

  /// Groups of a run, as a power of two: a counter for each of them fits the second cache.
  private static var shift: Int { 14 }

  /// Bits of a value.
  private static var valueBits: Int { min(32, Word.bitWidth - shift) }

  /// Values must be below.
  static var mostValues: Int { 1 << valueBits }

  var runCount: Int { (groupCount + (1 << Self.shift) - 1) >> Self.shift }

  /// Negative values are missing and left out.
  init(
    _ values: Buffer<Int32>, _ groups: Buffer<Int32>, groupCount: Int, run: RunState
  ) throws(RunError) {
    self.groupCount = groupCount
    let runs = (groupCount + (1 << Self.shift) - 1) >> Self.shift
    let count = max(1, min(run.threadCount, groups.count / PlanRunner.morselSize))
    strips = try parallelMap(count, run) { (index) throws(RunError) in
      let rows = groups.count * index / count..<groups.count * (index + 1) / count
      return Self.strip(values.slice(rows), groups.slice(rows), runs)
    }
  }

  private static func strip(
    _ values: Buffer<Int32>, _ groups: Buffer<Int32>, _ runs: Int
  ) -> Strip {
    var starts = [Int](repeating: 0, count: runs + 1)
    for row in 0..<groups.count where values[row] >= 0 {
      starts[Int(groups[row]) >> shift + 1] += 1
    }
    for run in 0..<runs { starts[run + 1] += starts[run] }
    let pairs = SharedMemory<Word>(count: starts[runs])
    var next = starts
    let place = Int32(1 << shift - 1)
    next.withUnsafeMutableBufferPointer { next in
      for row in 0..<groups.count where values[row] >= 0 {
        let run = Int(groups[row]) >> shift
        pairs[next[run]] =
          Word(truncatingIfNeeded: groups[row] & place) << Word(valueBits)
          | Word(truncatingIfNeeded: UInt32(bitPattern: values[row]))
        next[run] += 1
      }
    }
    return Strip(pairs: pairs, starts: starts)
  }

  /// Writes how many different values each group of a run has.
  func countDifferent(ofRun run: Int, into counts: SharedMemory<Int32>) {
    let first = run << Self.shift
    let size = min(1 << Self.shift, groupCount - first)
    let offsets = SharedMemory<Int32>(count: size + 1)
    offsets.fill(0)
    var total = 0
    for strip in strips {
      let (pairs, range) = (strip.pairs, strip.starts[run]..<strip.starts[run + 1])
      for place in range { offsets[Self.group(pairs[place]) + 1] &+= 1 }
      total += range.count
    }
    for group in 0..<size { offsets[group + 1] &+= offsets[group] }
    let values = SharedMemory<Int32>(count: total)
    let next = SharedMemory<Int32>(count: size)
    for group in 0..<size { next[group] = offsets[group] }
    for strip in strips {
      let (pairs, range) = (strip.pairs, strip.starts[run]..<strip.starts[run + 1])
      for place in range {
        let group = Self.group(pairs[place])
        values[Int(next[group])] = Self.value(pairs[place])
        next[group] &+= 1
      }
    }
    for group in 0..<size {
      let range = Int(offsets[group])..<Int(offsets[group + 1])
      counts[first + group] = values.buffer.differentValues(in: range)
    }
  }

  @inline(__always)
  private static func group(_ pair: Word) -> Int {
    Int(truncatingIfNeeded: pair >> Word(valueBits))
  }

  @inline(__always)
  private static func value(_ pair: Word) -> Int32 {
    Int32(truncatingIfNeeded: pair & (Word(1) << Word(valueBits) - 1))
  }
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
