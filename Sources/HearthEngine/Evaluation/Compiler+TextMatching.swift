import HearthData
import HearthPlan
import HearthText

extension Compiler {
  func compareTexts(
    _ comparison: Comparison, _ a: TypedExpression, _ b: TypedExpression
  ) throws(RunError) -> MaskKernel {
    if case .text(let wanted)? = b.literal, let category = a.categorySource,
      a.type == .text
    {
      return try categoryMask(category, missing: comparison == .notEqual) {
        (dictionary, position) in
        let name = dictionary.entries[position].english
        return comparison.holds(
          name == wanted
            ? 0
            : name.unicodeScalars.lexicographicallyPrecedes(
              wanted.unicodeScalars) ? -1 : 1)
      }
    }
    let left = try kernel(for: a)
    let right = try kernel(for: b)
    let constant = try b.literal.map { (value) throws(RunError) in
      try scope.constant(value, .text).texts()
    }
    return MaskKernel { (block) throws(RunError) in
      let x = try left.run(block).texts()
      if let constant {
        return textMask(comparison, block.count, x) { _ in
          constant.lengths[0] < 0 ? nil : constant.bytes(0)
        }
      }
      let y = try right.run(block).texts()
      return textMask(comparison, block.count, x) { y.lengths[$0] < 0 ? nil : y.bytes($0) }
    }
  }

  /// Searching; what is missing never matches.
  func matches(
    _ match: TextMatch, _ text: TypedExpression, _ pattern: TypedExpression
  ) throws(RunError) -> MaskKernel {
    guard let literal = pattern.literal else {
      return try matchesPerRow(match, text, pattern)
    }
    guard case .text(let wanted) = literal else {
      return MaskKernel { (block) in Buffer(repeating: 0, count: block.count) }
    }
    if match == .matches { return try matchesRegex(text, wanted) }
    let pattern = TextPattern(match, wanted)
    if let category = text.categorySource {
      return try categoryMask(category, missing: false) { (dictionary, position) in
        dictionary.entries[position].names.contains { name in
          pattern.matches(name)
        }
      }
    }
    let value = try kernel(for: text)
    return MaskKernel { (block) throws(RunError) in
      pattern.mask(of: try value.run(block).texts())
    }
  }

  private func matchesRegex(
    _ text: TypedExpression, _ wanted: String
  ) throws(RunError) -> MaskKernel {
    let regex = try SharedRegex(wanted)
    if let category = text.categorySource {
      return try categoryMask(category, missing: false) { (dictionary, position) in
        dictionary.entries[position].names.contains { regex.isFound(in: $0) }
      }
    }
    let value = try kernel(for: text)
    return MaskKernel { (block) throws(RunError) in
      let texts = try value.run(block).texts()
      return Buffer<UInt8>.filled(block.count) { row in
        texts[row].map { regex.isFound(in: $0) } ?? false ? 1 : 0
      }
    }
  }

  /// A pattern from the data: as few patterns are made as there are different ones in a row.
  private func matchesPerRow(
    _ match: TextMatch, _ text: TypedExpression, _ pattern: TypedExpression
  ) throws(RunError) -> MaskKernel {
    let (value, wanted) = (try kernel(for: text), try kernel(for: pattern))
    return MaskKernel { (block) throws(RunError) in
      let texts = try value.run(block).texts()
      let patterns = try wanted.run(block).texts()
      var folded = FoldedText()
      var last: (text: String, pattern: TextPattern, regex: SharedRegex?)?
      var found = BufferBuilder<UInt8>(capacity: block.count)
      for row in 0..<block.count {
        guard let pattern = patterns[row], texts.lengths[row] >= 0 else {
          found.append(0)
          continue
        }
        if last?.text != pattern {
          let regex = match == .matches ? try SharedRegex(pattern) : nil
          last = (pattern, TextPattern(match, pattern), regex)
        }
        let isFound =
          last?.regex.map { $0.isFound(in: texts[row] ?? "") }
          ?? last?.pattern.matches(texts.bytes(row), &folded)
        found.append(isFound ?? false ? 1 : 0)
      }
      return found.finish()
    }
  }
}

extension CategoryDictionary.Entry {
  /// The identifier and, where it differs, the label.
  var names: [String] { english == chinese ? [english] : [english, chinese] }
}

@inline(__always)
private func textMask(
  _ comparison: Comparison, _ count: Int, _ texts: TextBuffer,
  _ other: (Int) -> UnsafeBufferPointer<UInt8>?
) -> Buffer<UInt8> {
  Buffer<UInt8>.filled(count) { row in
    guard texts.lengths[row] >= 0, let right = other(row) else {
      let areBothMissing = texts.lengths[row] < 0 && other(row) == nil
      switch comparison {
      case .equal: return areBothMissing ? 1 : 0
      case .notEqual: return areBothMissing ? 0 : 1
      case .less, .lessOrEqual, .greater, .greaterOrEqual: return 0
      }
    }
    let left = texts.bytes(row)
    switch comparison {
    case .equal: return areEqual(left, right) ? 1 : 0
    case .notEqual: return areEqual(left, right) ? 0 : 1
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return comparison.holds(textOrder(left, right)) ? 1 : 0
    }
  }
}
