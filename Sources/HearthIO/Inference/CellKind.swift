import HearthData

/// What a single cell could be, for guessing the type of its column.
struct CellKinds: OptionSet {
  let rawValue: UInt16

  static let int = CellKinds(rawValue: 1)
  static let decimal = CellKinds(rawValue: 2)
  static let number = CellKinds(rawValue: 4)
  static let date = CellKinds(rawValue: 8)
  static let dateTime = CellKinds(rawValue: 16)
  static let bool = CellKinds(rawValue: 32)
  /// `20260305`, of the years 1900 to 2100.
  static let compactDate = CellKinds(rawValue: 64)
  /// Eleven digits that begin with 1 and one of 3…9: nobody adds up such numbers.
  static let phone = CellKinds(rawValue: 128)
  static let all: CellKinds = [
    .int, .decimal, .number, .date, .dateTime, .bool, .compactDate, .phone,
  ]
  static let digits: CellKinds = [.int, .decimal, .number]
}

/// What one cell looks like.
struct CellShape {
  var kinds: CellKinds
  /// The places of a plain decimal.
  var places = 0

  /// More places than this are measurements rather than money.
  static let mostPlaces = 4
  /// More digits than this are the number of a card or an account.
  static let mostDigits = 15

  /// `among` are the kinds that still matter.
  init(_ cell: UnsafeBufferPointer<UInt8>, among: CellKinds) {
    kinds = []
    if !among.isDisjoint(with: [.int, .decimal, .number, .compactDate, .phone]) {
      readNumber(cell, among)
    }
    if !kinds.isDisjoint(with: .digits) { return }
    if among.contains(.date), DateText.day(cell) != nil {
      kinds.formUnion([.date, .dateTime])
    } else if among.contains(.dateTime), DateText.dateTime(cell) != nil {
      kinds.insert(.dateTime)
    }
    if among.contains(.bool), BoolWord(cell) != nil { kinds.insert(.bool) }
  }

  private mutating func readNumber(_ cell: UnsafeBufferPointer<UInt8>, _ among: CellKinds) {
    var index = cell[0] == UInt8(ascii: "-") ? 1 : 0
    let start = index
    var pointAt: Int?
    while index < cell.count {
      let byte = cell[index]
      if byte == UInt8(ascii: "."), pointAt == nil, index > start {
        pointAt = index
      } else if byte &- UInt8(ascii: "0") > 9 {
        readOther(cell, among)
        return
      }
      index += 1
    }
    let wholeDigits = (pointAt ?? cell.count) - start
    guard wholeDigits > 0, pointAt != cell.count - 1 else { return }
    // A leading zero means that the digits are a name, not a quantity.
    if cell[start] == UInt8(ascii: "0"), wholeDigits > 1 { return }
    places = pointAt.map { cell.count - $0 - 1 } ?? 0
    kinds.insert(.number)
    if wholeDigits + places > Self.mostDigits {
      if pointAt == nil { kinds.remove(.number) }
      return
    }
    if places <= Self.mostPlaces { kinds.insert(.decimal) }
    if pointAt == nil { readInteger(cell, start) }
  }

  private mutating func readInteger(_ cell: UnsafeBufferPointer<UInt8>, _ start: Int) {
    kinds.insert(.int)
    guard start == 0 else { return }
    if cell.count == 8, let day = DateText.day(cell), (1900...2100).contains(day.year) {
      kinds.insert(.compactDate)
    }
    let second = cell.count > 1 ? cell[1] : 0
    if cell.count == 11, cell[0] == UInt8(ascii: "1"), second >= UInt8(ascii: "3") {
      kinds.insert(.phone)
    }
  }

  /// Thousands set apart, exponents.
  private mutating func readOther(_ cell: UnsafeBufferPointer<UInt8>, _ among: CellKinds) {
    guard cell.count <= 40, let last = cell.last, last != UInt8(ascii: "%") else { return }
    if let decimal = Decimal(parsing: cell), cell.contains(UInt8(ascii: ",")) {
      kinds.formUnion(decimal.scale == 0 ? .digits : [.decimal, .number])
      places = decimal.scale
      if places > Self.mostPlaces { kinds.remove(.decimal) }
    } else if !cell.contains(UInt8(ascii: ",")), cell[0] != UInt8(ascii: "+"),
      NumberCodec().parse(cell) != nil
    {
      kinds.insert(.number)
    }
  }
}

/// The words by which a column is recognised as yes or no.
enum BoolWord: UInt8 {
  case full, affirmative, negative, yes, no, has, hasNot

  init?(_ cell: UnsafeBufferPointer<UInt8>) {
    // A word of no other length or first byte is asked for its spelling.
    guard cell.count <= 5, let first = cell.first, first | 0x20 >= UInt8(ascii: "f") else {
      return nil
    }
    switch String(decoding: cell, as: UTF8.self).lowercased() {
    case "true", "false", "yes", "no": self = .full
    case "是": self = .affirmative
    case "否": self = .negative
    case "y": self = .yes
    case "n": self = .no
    case "有": self = .has
    case "无": self = .hasNot
    default: return nil
    }
  }

  /// One word of a pair alone is no answer to a question: a column of only `N` may mean north.
  static func areConvincing(_ seen: Set<BoolWord>) -> Bool {
    seen.contains(.full) || seen.contains(.affirmative) || seen.contains(.negative)
      || seen.isSuperset(of: [.yes, .no]) || seen.isSuperset(of: [.has, .hasNot])
  }
}
