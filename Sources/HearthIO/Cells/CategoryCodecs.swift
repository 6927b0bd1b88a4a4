import HearthData
import HearthText

/// Values of a declared list, by identifier or label of either language.
struct ClosedCategoryCodec: CellCodec {
  let dictionary: CategoryDictionary
  let domain: CategoryDomain
  private let words: ClosedWords

  init(_ dictionary: CategoryDictionary, domain: CategoryDomain) {
    self.dictionary = dictionary
    self.domain = domain
    words = ClosedWords(dictionary)
  }

  var missing: UInt32 { 0 }

  @inline(__always)
  func parse(_ cell: UnsafeBufferPointer<UInt8>) -> UInt32? {
    words.position(of: cell).map { UInt32($0 + 1) }
  }

  func reason(_ text: String) -> Bilingual { words.reason(text) }

  func column(_ values: Buffer<UInt32>) -> Column {
    .categories(values, dictionary, domain: domain)
  }
}

/// The same for lists so short that a code is one byte, as nearly all are: a quarter of the memory.
///
/// Not one generic type with the other, because the loop over the cells would not be specialised.
struct ShortClosedCategoryCodec: CellCodec {
  private let dictionary: CategoryDictionary
  private let domain: CategoryDomain
  private let words: ClosedWords

  /// The dictionary has at most 255 values.
  init(_ dictionary: CategoryDictionary, domain: CategoryDomain) {
    self.dictionary = dictionary
    self.domain = domain
    words = ClosedWords(dictionary)
  }

  var missing: UInt8 { 0 }

  @inline(__always)
  func parse(_ cell: UnsafeBufferPointer<UInt8>) -> UInt8? {
    words.position(of: cell).map { UInt8(truncatingIfNeeded: $0 + 1) }
  }

  func reason(_ text: String) -> Bilingual { words.reason(text) }

  func column(_ values: Buffer<UInt8>) -> Column {
    Column(type: .category(domain), count: values.count, storage: .codes8(values, dictionary))
  }
}

/// Values found in the data; their dictionary is in order of code point.
struct OpenCategoryCodec: CellCodec {
  let domain: CategoryDomain
  private var found = ByteTable()

  init(domain: CategoryDomain) { self.domain = domain }

  var missing: UInt32 { 0 }

  mutating func parse(_ cell: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let known = found.index(of: cell)
    if known >= 0 { return UInt32(known + 1) }
    let text = CellText.trimmed(UTF8Bytes.repaired(cell))
    if text.isEmpty || NothingWords.inText.contains(text) { return 0 }
    return UInt32(found.intern(text) + 1)
  }

  func reason(_ text: String) -> Bilingual { TextReader.invalid }

  mutating func absorb(_ other: Self, _ values: Buffer<UInt32>) -> Buffer<UInt32> {
    let codes = [0] + (0..<other.found.count).map { UInt32(found.intern(other.found[$0]) + 1) }
    return values.translated(codes)
  }

  func column(_ values: Buffer<UInt32>) -> Column {
    let (dictionary, order) = CategoryDictionary.sorted(found)
    return .categories(values.translated(order), dictionary, domain: domain)
  }
}

/// The words of a declared list, found from their bytes.
struct ClosedWords {
  private let dictionary: CategoryDictionary
  private var table = ByteTable()
  private var positions: [Int] = []
  /// Case and width do not matter where the word is not ambiguous.
  private var folded: [String: Int] = [:]

  init(_ dictionary: CategoryDictionary) {
    self.dictionary = dictionary
    for (position, entry) in dictionary.entries.enumerated() {
      for word in [entry.english, entry.chinese] {
        add(word, position)
        let key = foldedForSearch(word)
        if folded[key] == nil { folded[key] = position }
      }
    }
  }

  private mutating func add(_ word: String, _ position: Int) {
    if table.intern(normalized(word)) == positions.count { positions.append(position) }
  }

  @inline(__always)
  func position(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    let index = table.index(of: cell)
    return index >= 0 ? positions[index] : slowPosition(of: cell)
  }

  private func slowPosition(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    folded[foldedForSearch(CellText.narrowedAndTrimmed(cell))]
  }

  func reason(_ text: String) -> Bilingual {
    let names = dictionary.entries.flatMap { [$0.english, $0.chinese] }
    guard let near = nearest(to: text, in: names) else {
      return Bilingual("is not one of the declared values", "不在规定的取值之中")
    }
    return Bilingual(
      "is not one of the declared values; did you mean \(near)?", "不在规定的取值之中，是否为“\(near)”？")
  }
}

extension ByteTable {
  mutating func intern(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { intern($0) }
  }
}

extension CategoryDictionary {
  /// The texts in order of code point, and the code of each by the code it had.
  static func sorted(_ found: ByteTable) -> (CategoryDictionary, codes: [UInt32]) {
    let texts = (0..<found.count).map { found[$0] }
    let order = texts.indices.sorted { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }
    var codes = [UInt32](repeating: 0, count: texts.count + 1)
    for (place, index) in order.enumerated() { codes[index + 1] = UInt32(place + 1) }
    return (
      CategoryDictionary(order.map { Bilingual(same: texts[$0]) }, isClosed: false), codes
    )
  }
}

extension Buffer where Element == UInt32 {
  func translated(_ codes: [UInt32]) -> Buffer<UInt32> {
    Buffer(count: count) { memory in
      for index in 0..<count {
        memory.initializeElement(at: index, to: codes[Int(self[index])])
      }
    }
  }

  fileprivate func narrowed<Code: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ type: Code.Type
  ) -> Buffer<Code> {
    Buffer<Code>(count: count) { memory in
      for index in 0..<count {
        memory.initializeElement(at: index, to: Code(truncatingIfNeeded: self[index]))
      }
    }
  }
}

extension Column {
  /// A category in the narrowest codes that its dictionary allows.
  static func categories(
    _ codes: Buffer<UInt32>, _ dictionary: CategoryDictionary, domain: CategoryDomain
  ) -> Column {
    let storage: Storage =
      switch CodeWidth(for: dictionary) {
      case .one: .codes8(codes.narrowed(UInt8.self), dictionary)
      case .two: .codes16(codes.narrowed(UInt16.self), dictionary)
      case .four: .codes32(codes, dictionary)
      }
    return Column(type: .category(domain), count: codes.count, storage: storage)
  }
}
