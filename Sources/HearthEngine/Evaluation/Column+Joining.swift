import HearthData
import HearthPlan

extension Column {
  /// The columns of blocks, one after the other; all come from one kernel, so that their storage
  /// and dictionary agree unless a part is wholly missing.
  static func joined(_ parts: [Column], type: ValueType) throws(RunError) -> Column {
    if parts.count == 1 { return parts[0] }
    let count = parts.reduce(0) { $0 + $1.count }
    guard let model = parts.first(where: { !$0.isWhollyMissing }) else {
      return .missing(count: count, type: type)
    }
    if let storage = try joinedStorage(parts, like: model, count: count) {
      return Column(type: model.type, count: count, storage: storage)
    }
    return try reading { () throws(DataError) in try Column.concatenated(parts) }
  }

  var isWhollyMissing: Bool {
    if case .missing = storage { true } else { false }
  }

  /// Nil when the parts differ more than in missing ones.
  private static func joinedStorage(
    _ parts: [Column], like model: Column, count: Int
  ) throws(RunError) -> Storage? {
    switch model.storage {
    case .int64: .int64(try joinedBuffer(parts) { (part) throws(RunError) in try part.integers() })
    case .double: .double(try joinedBuffer(parts) { (part) throws(RunError) in try part.numbers() })
    case .days: .days(try joinedBuffer(parts) { (part) throws(RunError) in try part.days() })
    case .rows: .rows(try joinedBuffer(parts) { (part) throws(RunError) in try part.rowNumbers() })
    case .bytes: .bytes(try joinedBuffer(parts) { (part) throws(RunError) in try part.bytes() })
    case .codes8(_, let dictionary):
      joinedCodes(parts, dictionary) {
        if case .codes8(let buffer, _) = $0 { buffer } else { nil }
      }.map { .codes8($0, dictionary) }
    case .codes16(_, let dictionary):
      joinedCodes(parts, dictionary) {
        if case .codes16(let buffer, _) = $0 { buffer } else { nil }
      }.map { .codes16($0, dictionary) }
    case .codes32(_, let dictionary):
      joinedCodes(parts, dictionary) {
        if case .codes32(let buffer, _) = $0 { buffer } else { nil }
      }.map { .codes32($0, dictionary) }
    case .masks(_, let dictionary):
      joinedCodes(parts, dictionary) {
        if case .masks(let buffer, _) = $0 { buffer } else { nil }
      }.map { .masks($0, dictionary) }
    case .text(let buffer): try joinedTexts(parts, arena: buffer.arena)
    case .periods: try joinedPeriods(parts)
    case .lists(_, let elements): try joinedLists(parts, elements.type)
    case .missing: .missing
    }
  }

  private static func joinedBuffer<Element>(
    _ parts: [Column], _ extract: (Column) throws(RunError) -> Buffer<Element>
  ) throws(RunError) -> Buffer<Element> {
    var buffers: [Buffer<Element>] = []
    for part in parts { buffers.append(try extract(part)) }
    return Buffer.joined(buffers)
  }

  private static func joinedCodes<Code: BinaryInteger & BitwiseCopyable & Sendable>(
    _ parts: [Column], _ dictionary: CategoryDictionary, _ extract: (Storage) -> Buffer<Code>?
  ) -> Buffer<Code>? {
    var buffers: [Buffer<Code>] = []
    for part in parts {
      if part.isWhollyMissing {
        buffers.append(Buffer(repeating: 0, count: part.count))
      } else if let buffer = extract(part.storage), part.dictionary === dictionary {
        buffers.append(buffer)
      } else {
        return nil
      }
    }
    return Buffer.joined(buffers)
  }

  /// Parts of one arena stay in it; else every text is copied into a new one.
  private static func joinedTexts(
    _ parts: [Column], arena: Buffer<UInt8>
  ) throws(RunError) -> Storage? {
    var texts: [TextBuffer] = []
    for part in parts { texts.append(try part.texts()) }
    let isShared = zip(parts, texts).allSatisfy { part, text in
      part.isWhollyMissing || text.arena.pointer.baseAddress == arena.pointer.baseAddress
    }
    guard isShared else { return nil }
    return .text(
      TextBuffer(
        arena: arena, starts: Buffer.joined(texts.map(\.starts)),
        lengths: Buffer.joined(texts.map(\.lengths))))
  }

  private static func joinedPeriods(_ parts: [Column]) throws(RunError) -> Storage {
    var periods: [PeriodBuffer] = []
    for part in parts { periods.append(try part.periods()) }
    let known = zip(parts, periods).filter { !$0.0.isWhollyMissing }.map(\.1)
    let unit = known[0].units[0]
    let isShared = known.allSatisfy { $0.units.count == 1 && $0.units[0] == unit }
    let units = isShared ? Buffer([unit]) : Buffer.joined(periods.map(\.unitPerRow))
    return .periods(
      PeriodBuffer(
        starts: Buffer.joined(periods.map(\.starts)), ends: Buffer.joined(periods.map(\.ends)),
        units: units))
  }

  private static func joinedLists(
    _ parts: [Column], _ type: ValueType
  ) throws(RunError) -> Storage {
    var offsets = BufferBuilder<UInt32>()
    var elements: [Column] = []
    var total: UInt32 = 0
    offsets.append(0)
    for part in parts {
      guard case .lists(let own, let values) = part.storage else {
        for _ in 0..<part.count { offsets.append(total) }
        continue
      }
      let first = own[0]
      for row in 0..<part.count { offsets.append(total + own[row + 1] - first) }
      let last = own[part.count]
      elements.append(values.slice(Int(first)..<Int(last)))
      total += last - first
    }
    let joined = try Column.joined(elements, type: type)
    return .lists(offsets: offsets.finish(), elements: joined)
  }
}

extension PeriodBuffer {
  /// One unit for every row, when rows differ.
  var unitPerRow: Buffer<UInt8> {
    units.count == 1 && starts.count != 1
      ? Buffer(repeating: units[0], count: starts.count) : units
  }
}
