import HearthData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The sign of the order of two texts by code point, which is that of their UTF-8 bytes.
@inline(__always)
func textOrder(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
  let common = min(a.count, b.count)
  if common > 0, let x = a.baseAddress, let y = b.baseAddress {
    let sign = memcmp(x, y, common)
    if sign != 0 { return Int(sign) }
  }
  return a.count - b.count
}

/// Whether two texts have the same bytes.
@inline(__always)
func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
  guard a.count == b.count else { return false }
  guard a.count > 0, let x = a.baseAddress, let y = b.baseAddress else { return true }
  return memcmp(x, y, a.count) == 0
}

/// Where a text begins in another; nil if it does not occur.
@inline(__always)
func firstPlace(
  of part: UnsafeBufferPointer<UInt8>, in whole: UnsafeBufferPointer<UInt8>
) -> Int? {
  guard part.count > 0, let needle = part.baseAddress else { return 0 }
  guard part.count <= whole.count, let base = whole.baseAddress else { return nil }
  // The last byte is looked at first: Han characters share their first one with many others.
  let last = part.count - 1
  let lastByte = needle[last]
  for place in 0...(whole.count - part.count) {
    if base[place + last] == lastByte, memcmp(base + place, needle, last) == 0 { return place }
  }
  return nil
}
