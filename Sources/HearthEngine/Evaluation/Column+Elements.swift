import HearthData
import HearthPlan

// The arrays behind columns, as the kernels want them; `.missing` storage becomes an array of
// missing values.
extension Column {
  func integers() throws(RunError) -> Buffer<Int64> {
    switch storage {
    case .int64(let buffer): return buffer
    case .missing: return Buffer(repeating: MissingValue.int64, count: count)
    case .double, .days, .rows, .codes8, .codes16, .codes32, .masks, .bytes, .text, .periods,
      .lists:
      throw mismatch("int")
    }
  }

  /// Integers and decimals are converted.
  func numbers() throws(RunError) -> Buffer<Double> {
    switch storage {
    case .double(let buffer): return buffer
    case .int64(let buffer):
      guard case .decimal(let scale) = type, scale > 0 else {
        return Buffer.filled(count) {
          buffer[$0] == MissingValue.int64 ? .nan : Double(buffer[$0])
        }
      }
      let power = Double(try powerOfTen(scale))
      return Buffer.filled(count) {
        buffer[$0] == MissingValue.int64 ? .nan : Double(buffer[$0]) / power
      }
    case .missing: return Buffer(repeating: .nan, count: count)
    case .days, .rows, .codes8, .codes16, .codes32, .masks, .bytes, .text, .periods, .lists:
      throw mismatch("number")
    }
  }

  /// Date-times give the day they lie in.
  func days() throws(RunError) -> Buffer<Int32> {
    switch storage {
    case .days(let buffer): return buffer
    case .int64(let buffer) where type == .dateTime:
      return Buffer.filled(count) {
        buffer[$0] == MissingValue.int64
          ? MissingValue.days : Int32(clamping: floorDivided(buffer[$0], 86_400))
      }
    case .missing: return Buffer(repeating: MissingValue.days, count: count)
    case .int64, .double, .rows, .codes8, .codes16, .codes32, .masks, .bytes, .text, .periods,
      .lists:
      throw mismatch("date")
    }
  }

  func rowNumbers() throws(RunError) -> Buffer<Int32> {
    switch storage {
    case .rows(let buffer): return buffer
    case .missing: return Buffer(repeating: MissingValue.row, count: count)
    case .int64, .double, .days, .codes8, .codes16, .codes32, .masks, .bytes, .text, .periods,
      .lists:
      throw mismatch("link")
    }
  }

  func bytes() throws(RunError) -> Buffer<UInt8> {
    switch storage {
    case .bytes(let buffer): return buffer
    case .missing: return Buffer(repeating: MissingValue.bool, count: count)
    case .int64, .double, .days, .rows, .codes8, .codes16, .codes32, .masks, .text, .periods,
      .lists:
      throw mismatch("bool")
    }
  }

  func tagMasks() throws(RunError) -> Buffer<UInt64> {
    switch storage {
    case .masks(let buffer, _): return buffer
    case .missing: return Buffer(repeating: 0, count: count)
    case .int64, .double, .days, .rows, .codes8, .codes16, .codes32, .bytes, .text, .periods,
      .lists:
      throw mismatch("tags")
    }
  }

  func periods() throws(RunError) -> PeriodBuffer {
    switch storage {
    case .periods(let buffer): return buffer
    case .missing:
      let none = Buffer(repeating: MissingValue.days, count: count)
      return PeriodBuffer(starts: none, ends: none, units: Buffer([MissingValue.noUnit]))
    case .int64, .double, .days, .rows, .codes8, .codes16, .codes32, .masks, .bytes, .text,
      .lists:
      throw mismatch("period")
    }
  }

  /// Category codes, 0 for missing.
  func codes() throws(RunError) -> Buffer<Int32> {
    switch storage {
    case .codes8(let buffer, _): return Buffer.filled(count) { Int32(buffer[$0]) }
    case .codes16(let buffer, _): return Buffer.filled(count) { Int32(buffer[$0]) }
    case .codes32(let buffer, _):
      return Buffer.filled(count) { Int32(truncatingIfNeeded: buffer[$0]) }
    case .missing: return Buffer(repeating: 0, count: count)
    case .int64, .double, .days, .rows, .masks, .bytes, .text, .periods, .lists:
      throw mismatch("category")
    }
  }

  /// Categories give the identifiers of their values.
  func texts() throws(RunError) -> TextBuffer {
    switch storage {
    case .text(let buffer): return buffer
    case .codes8(let codes, let dictionary): return dictionary.texts(codes)
    case .codes16(let codes, let dictionary): return dictionary.texts(codes)
    case .codes32(let codes, let dictionary): return dictionary.texts(codes)
    case .missing:
      return TextBuffer(
        arena: Buffer([]), starts: Buffer(repeating: 0, count: count),
        lengths: Buffer(repeating: -1, count: count))
    case .int64, .double, .days, .rows, .masks, .bytes, .periods, .lists: throw mismatch("text")
    }
  }

  func mismatch(_ expected: String) -> RunError {
    .misbuiltPlan("\(expected) expected, \(type) found")
  }
}

extension CategoryDictionary {
  /// One text per code; the arena holds every value once.
  fileprivate func texts<Code: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(
    _ codes: Buffer<Code>
  ) -> TextBuffer {
    var builder = TextBuilder(rows: count + 1)
    builder.appendMissing()
    for entry in entries { builder.append(entry.english) }
    let values = builder.finish()
    return TextBuffer(
      arena: values.arena,
      starts: Buffer.filled(codes.count) { values.starts[Int(codes[$0])] },
      lengths: Buffer.filled(codes.count) { values.lengths[Int(codes[$0])] })
  }
}

/// Towards minus infinity; the divisor is positive.
@inline(__always)
func floorDivided(_ value: Int64, _ divisor: Int64) -> Int64 {
  let quotient = value / divisor
  return value % divisor < 0 ? quotient - 1 : quotient
}

func powerOfTen(_ exponent: Int) throws(RunError) -> Int64 {
  guard Decimal.powersOfTen.indices.contains(exponent) else {
    throw .misbuiltPlan("scale \(exponent)")
  }
  return Decimal.powersOfTen[exponent]
}
