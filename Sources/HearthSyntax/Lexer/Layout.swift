/// The indentation that all lines of a text have in common, which means nothing.
///
/// Blank lines and lines that hold only a comment have no say: neither begins a statement.
struct Layout {
  private let common: ArraySlice<UInt8>
  private let source: SourceBytes

  init(_ source: SourceBytes) {
    self.source = source
    var common: ArraySlice<UInt8>?
    var offset = source.rawGlyph(at: 0).scalar == "\u{FEFF}" ? 3 : 0
    while offset < source.count {
      let start = offset
      var glyph = source.glyph(at: offset)
      while glyph.isSpace { glyph = source.glyph(at: glyph.end) }
      if !glyph.isEnd && !glyph.isLineBreak && glyph.ascii != UInt8(ascii: "#") {
        let indentation = source.bytes[start..<glyph.start]
        common = common.map { Self.sharedBeginning($0, indentation) } ?? indentation
        if common?.isEmpty == true { break }
      }
      while !glyph.isEnd && !glyph.isLineBreak { glyph = source.glyph(at: glyph.end) }
      offset = glyph.end
      if glyph.isEnd { break }
    }
    self.common = common ?? []
  }

  /// Where the text of a line begins, given where the line itself does.
  func start(ofLineAt offset: Int) -> Int {
    let offset =
      offset == 0 && source.rawGlyph(at: 0).scalar == "\u{FEFF}" && source.count > 0 ? 3 : offset
    let end = offset + common.count
    guard end <= source.count, source.bytes[offset..<end] == common else { return offset }
    return end
  }

  private static func sharedBeginning(
    _ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    var length = 0
    for (left, right) in zip(a, b) {
      if left != right { break }
      length += 1
    }
    return a.prefix(length)
  }
}
