import HearthText

extension Column {
  /// All rows of the parts, one part after the other; the type is that of the first part whose
  /// values are not all missing.
  ///
  /// Categories of different dictionaries get a common one: the values of the first, then those
  /// that only later parts have. Other parts of different types keep the values that fit the
  /// first type; the rest become missing, so convert before concatenating.
  package static func concatenated(_ parts: [Column]) throws(DataError) -> Column {
    let count = parts.reduce(0) { $0 + $1.count }
    guard let model = parts.first(where: { !$0.isMissingStorage }) else {
      return .missing(count: count, type: parts.first?.type ?? .missing)
    }
    if parts.count == 1 { return model }
    switch model.storage {
    case .int64, .double, .days, .rows, .bytes:
      if let joined = plainConcatenation(parts, like: model, count: count) { return joined }
    case .codes8, .codes16, .codes32:
      if parts.allSatisfy({ $0.isMissingStorage || $0.isCategory }) {
        return categoryConcatenation(parts, like: model, count: count)
      }
    case .masks:
      if let dictionary = sharedDictionary(parts) {
        return maskConcatenation(parts, dictionary, like: model, count: count)
      }
    case .text:
      if let joined = try textConcatenation(parts, count: count) { return joined }
    case .periods, .lists, .missing: break
    }
    let values = parts.flatMap { part in (0..<part.count).map { part.value(at: $0) } }
    return Column(values: values, type: model.type, dictionary: model.listDictionary)
  }

  private var isMissingStorage: Bool {
    if case .missing = storage { true } else { false }
  }

  private var isCategory: Bool {
    switch storage {
    case .codes8, .codes16, .codes32: true
    case .int64, .double, .days, .rows, .masks, .bytes, .text, .periods, .lists, .missing: false
    }
  }

  private var listDictionary: CategoryDictionary? {
    if case .lists(_, let elements) = storage { return elements.dictionary }
    return dictionary
  }
}

private func plainConcatenation(_ parts: [Column], like model: Column, count: Int) -> Column? {
  guard parts.allSatisfy({ $0.type == model.type || $0.type == .missing }) else { return nil }
  let storage: Column.Storage?
  switch model.storage {
  case .int64:
    storage = joined(parts, count, MissingValue.int64) {
      if case .int64(let buffer) = $0 { buffer } else { nil }
    }.map(Column.Storage.int64)
  case .double:
    storage = joined(parts, count, .nan) {
      if case .double(let buffer) = $0 { buffer } else { nil }
    }
    .map(Column.Storage.double)
  case .days:
    storage = joined(parts, count, MissingValue.days) {
      if case .days(let buffer) = $0 { buffer } else { nil }
    }.map(Column.Storage.days)
  case .rows:
    storage = joined(parts, count, MissingValue.row) {
      if case .rows(let buffer) = $0 { buffer } else { nil }
    }.map(Column.Storage.rows)
  case .bytes:
    storage = joined(parts, count, MissingValue.bool) {
      if case .bytes(let buffer) = $0 { buffer } else { nil }
    }.map(Column.Storage.bytes)
  case .codes8, .codes16, .codes32, .masks, .text, .periods, .lists, .missing: storage = nil
  }
  return storage.map { Column(type: model.type, count: count, storage: $0) }
}

/// Nil when a part has another storage than `extract` finds (and is not all missing).
private func joined<Element: BitwiseCopyable & Sendable>(
  _ parts: [Column], _ count: Int, _ missing: Element,
  _ extract: (Column.Storage) -> Buffer<Element>?
) -> Buffer<Element>? {
  var builder = BufferBuilder<Element>(capacity: count)
  for part in parts {
    if let buffer = extract(part.storage) {
      builder.append(buffer)
    } else if case .missing = part.storage {
      for _ in 0..<part.count { builder.append(missing) }
    } else {
      return nil
    }
  }
  return builder.finish()
}

private func categoryConcatenation(
  _ parts: [Column], like model: Column, count: Int
) -> Column {
  let dictionaries = parts.compactMap(\.dictionary)
  let common = CategoryDictionary.union(dictionaries)
  let domain: CategoryDomain? =
    if case .category(let domain) = model.type, common === model.dictionary { domain } else { nil }
  var codes: [Int] = []
  codes.reserveCapacity(count)
  for part in parts {
    guard let own = part.dictionary else {
      codes.append(contentsOf: repeatElement(0, count: part.count))
      continue
    }
    let translation = [0] + own.entries.map { (common.position(of: $0.english) ?? -1) + 1 }
    for row in 0..<part.count { codes.append(translation[part.code(at: row)]) }
  }
  return Column(codes: codes, dictionary: common, domain: domain)
}

extension Column {
  /// The code of a category's row, 0 for missing.
  package func code(at row: Int) -> Int {
    switch storage {
    case .codes8(let buffer, _): Int(buffer[row])
    case .codes16(let buffer, _): Int(buffer[row])
    case .codes32(let buffer, _): Int(buffer[row])
    case .int64, .double, .days, .rows, .masks, .bytes, .text, .periods, .lists, .missing: 0
    }
  }
}

extension CategoryDictionary {
  /// The first dictionary itself if it holds every value, else one with the later ones appended.
  package static func union(_ dictionaries: [CategoryDictionary]) -> CategoryDictionary {
    guard let first = dictionaries.first else { return CategoryDictionary([], isClosed: false) }
    var entries = first.entries
    var known = Set(entries.map(\.english))
    for dictionary in dictionaries.dropFirst() where dictionary !== first {
      for entry in dictionary.entries where known.insert(entry.english).inserted {
        entries.append(entry)
      }
    }
    if entries.count == first.count { return first }
    return CategoryDictionary(entries, isClosed: dictionaries.allSatisfy(\.isClosed))
  }
}

private func sharedDictionary(_ parts: [Column]) -> CategoryDictionary? {
  let dictionaries = parts.compactMap(\.dictionary)
  let common = CategoryDictionary.union(dictionaries)
  let isShared =
    common.count <= 64
    && parts.allSatisfy { part in
      switch part.storage {
      case .masks, .missing: true
      case .int64, .double, .days, .rows, .codes8, .codes16, .codes32, .bytes, .text, .periods,
        .lists:
        false
      }
    }
  return isShared ? common : nil
}

private func maskConcatenation(
  _ parts: [Column], _ common: CategoryDictionary, like model: Column, count: Int
) -> Column {
  let domain: CategoryDomain? =
    if case .tags(let domain) = model.type, common === model.dictionary { domain } else { nil }
  var masks: [UInt64] = []
  masks.reserveCapacity(count)
  for part in parts {
    guard case .masks(let buffer, let own) = part.storage else {
      masks.append(contentsOf: repeatElement(0, count: part.count))
      continue
    }
    if own == common {
      masks.append(contentsOf: buffer.pointer)
      continue
    }
    let translation = own.entries.map { UInt64(1) << (common.position(of: $0.english) ?? 0) }
    masks += buffer.pointer.map { mask in
      translation.indices.reduce(0) { $0 | (mask >> $1 & 1 == 1 ? translation[$1] : 0) }
    }
  }
  return Column(masks: masks, dictionary: common, domain: domain)
}

private func textConcatenation(_ parts: [Column], count: Int) throws(DataError) -> Column? {
  var bytes = 0
  for part in parts {
    switch part.storage {
    case .text(let buffer): bytes += buffer.arena.count
    case .missing: break
    case .int64, .double, .days, .rows, .codes8, .codes16, .codes32, .masks, .bytes, .periods,
      .lists:
      return nil
    }
  }
  var builder = TextBuilder(rows: count, bytes: min(bytes, 1 << 20))
  for part in parts {
    guard case .text(let buffer) = part.storage else {
      for _ in 0..<part.count { builder.appendMissing() }
      continue
    }
    for row in 0..<part.count {
      if buffer.lengths[row] < 0 {
        builder.appendMissing()
      } else {
        builder.append(buffer.bytes(row))
      }
    }
  }
  if builder.isFull { throw .textTooLarge }
  return Column(type: .text, count: count, storage: .text(builder.finish()))
}

extension DataError {
  /// One column may hold 4 GiB of text.
  package static var textTooLarge: DataError {
    DataError(
      Bilingual(
        "a column holds more than 4 GiB of text",
        "有一列的文本超过 4 GiB"),
      hint: Bilingual("split the table into several files", "请把表拆成几个文件"))
  }
}
