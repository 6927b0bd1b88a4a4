extension Buffer {
  /// A run of this buffer, sharing its memory.
  @inlinable
  package func slice(_ range: Range<Int>) -> Buffer {
    Buffer(pointer: UnsafeBufferPointer(rebasing: pointer[range]), owner: owner)
  }
}

extension Column {
  /// A run of rows, sharing their memory.
  package func slice(_ range: Range<Int>) -> Column {
    if range == 0..<count { return self }
    return Column(type: type, count: range.count, storage: slicedStorage(range))
  }

  private func slicedStorage(_ range: Range<Int>) -> Storage {
    switch storage {
    case .int64(let buffer): .int64(buffer.slice(range))
    case .double(let buffer): .double(buffer.slice(range))
    case .days(let buffer): .days(buffer.slice(range))
    case .rows(let buffer): .rows(buffer.slice(range))
    case .codes8(let buffer, let dictionary): .codes8(buffer.slice(range), dictionary)
    case .codes16(let buffer, let dictionary): .codes16(buffer.slice(range), dictionary)
    case .codes32(let buffer, let dictionary): .codes32(buffer.slice(range), dictionary)
    case .masks(let buffer, let dictionary): .masks(buffer.slice(range), dictionary)
    case .bytes(let buffer): .bytes(buffer.slice(range))
    case .text(let buffer): .text(buffer.slice(range))
    case .periods(let buffer): .periods(buffer.slice(range))
    case .lists(let offsets, let elements):
      .lists(
        offsets: offsets.slice(range.lowerBound..<range.upperBound + 1), elements: elements)
    case .missing: .missing
    }
  }
}

extension TextBuffer {
  /// A run of rows, sharing the arena.
  package func slice(_ range: Range<Int>) -> TextBuffer {
    TextBuffer(arena: arena, starts: starts.slice(range), lengths: lengths.slice(range))
  }
}

extension PeriodBuffer {
  /// A run of rows, sharing their memory.
  package func slice(_ range: Range<Int>) -> PeriodBuffer {
    PeriodBuffer(
      starts: starts.slice(range), ends: ends.slice(range),
      units: units.count == 1 ? units : units.slice(range))
  }
}
