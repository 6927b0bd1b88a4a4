import HearthData

extension TextPattern {
  /// 1 for the texts of a block that match; what is missing never does.
  func mask(of texts: TextBuffer) -> Buffer<UInt8> {
    if let part = asciiPart { return mask(of: texts, containing: Buffer(part)) }
    if hanBeginning.isEmpty { return mask(of: texts) { _ in true } }
    let beginnings = texts.beginning(with: hanBeginning)
    return isHan ? beginnings : mask(of: texts) { beginnings[$0] == 1 }
  }

  @inline(__always)
  private func mask(of texts: TextBuffer, _ isPossible: (Int) -> Bool) -> Buffer<UInt8> {
    var folded = FoldedText()
    return Buffer<UInt8>.filled(texts.count) { row in
      guard texts.lengths[row] >= 0, isPossible(row) else { return 0 }
      return matches(texts.bytes(row), &folded) ? 1 : 0
    }
  }
}

extension TextPattern {
  /// A part without letters is found as it stands, and a text of ASCII that does not have it has it
  /// in no other form either.
  private func mask(of texts: TextBuffer, containing part: Buffer<UInt8>) -> Buffer<UInt8> {
    var folded = FoldedText()
    return withExtendedLifetime(part) {
      let wanted = part.pointer
      return Buffer<UInt8>.filled(texts.count) { row in
        guard texts.lengths[row] >= 0 else { return 0 }
        let bytes = texts.bytes(row)
        switch search(bytes, for: wanted) {
        case .found: return 1
        case .impossible: return 0
        case .unknown: return matches(bytes, &folded) ? 1 : 0
        }
      }
    }
  }

  private enum Finding { case found, impossible, unknown }

  @inline(__always)
  private func search(
    _ bytes: UnsafeBufferPointer<UInt8>, for wanted: UnsafeBufferPointer<UInt8>
  ) -> Finding {
    var all: UInt8 = 0
    let first = wanted[0]
    let last = bytes.count &- wanted.count
    for place in 0..<bytes.count {
      let byte = bytes[place]
      all |= byte
      guard byte == first, place <= last else { continue }
      var next = 1
      while next < wanted.count, bytes[place &+ next] == wanted[next] { next &+= 1 }
      if next == wanted.count { return .found }
    }
    return all < 0x80 ? .impossible : .unknown
  }
}

extension TextBuffer {
  /// 1 for the texts whose first bytes are these, which are compared eight at a time.
  fileprivate func beginning(with bytes: [UInt8]) -> Buffer<UInt8> {
    let wanted = bytes.prefix(8).enumerated().reduce(UInt64(0)) {
      $0 | UInt64($1.element) << UInt64(8 * $1.offset)
    }
    let relevant = bytes.count >= 8 ? UInt64.max : (1 << UInt64(8 * bytes.count)) - 1
    let memory = UnsafeRawBufferPointer(arena.pointer)
    // Nearer to the end eight bytes would reach beyond it.
    let lastWhole = memory.count - 8
    return Buffer<UInt8>.filled(count) { row in
      let start = Int(starts[row])
      guard Int(lengths[row]) >= bytes.count else { return 0 }
      if start <= lastWhole {
        let word = UInt64(
          littleEndian: memory.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        if word & relevant != wanted { return 0 }
        if bytes.count <= 8 { return 1 }
      }
      return self.bytes(row).starts(with: bytes) ? 1 : 0
    }
  }
}
