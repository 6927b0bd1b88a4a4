import HearthText

/// From the key of a row to its ordinal. The first of several rows with one key wins; the others
/// and rows without a key are problems.
package struct KeyIndex: Sendable {
  enum Lookup: Sendable {
    /// Keys in a small range: the row by key minus the first.
    case dense(first: Int64, rows: Buffer<Int32>)
    case ints(WordTable)
    case numbered(NumberedKeys)
    /// Keys of at most eight bytes, none of them zero: the word is the key itself.
    case shortTexts(WordTable)
    /// The word is a hash; a hit is compared with the key's bytes.
    case texts(WordTable, TextBuffer)
  }

  let lookup: Lookup
  var problems: [DataProblem] = []
  /// The rows that were not entered because of their key.
  let duplicates: [Int32]
  let missingCount: Int

  init(_ column: Column) {
    switch column.storage {
    case .int64(let values) where column.type == .int: self.init(ints: values)
    case .text(let texts): self.init(texts: texts)
    case .int64, .double, .days, .rows, .codes8, .codes16, .codes32, .masks, .bytes, .periods,
      .lists, .missing:
      self.init(texts: column.textForm)
    }
  }

  private init(ints values: Buffer<Int64>) {
    var low = Int64.max
    var high = Int64.min
    var missing = 0
    for value in values.pointer {
      if value == MissingValue.int64 {
        missing += 1
      } else {
        low = min(low, value)
        high = max(high, value)
      }
    }
    missingCount = missing
    let (range, overflow) = high.subtractingReportingOverflow(low)
    if low <= high, !overflow, range < Int64(values.count) * 4 + 1024 {
      (lookup, duplicates) = Self.dense(values, first: low, count: Int(range) + 1)
    } else {
      (lookup, duplicates) = Self.hashed(values)
    }
  }

  private static func dense(
    _ values: Buffer<Int64>, first: Int64, count: Int
  ) -> (Lookup, [Int32]) {
    var duplicates: [Int32] = []
    let rows = Buffer<Int32>(count: count) { memory in
      memory.initialize(repeating: -1)
      for index in 0..<values.count where values[index] != MissingValue.int64 {
        let place = Int(values[index] - first)
        if memory[place] < 0 {
          memory[place] = Int32(index)
        } else {
          duplicates.append(Int32(index))
        }
      }
    }
    return (.dense(first: first, rows: rows), duplicates)
  }

  private static func hashed(_ values: Buffer<Int64>) -> (Lookup, [Int32]) {
    var table = WordTable(capacity: values.count)
    var duplicates: [Int32] = []
    for index in 0..<values.count where values[index] != MissingValue.int64 {
      let word = UInt64(bitPattern: values[index])
      let found = table.insert(word, row: Int32(index)) { _ in true }
      if found >= 0 { duplicates.append(Int32(index)) }
    }
    return (.ints(table), duplicates)
  }

  private init(texts: TextBuffer) {
    var duplicates: [Int32] = []
    if let keys = NumberedKeys(texts, duplicates: &duplicates) {
      lookup = .numbered(keys)
      self.duplicates = duplicates
      missingCount = texts.lengths.count { $0 < 0 }
      return
    }
    var table = WordTable(capacity: texts.count)
    var missing = 0
    let isShort = (0..<texts.count).allSatisfy { Self.isShort(texts.bytes($0)) }
    for row in 0..<texts.count {
      guard texts.lengths[row] >= 0 else {
        missing += 1
        continue
      }
      let bytes = texts.bytes(row)
      let found =
        isShort
        ? table.insert(TextHash.tail(bytes, from: 0), row: Int32(row)) { _ in true }
        : table.insert(TextHash.hash(bytes), row: Int32(row)) {
          TextHash.areEqual(texts.bytes(Int($0)), bytes)
        }
      if found >= 0 { duplicates.append(Int32(row)) }
    }
    lookup = isShort ? .shortTexts(table) : .texts(table, texts)
    self.duplicates = duplicates
    missingCount = missing
  }

  private static func isShort(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count <= 8 && !bytes.contains(0)
  }
}

extension KeyIndex {
  var hasIntegerKeys: Bool {
    switch lookup {
    case .dense, .ints: true
    case .numbered, .shortTexts, .texts: false
    }
  }

  /// -1 for none.
  @inline(__always)
  func row(of key: Int64) -> Int32 {
    switch lookup {
    case .dense(let first, let rows):
      let (place, overflow) = key.subtractingReportingOverflow(first)
      return !overflow && place >= 0 && place < Int64(rows.count) ? rows[Int(place)] : -1
    case .ints(let table): return table.row(of: UInt64(bitPattern: key)) { _ in true }
    case .numbered, .shortTexts, .texts: return row(ofText: String(key))
    }
  }

  /// -1 for none; an integer key is written in its shortest form.
  func row(ofText key: String) -> Int32 {
    var key = key
    return key.withUTF8 { row(of: $0) }
  }

  /// -1 for none.
  @inline(__always)
  func row(of key: UnsafeBufferPointer<UInt8>) -> Int32 {
    switch lookup {
    case .numbered(let keys): return keys.row(of: key)
    case .shortTexts(let table):
      guard key.count <= 8 else { return -1 }
      // A key with a zero byte could look like a shorter one.
      if key.contains(0) { return -1 }
      return table.row(of: TextHash.tail(key, from: 0)) { _ in true }
    case .texts(let table, let texts):
      return table.row(of: TextHash.hash(key)) {
        TextHash.areEqual(texts.bytes(Int($0)), key)
      }
    case .dense, .ints:
      let text = String(decoding: key, as: UTF8.self)
      guard let number = Int64(text), String(number) == text else { return -1 }
      return row(of: number)
    }
  }
}

extension KeyIndex {
  /// The ordinals of many keys, -1 for missing and for unknown ones.
  package func rows(of keys: TextBuffer) -> Buffer<Int32> {
    switch lookup {
    case .numbered(let known): return Self.rows(of: keys) { known.row(of: $0) }
    case .shortTexts(let table):
      return Self.rows(of: keys) { key in
        if key.count > 8 || key.contains(0) { return -1 }
        return table.row(of: TextHash.tail(key, from: 0)) { _ in true }
      }
    case .texts(let table, let texts):
      return Self.rows(of: keys) { key in
        table.row(of: TextHash.hash(key)) { TextHash.areEqual(texts.bytes(Int($0)), key) }
      }
    case .dense, .ints: return Self.rows(of: keys) { row(of: $0) }
    }
  }

  @inline(__always)
  private static func rows(
    of keys: TextBuffer, _ find: (UnsafeBufferPointer<UInt8>) -> Int32
  ) -> Buffer<Int32> {
    Buffer(count: keys.count) { memory in
      for row in 0..<keys.count {
        let target = keys.lengths[row] < 0 ? MissingValue.row : find(keys.bytes(row))
        memory.initializeElement(at: row, to: target)
      }
    }
  }

  /// The ordinals of many keys, -1 for missing and for unknown ones.
  package func rows(of keys: Buffer<Int64>) -> Buffer<Int32> {
    switch lookup {
    case .dense(let first, let rows):
      return Self.rows(of: keys) { key in
        let (place, overflow) = key.subtractingReportingOverflow(first)
        return !overflow && place >= 0 && place < Int64(rows.count) ? rows[Int(place)] : -1
      }
    case .ints(let table):
      return Self.rows(of: keys) { table.row(of: UInt64(bitPattern: $0)) { _ in true } }
    case .numbered, .shortTexts, .texts: return Self.rows(of: keys) { row(of: $0) }
    }
  }

  @inline(__always)
  private static func rows(of keys: Buffer<Int64>, _ find: (Int64) -> Int32) -> Buffer<Int32> {
    Buffer(count: keys.count) { memory in
      for row in 0..<keys.count {
        let target = keys[row] == MissingValue.int64 ? MissingValue.row : find(keys[row])
        memory.initializeElement(at: row, to: target)
      }
    }
  }
}
