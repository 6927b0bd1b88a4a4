import HearthData

extension TextPattern {
  /// 1 for the texts of a block that match; what is missing never does.
  func mask(of texts: TextBuffer) -> Buffer<UInt8> {
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
