/// The same numbers for the same seed on every machine (Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", 2014).
struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// From 0 up to, not including, `limit`.
  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    word ^= word >> 31
    return Int(word.multipliedFullWidth(by: UInt64(limit)).high)
  }
}
