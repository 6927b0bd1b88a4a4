import HearthData
import HearthText

/// Tag sets: values separated by 、；;，,/| or a line break.
final class TagsReader: CellReader {
  /// One bit of a mask per value.
  private static let limit = 64

  private let domain: CategoryDomain
  private let closed: CategoryDictionary?
  private let words: ClosedWords?
  private var found = ByteTable()
  private var masks: [UInt64] = []
  /// Cells without problems that were read before, and their sets.
  private var seen = ByteTable()
  private var seenMasks: [UInt64] = []
  private static let mostSeen = 4096
  private(set) var report: ProblemReport

  init(closed: CategoryDictionary?, domain: CategoryDomain, file: String, header: String) {
    self.closed = closed
    self.domain = domain
    words = closed.map { ClosedWords($0) }
    report = ProblemReport(file: file, column: header)
  }

  func read(_ cells: CellColumn) {
    for row in 0..<cells.count {
      let cell = cells[row]
      masks.append(cell.isEmpty ? 0 : mask(cell, line: cells.lines[row]))
    }
  }

  private func mask(_ cell: UnsafeBufferPointer<UInt8>, line: Int) -> UInt64 {
    let index = seen.index(of: cell)
    if index >= 0 { return seenMasks[index] }
    let text = UTF8Bytes.repaired(cell)
    var mask: UInt64 = 0
    var isClean = true
    for piece in Self.pieces(text) {
      if let position = position(of: piece), position < Self.limit {
        mask |= 1 << UInt64(position)
      } else if !NothingWords.inTypedCells.contains(piece) {
        isClean = false
        report.add(line: line, value: piece) { reason(piece) }
      }
    }
    // A cell with a problem is reported each time it occurs.
    if isClean, seen.count < Self.mostSeen {
      _ = seen.intern(cell)
      seenMasks.append(mask)
    }
    return mask
  }

  static func pieces(_ text: String) -> [String] {
    text.split { "、；;，,/／|｜\n\r\r\n".contains($0) }
      .map { CellText.trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  private func position(of piece: String) -> Int? {
    var piece = piece
    if let words { return piece.withUTF8 { words.position(of: $0) } }
    if NothingWords.inTypedCells.contains(piece) { return nil }
    let index = piece.withUTF8 { found.index(of: $0) }
    if index >= 0 { return index }
    return found.count < Self.limit ? found.intern(piece) : nil
  }

  private func reason(_ piece: String) -> Bilingual { words?.reason(piece) ?? Self.tooMany }

  private static var tooMany: Bilingual {
    Bilingual("is one tag too many; a set has at most 64 values", "标签太多，一个集合最多 64 种取值")
  }

  func join(_ others: [any CellReader]) throws(DataError) -> Column {
    var total = masks
    for case let part as TagsReader in others { total += absorbed(part) }
    if let closed { return Column(masks: total, dictionary: closed, domain: domain) }
    let (dictionary, codes) = CategoryDictionary.sorted(found)
    let places = codes.dropFirst().map { Int($0) - 1 }
    return Column(
      masks: Self.moved(total, to: places), dictionary: dictionary, domain: domain)
  }

  private func absorbed(_ part: TagsReader) -> [UInt64] {
    guard closed == nil else { return part.masks }
    var places: [Int] = []
    for index in 0..<part.found.count {
      let text = part.found[index]
      if let place = position(of: text) {
        places.append(place)
      } else {
        places.append(Self.limit)
        report.add(line: 0, value: text) { Self.tooMany }
      }
    }
    return Self.moved(part.masks, to: places)
  }

  private static func moved(_ masks: [UInt64], to places: [Int]) -> [UInt64] {
    masks.map { mask in
      var rest = mask
      var moved: UInt64 = 0
      while rest != 0 {
        let place = places[rest.trailingZeroBitCount]
        if place < limit { moved |= 1 << UInt64(place) }
        rest &= rest - 1
      }
      return moved
    }
  }
}
