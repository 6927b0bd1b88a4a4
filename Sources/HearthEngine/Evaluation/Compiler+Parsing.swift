import HearthData
import HearthPlan
import HearthText

// `text(x)`, `number(x)`, `int(x)`, `date(x)`: what cannot be converted is missing and counted.
extension Compiler {
  func toText(_ operand: TypedExpression) throws(RunError) -> Kernel {
    if case .link(let entity, let display) = operand.type {
      return try textOfLink(operand, to: entity, display)
    }
    let value = try kernel(for: operand)
    let type = operand.type
    return Kernel { (block) throws(RunError) in try value.run(block).asTexts(type) }
  }

  /// The key of the row, or its name where links are shown by name.
  private func textOfLink(
    _ operand: TypedExpression, to entity: EntityID, _ display: ValueType.LinkDisplay
  ) throws(RunError) -> Kernel {
    let schema = scope.run.store.schema
    let field = display == .key ? schema[entity].key : schema[entity].nameField
    guard let field else {
      return Kernel { (block) in .missing(count: block.count, type: .text) }
    }
    let column = try scope.column(FieldID(entity, field))
    // A key that is a link again is shown by its row: no chain of keys leads in a circle.
    let texts = try column.asTexts(column.type)
    let rows = try kernel(for: operand)
    return Kernel { (block) throws(RunError) in
      texts.gather(rows: try rows.run(block).rowNumbers())
    }
  }

  func toNumber(_ operand: TypedExpression) throws(RunError) -> Kernel {
    switch operand.type {
    case .int, .decimal, .number:
      let value = try numbers(operand)
      return Kernel { (block) throws(RunError) in .numbers(try value.values(block)) }
    case .bool:
      let value = try kernel(for: operand)
      return Kernel { (block) throws(RunError) in
        let bytes = try value.run(block).bytes()
        return .numbers(
          Buffer.filled(bytes.count) {
            bytes[$0] >= MissingValue.bool ? .nan : Double(bytes[$0])
          })
      }
    case .text, .category:
      return try parse(operand) {
        Double(parsing: $0) ?? .nan
      } column: {
        .numbers($0)
      }
    case .tags, .date, .dateTime, .period, .link, .list, .missing:
      return try unconvertible(operand, .number)
    }
  }

  /// Numbers are cut towards zero.
  func toInt(_ operand: TypedExpression) throws(RunError) -> Kernel {
    switch operand.type {
    case .int: return try kernel(for: operand)
    case .decimal(let scale):
      let value = try integers(operand)
      let divisor = try powerOfTen(scale)
      return Kernel { (block) throws(RunError) in
        let x = try value.values(block)
        return .integers(
          Buffer.filled(x.count) {
            x[$0] == MissingValue.int64 ? MissingValue.int64 : x[$0] / divisor
          }, .int)
      }
    case .number: return try cut(operand)
    case .bool:
      let value = try kernel(for: operand)
      return Kernel { (block) throws(RunError) in
        let bytes = try value.run(block).bytes()
        return .integers(
          Buffer.filled(bytes.count) {
            bytes[$0] >= MissingValue.bool ? MissingValue.int64 : Int64(bytes[$0])
          }, .int)
      }
    case .text, .category:
      return try parse(operand) {
        Double(parsing: $0).flatMap { exactInteger($0) } ?? MissingValue.int64
      } column: {
        .integers($0, .int)
      }
    case .tags, .date, .dateTime, .period, .link, .list, .missing:
      return try unconvertible(operand, .int)
    }
  }

  private func cut(_ operand: TypedExpression) throws(RunError) -> Kernel {
    let value = try numbers(operand)
    let run = scope.run
    return Kernel { (block) throws(RunError) in
      let x = try value.values(block)
      var failed = 0
      let result = Buffer<Int64>.filled(x.count) { row in
        if x[row].isNaN { return MissingValue.int64 }
        let whole = exactInteger(x[row].rounded(.towardZero))
        failed += whole == nil ? 1 : 0
        return whole ?? MissingValue.int64
      }
      run.count(.failedConversion, failed)
      return .integers(result, .int)
    }
  }

  func toDate(_ operand: TypedExpression) throws(RunError) -> Kernel {
    switch operand.type {
    case .date, .dateTime:
      let value = try days(operand)
      return Kernel { (block) throws(RunError) in .days(try value.values(block)) }
    case .text, .category:
      return try parse(operand) {
        DateText.day($0)?.number ?? MissingValue.days
      } column: {
        .days($0)
      }
    case .int, .number, .decimal, .bool, .tags, .period, .link, .list, .missing:
      return try unconvertible(operand, .date)
    }
  }

  /// Reads texts one by one; a failure is a missing value where the text was none.
  private func parse<Value: InBand>(
    _ operand: TypedExpression,
    _ read: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Value,
    column: @escaping @Sendable (Buffer<Value>) -> Column
  ) throws(RunError) -> Kernel {
    let value = try kernel(for: operand)
    let missing = read(UnsafeBufferPointer(start: nil, count: 0))
    let run = scope.run
    return Kernel { (block) throws(RunError) in
      let texts = try value.run(block).texts()
      var failed = 0
      let result = Buffer<Value>.filled(texts.count) { row in
        if texts.lengths[row] < 0 { return missing }
        let value = read(trimmed(texts.bytes(row), start: true, end: true))
        failed += value.isKnown ? 0 : 1
        return value
      }
      run.count(.failedConversion, failed)
      return column(result)
    }
  }

  /// Every known value fails.
  private func unconvertible(
    _ operand: TypedExpression, _ type: ValueType
  ) throws(RunError) -> Kernel {
    let value = try kernel(for: operand)
    let run = scope.run
    return Kernel { (block) throws(RunError) in
      let missing = try value.run(block).missingMask
      run.count(.failedConversion, missing.count - missing.ones)
      return .missing(count: block.count, type: type)
    }
  }
}

/// A whole double as an integer; nil when it has a fraction or does not fit.
private func exactInteger(_ value: Double) -> Int64? {
  guard let exact = Int64(exactly: value), exact != MissingValue.int64 else { return nil }
  return exact
}

extension Double {
  /// A number as people write it: digits, one point, thousands set apart, a sign, an exponent.
  fileprivate init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
    if let decimal = Decimal(parsing: bytes) {
      self = decimal.approximation
      return
    }
    let text = foldedForSearch(String(decoding: bytes, as: UTF8.self))
    if let decimal = Decimal(parsing: text) {
      self = decimal.approximation
      return
    }
    let allowed = "0123456789+-.e"
    guard text.allSatisfy({ allowed.contains($0) }), let value = Double(text), value.isFinite
    else { return nil }
    self = value
  }
}
