import HearthData
import HearthPlan

extension Compiler {
  /// The calendar period in which each date lies.
  func period(_ unit: Period.Unit, of date: TypedExpression) throws(RunError) -> Kernel {
    let value = try days(date)
    return Kernel { (block) throws(RunError) in
      let days = try value.values(block)
      let starts = perDay(days, missing: MissingValue.days) {
        Period(unit, containing: $0).start.number
      }
      let ends = perDay(days, missing: MissingValue.days) {
        Period(unit, containing: $0).end.number
      }
      return .periods(starts: starts, ends: ends, unit: unit)
    }
  }

  /// A whole number of each date: its year, its day of the month.
  func number(
    of date: TypedExpression, _ part: @escaping @Sendable (Day) -> Int
  ) throws(RunError) -> Kernel {
    let value = try days(date)
    return Kernel { (block) throws(RunError) in
      let days = try value.values(block)
      return .integers(perDay(days, missing: MissingValue.int64) { Int64(part($0)) }, .int)
    }
  }

  /// Monday to Sunday, in the dictionary of the type.
  func weekday(_ date: TypedExpression, _ type: ValueType) throws(RunError) -> Kernel {
    guard let dictionary = try scope.dictionary(of: type), dictionary.count == 7 else {
      throw .misbuiltPlan("weekday as \(type)")
    }
    let value = try days(date)
    return Kernel { (block) throws(RunError) in
      let days = try value.values(block)
      let codes = perDay(days, missing: UInt8(0)) { UInt8(truncatingIfNeeded: $0.weekday) }
      return Column(type: type, count: block.count, storage: .codes8(codes, dictionary))
    }
  }
}

/// Something of each day, looked up in a table of the days between the first and the last: real
/// dates lie close together, so that the calendar is asked far less often than there are rows.
func perDay<Value: BitwiseCopyable & Sendable>(
  _ days: Buffer<Int32>, missing: Value, _ value: (Day) -> Value
) -> Buffer<Value> {
  var first = Int32.max
  var last = Int32.min
  for index in 0..<days.count {
    let day = days[index]
    first = min(first, day == MissingValue.days ? Int32.max : day)
    last = max(last, day)
  }
  if first > last { return Buffer(repeating: missing, count: days.count) }
  let span = Int(last) - Int(first) + 1
  if span > max(days.count, 1024) {
    return Buffer.filled(days.count) { row in
      days[row] == MissingValue.days ? missing : value(Day(days[row]))
    }
  }
  let table = Buffer<Value>.filled(span) { value(Day(first + Int32(truncatingIfNeeded: $0))) }
  return Buffer.filled(days.count) { row in
    days[row] == MissingValue.days ? missing : table[Int(days[row] &- first)]
  }
}
