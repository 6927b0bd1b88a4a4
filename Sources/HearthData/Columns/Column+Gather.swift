extension Column {
  /// The rows asked for, in that order; -1 gives a missing value.
  ///
  /// Every row must be below `count`. Texts share the arena of this column.
  package func gather(rows: Buffer<Int32>) -> Column {
    Column(type: type, count: rows.count, storage: gatheredStorage(rows))
  }

  private func gatheredStorage(_ rows: Buffer<Int32>) -> Storage {
    switch storage {
    case .int64(let buffer):
      .int64(gathered(buffer, rows, missing: MissingValue.int64))
    case .double(let buffer): .double(gathered(buffer, rows, missing: .nan))
    case .days(let buffer): .days(gathered(buffer, rows, missing: MissingValue.days))
    case .rows(let buffer): .rows(gathered(buffer, rows, missing: MissingValue.row))
    case .codes8(let buffer, let dictionary):
      .codes8(gathered(buffer, rows, missing: 0), dictionary)
    case .codes16(let buffer, let dictionary):
      .codes16(gathered(buffer, rows, missing: 0), dictionary)
    case .codes32(let buffer, let dictionary):
      .codes32(gathered(buffer, rows, missing: 0), dictionary)
    case .masks(let buffer, let dictionary):
      .masks(gathered(buffer, rows, missing: 0), dictionary)
    case .bytes(let buffer): .bytes(gathered(buffer, rows, missing: MissingValue.bool))
    case .text(let buffer): .text(buffer.gather(rows: rows))
    case .periods(let buffer): .periods(buffer.gather(rows: rows))
    case .lists(let offsets, let elements): gatheredLists(offsets, elements, rows)
    case .missing: .missing
    }
  }

  private func gatheredLists(
    _ offsets: Buffer<UInt32>, _ elements: Column, _ rows: Buffer<Int32>
  ) -> Storage {
    var newOffsets = BufferBuilder<UInt32>(capacity: rows.count + 1)
    var chosen = BufferBuilder<Int32>()
    newOffsets.append(0)
    for index in 0..<rows.count {
      let row = Int(rows[index])
      if row >= 0 {
        for element in offsets[row]..<offsets[row + 1] { chosen.append(Int32(element)) }
      }
      newOffsets.append(UInt32(chosen.count))
    }
    return .lists(offsets: newOffsets.finish(), elements: elements.gather(rows: chosen.finish()))
  }
}

extension TextBuffer {
  /// The rows asked for, sharing the arena; -1 gives a missing text.
  package func gather(rows: Buffer<Int32>) -> TextBuffer {
    TextBuffer(
      arena: arena, starts: gathered(starts, rows, missing: 0),
      lengths: gathered(lengths, rows, missing: -1))
  }
}

extension PeriodBuffer {
  /// The rows asked for; -1 gives a missing period.
  package func gather(rows: Buffer<Int32>) -> PeriodBuffer {
    PeriodBuffer(
      starts: gathered(starts, rows, missing: MissingValue.days),
      ends: gathered(ends, rows, missing: MissingValue.days),
      units: units.count == 1
        ? units : gathered(units, rows, missing: MissingValue.noUnit))
  }
}

/// A pass without branches on the data: -1 reads the first element and is then masked.
private func gathered<Element: BitwiseCopyable & Sendable>(
  _ source: Buffer<Element>, _ rows: Buffer<Int32>, missing: Element
) -> Buffer<Element> {
  if source.count == 0 { return Buffer(repeating: missing, count: rows.count) }
  return Buffer(count: rows.count) { memory in
    for index in 0..<rows.count {
      let row = Int(rows[index])
      let value = source[row < 0 ? 0 : row]
      memory.initializeElement(at: index, to: row < 0 ? missing : value)
    }
  }
}
