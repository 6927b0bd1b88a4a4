import HearthData
import HearthPlan
import HearthText

/// Builds a text column row by row from the texts of a block; what is missing stays missing.
@inline(__always)
func mapTexts(
  _ texts: TextBuffer, _ body: (UnsafeBufferPointer<UInt8>, inout TextBuilder) -> Void
) throws(RunError) -> Column {
  var builder = TextBuilder(rows: texts.count, bytes: texts.count * 8)
  for row in 0..<texts.count {
    if texts.lengths[row] < 0 {
      builder.appendMissing()
    } else {
      body(texts.bytes(row), &builder)
    }
  }
  return try .texts(builder)
}

extension Column {
  static func texts(_ builder: consuming TextBuilder) throws(RunError) -> Column {
    if builder.isFull { throw .textTooLarge }
    let buffer = builder.finish()
    return Column(type: .text, count: buffer.count, storage: .text(buffer))
  }
}

extension Compiler {
  func joinTexts(_ a: TypedExpression, _ b: TypedExpression) throws(RunError) -> Kernel {
    let (left, right) = (try kernel(for: a), try kernel(for: b))
    return Kernel { (block) throws(RunError) in
      let x = try left.run(block).texts()
      let y = try right.run(block).texts()
      var builder = TextBuilder(rows: block.count, bytes: block.count * 8)
      var joined: [UInt8] = []
      for row in 0..<block.count {
        guard x.lengths[row] >= 0, y.lengths[row] >= 0 else {
          builder.appendMissing()
          continue
        }
        joined.removeAll(keepingCapacity: true)
        joined.append(contentsOf: x.bytes(row))
        joined.append(contentsOf: y.bytes(row))
        builder.appendNormalized(joined)
      }
      return try .texts(builder)
    }
  }

  func textFunction(
    _ function: ScalarFunction, _ operand: TypedExpression
  ) throws(RunError) -> Kernel {
    let value = try kernel(for: operand)
    let body = try textBody(function)
    return Kernel { (block) throws(RunError) in
      try mapTexts(try value.run(block).texts(), body)
    }
  }

  private typealias TextBody =
    @Sendable (UnsafeBufferPointer<UInt8>, inout TextBuilder) -> Void

  private func textBody(_ function: ScalarFunction) throws(RunError) -> TextBody {
    switch function {
    case .lower: return { (bytes, builder) in appendCased(bytes, to: &builder, isUpper: false) }
    case .upper: return { (bytes, builder) in appendCased(bytes, to: &builder, isUpper: true) }
    case .trim:
      return { (bytes, builder) in builder.append(trimmed(bytes, start: true, end: true)) }
    case .trimStart:
      return { (bytes, builder) in builder.append(trimmed(bytes, start: true, end: false)) }
    case .trimEnd:
      return { (bytes, builder) in builder.append(trimmed(bytes, start: false, end: true)) }
    case .mask:
      return { (bytes, builder) in
        let first = bytes.isEmpty ? bytes : characters(bytes, from: 0, count: 1)
        builder.append(String(decoding: first, as: UTF8.self) + (bytes.isEmpty ? "" : "**"))
      }
    case .pinyin: return { (bytes, builder) in Pinyin.append(syllablesOf: bytes, to: &builder) }
    case .initials: return { (bytes, builder) in Pinyin.append(initialsOf: bytes, to: &builder) }
    case .abs, .round, .floor, .ceil, .sqrt, .ln, .log10, .log, .exp, .pi, .sin, .cos, .tan,
      .asin, .acos, .atan, .min, .max, .length, .substring, .replace, .split, .day, .month,
      .quarter, .half, .year, .week, .weekday, .format, .period, .band, .text, .number, .int,
      .date:
      throw .misbuiltPlan("\(function.rawValue) of a text")
    }
  }

  /// In characters as seen.
  func length(_ operand: TypedExpression) throws(RunError) -> Kernel {
    let value = try kernel(for: operand)
    return Kernel { (block) throws(RunError) in
      let texts = try value.run(block).texts()
      return .integers(
        Buffer.filled(texts.count) { row in
          texts.lengths[row] < 0 ? MissingValue.int64 : Int64(characterCount(texts.bytes(row)))
        }, .int)
    }
  }

  /// Characters as seen, from 1; what lies outside the text is nothing.
  func substring(_ arguments: [TypedExpression]) throws(RunError) -> Kernel {
    guard arguments.count >= 2 else { throw .misbuiltPlan("substring of \(arguments.count)") }
    let value = try kernel(for: arguments[0])
    let first = try integers(arguments[1])
    let count = try arguments.dropFirst(2).first.map { (count) throws(RunError) in
      try integers(count)
    }
    return Kernel { (block) throws(RunError) in
      let texts = try value.run(block).texts()
      let starts = try first.values(block)
      let counts = try count?.values(block)
      var builder = TextBuilder(rows: block.count, bytes: block.count * 8)
      for row in 0..<block.count {
        let wanted = counts?[row] ?? Int64.max
        guard texts.lengths[row] >= 0, starts[row] != MissingValue.int64,
          wanted != MissingValue.int64
        else {
          builder.appendMissing()
          continue
        }
        // Places 1 … count of the text that the wanted places meet.
        let start = max(1, starts[row])
        let (end, overflow) = starts[row].addingReportingOverflow(wanted)
        let taken = overflow ? Int64.max : max(0, end - start)
        builder.append(
          characters(texts.bytes(row), from: Int(start - 1), count: wanted <= 0 ? 0 : Int(taken)))
      }
      return try .texts(builder)
    }
  }

  /// Exact; an empty text is found nowhere.
  func replace(_ arguments: [TypedExpression]) throws(RunError) -> Kernel {
    guard arguments.count == 3 else { throw .misbuiltPlan("replace of \(arguments.count)") }
    let value = try kernel(for: arguments[0])
    let (old, new) = (try kernel(for: arguments[1]), try kernel(for: arguments[2]))
    return Kernel { (block) throws(RunError) in
      let texts = try value.run(block).texts()
      let wanted = try old.run(block).texts()
      let replacements = try new.run(block).texts()
      var builder = TextBuilder(rows: block.count, bytes: block.count * 8)
      for row in 0..<block.count {
        guard texts.lengths[row] >= 0, wanted.lengths[row] >= 0, replacements.lengths[row] >= 0
        else {
          builder.appendMissing()
          continue
        }
        appendReplaced(
          texts.bytes(row), wanted.bytes(row), replacements.bytes(row), to: &builder)
      }
      return try .texts(builder)
    }
  }

  /// A list of the parts; the whole text when the separator is empty.
  func split(_ arguments: [TypedExpression], _ type: ValueType) throws(RunError) -> Kernel {
    guard arguments.count == 2 else { throw .misbuiltPlan("split of \(arguments.count)") }
    let (value, separator) = (try kernel(for: arguments[0]), try kernel(for: arguments[1]))
    return Kernel { (block) throws(RunError) in
      let texts = try value.run(block).texts()
      let separators = try separator.run(block).texts()
      var builder = TextBuilder()
      var offsets = BufferBuilder<UInt32>(capacity: block.count + 1)
      offsets.append(0)
      for row in 0..<block.count {
        if texts.lengths[row] > 0, separators.lengths[row] >= 0 {
          appendParts(texts.bytes(row), separators.bytes(row), to: &builder)
        }
        offsets.append(UInt32(truncatingIfNeeded: builder.count))
      }
      let elements = try Column.texts(builder)
      return Column(
        type: type, count: block.count,
        storage: .lists(offsets: offsets.finish(), elements: elements))
    }
  }
}

private func appendReplaced(
  _ text: UnsafeBufferPointer<UInt8>, _ old: UnsafeBufferPointer<UInt8>,
  _ new: UnsafeBufferPointer<UInt8>, to builder: inout TextBuilder
) {
  guard !old.isEmpty, firstPlace(of: old, in: text) != nil else { return builder.append(text) }
  var result: [UInt8] = []
  var rest = text
  while let place = firstPlace(of: old, in: rest) {
    result.append(contentsOf: rest[0..<place])
    result.append(contentsOf: new)
    rest = UnsafeBufferPointer(rebasing: rest[(place + old.count)...])
  }
  result.append(contentsOf: rest)
  builder.appendNormalized(result)
}

private func appendParts(
  _ text: UnsafeBufferPointer<UInt8>, _ separator: UnsafeBufferPointer<UInt8>,
  to builder: inout TextBuilder
) {
  var rest = text
  while !separator.isEmpty, let place = firstPlace(of: separator, in: rest) {
    builder.append(UnsafeBufferPointer(rebasing: rest[0..<place]))
    rest = UnsafeBufferPointer(rebasing: rest[(place + separator.count)...])
  }
  builder.append(rest)
}
