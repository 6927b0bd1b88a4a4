/// The files of a ZIP archive, for looking into workbooks: stored or deflated (RFC 1951).
struct Archive {
  private(set) var files: [String: [UInt8]] = [:]

  struct Broken: Error { var reason: String }

  init(_ bytes: [UInt8]) throws {
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    // The end of the central directory has no comment here.
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50 else { throw Broken(reason: "no directory") }
    var entry = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard number(entry, 4) == 0x0201_4B50 else { throw Broken(reason: "no entry") }
      let method = number(entry + 10, 2)
      let size = number(entry + 20, 4)
      let nameLength = number(entry + 28, 2)
      let name = String(decoding: bytes[(entry + 46)..<(entry + 46 + nameLength)], as: UTF8.self)
      let local = number(entry + 42, 4)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      let content = Array(bytes[start..<(start + size)])
      var inflater = Inflater(content)
      files[name] = method == 0 ? content : try inflater.run()
      entry += 46 + nameLength + number(entry + 30, 2) + number(entry + 32, 2)
    }
  }

  func text(_ name: String) -> String? { files[name].map { String(decoding: $0, as: UTF8.self) } }
}

/// Undoes the compression of RFC 1951, bit by bit.
private struct Inflater {
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() throws -> [UInt8] {
    var isLast = false
    while !isLast {
      isLast = try bits(1) == 1
      switch try bits(2) {
      case 0: try copyStored()
      case 1: try expand(Code(Inflater.fixedLengths), Code(Array(repeating: 5, count: 30)))
      case 2:
        let codes = try dynamicCodes()
        try expand(codes.literals, codes.distances)
      default: throw Archive.Broken(reason: "block type 3")
      }
    }
    return output
  }

  /// A canonical prefix code: how many codes each length has, and the symbols in their order.
  private struct Code {
    var counts = Array(repeating: 0, count: 16)
    var symbols: [Int]

    init(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted {
        (lengths[$0], $0) < (lengths[$1], $1)
      }
    }
  }

  private static let fixedLengths =
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
    + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8)
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let orderOfLengths = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  private mutating func bits(_ count: Int) throws -> Int {
    var value = 0
    for index in 0..<count {
      guard position >> 3 < bytes.count else { throw Archive.Broken(reason: "cut short") }
      value |= Int(bytes[position >> 3] >> UInt8(position & 7) & 1) << index
      position += 1
    }
    return value
  }

  private mutating func symbol(_ code: Code) throws -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1...15 {
      value |= try bits(1)
      let count = code.counts[length]
      if value - first < count { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw Archive.Broken(reason: "no such code")
  }

  private mutating func copyStored() throws {
    position = (position + 7) & ~7
    let count = try bits(16)
    _ = try bits(16)
    let start = position >> 3
    output += bytes[start..<(start + count)]
    position += count * 8
  }

  private mutating func dynamicCodes() throws -> (literals: Code, distances: Code) {
    let (literals, distances, given) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
    var lengths = Array(repeating: 0, count: 19)
    for place in Self.orderOfLengths.prefix(given) { lengths[place] = try bits(3) }
    let code = Code(lengths)
    var all: [Int] = []
    while all.count < literals + distances {
      switch try symbol(code) {
      case 16: all += Array(repeating: all.last ?? 0, count: try bits(2) + 3)
      case 17: all += Array(repeating: 0, count: try bits(3) + 3)
      case 18: all += Array(repeating: 0, count: try bits(7) + 11)
      case let length: all.append(length)
      }
    }
    return (Code(Array(all[..<literals])), Code(Array(all[literals...])))
  }

  private mutating func expand(_ literals: Code, _ distances: Code) throws {
    while true {
      let next = try symbol(literals)
      if next < 256 {
        output.append(UInt8(next))
        continue
      }
      if next == 256 { return }
      let length = Self.lengthBases[next - 257] + (try bits(Self.lengthBits[next - 257]))
      let place = try symbol(distances)
      let extra = max(0, place / 2 - 1)
      let base = place < 4 ? place + 1 : ((2 + place % 2) << extra) + 1
      let distance = base + (try bits(extra))
      guard distance <= output.count else { throw Archive.Broken(reason: "too far back") }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }
}
