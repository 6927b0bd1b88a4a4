/// The root of a tree of random streams: what one stream gives never depends on how much was
/// drawn from another, so a table can be written without having written those before it.
struct SampleSeed: Sendable {
  private let key: UInt64

  init(_ seed: UInt64) { key = SampleSeed.scramble(seed &+ 0x9E37_79B9_7F4A_7C15) }

  private init(key: UInt64) { self.key = key }

  /// The subtree of a name, such as that of a table.
  func child(_ name: StaticString) -> SampleSeed {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    name.withUTF8Buffer { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return SampleSeed(key: SampleSeed.scramble(key ^ hash))
  }

  /// The stream of a number, such as that of the row or the day.
  func stream(_ number: Int) -> SampleRandom {
    SampleRandom(state: SampleSeed.scramble(key &+ UInt64(truncatingIfNeeded: number)))
  }

  /// One number in 0..<100 that belongs to a pair of numbers.
  func percentile(_ first: Int, _ second: Int = 0) -> Int {
    var random = stream(first &+ second &* 1_000_003)
    return random.below(100)
  }

  /// The finaliser of SplitMix64: every input bit changes about half of the output bits.
  private static func scramble(_ value: UInt64) -> UInt64 {
    var word = value
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// One stream of random numbers: SplitMix64, eight bytes of state.
struct SampleRandom: Sendable {
  private var state: UInt64

  init(state: UInt64) { self.state = state }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number in 0..<bound; 0 when the bound is not positive.
  mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True in `percent` of a hundred draws.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the elements, which must not be empty.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// The position of a weight, in proportion to the weights.
  mutating func weighted(_ weights: [Int]) -> Int {
    var rest = below(weights.reduce(0, +))
    for (position, weight) in weights.enumerated() {
      if rest < weight { return position }
      rest -= weight
    }
    return weights.count - 1
  }
}
