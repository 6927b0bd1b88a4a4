import HearthData

/// Numbers different texts from 0 in the order in which they are first seen.
///
/// Open addressing, at most half full; a slot holds the upper half of the hash and the number.
struct TextTable: ~Copyable {
  private var slots: [UInt64]
  private var mask: Int
  /// The row that first had each number, in `texts`.
  private(set) var firstRows: [Int32] = []
  private let texts: TextBuffer

  private static var empty: UInt64 { .max }

  init(_ texts: TextBuffer) {
    self.texts = texts
    slots = Array(repeating: Self.empty, count: 64)
    mask = 63
  }

  var count: Int { firstRows.count }

  /// The number of the text of a row, which may be new; the row must have one.
  mutating func insert(row: Int) -> Int32 {
    let bytes = texts.bytes(row)
    let hash = textHash(bytes)
    let slot = place(of: bytes, hash)
    if slots[slot] != Self.empty { return Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) }
    let number = Int32(truncatingIfNeeded: firstRows.count)
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number)
    firstRows.append(Int32(truncatingIfNeeded: row))
    if firstRows.count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a text from anywhere; -1 if it is not among those seen.
  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let slot = place(of: bytes, textHash(bytes))
    let found = slots[slot]
    return found == Self.empty ? -1 : Int32(truncatingIfNeeded: found & 0xFFFF_FFFF)
  }

  private func place(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mark = hash & 0xFFFF_FFFF_0000_0000
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != Self.empty {
      let candidate = slots[slot]
      if candidate & 0xFFFF_FFFF_0000_0000 == mark,
        areEqual(texts.bytes(Int(firstRows[Int(candidate & 0xFFFF_FFFF)])), bytes)
      {
        return slot
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Self.empty, count: old.count * 2)
    mask = slots.count - 1
    for entry in old where entry != Self.empty {
      let number = Int(entry & 0xFFFF_FFFF)
      let hash = textHash(texts.bytes(Int(firstRows[number])))
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != Self.empty { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}

/// Mixes eight bytes at a time with a wide multiplication.
@inline(__always)
func textHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
  guard let base = UnsafeRawPointer(bytes.baseAddress) else { return state }
  var offset = 0
  while offset + 8 <= bytes.count {
    state = mixed(state ^ base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    offset += 8
  }
  var tail: UInt64 = 0
  while offset < bytes.count {
    tail = tail << 8 | UInt64(bytes[offset])
    offset += 1
  }
  return mixed(state ^ tail)
}

@inline(__always)
func mixed(_ word: UInt64) -> UInt64 {
  let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
  return product.high ^ product.low &+ 0x2545_F491_4F6C_DD1D
}
