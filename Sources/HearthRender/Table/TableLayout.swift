import HearthText

/// How wide each column becomes, and which ones are left out.
struct TableLayout {
  /// By column; of no meaning for hidden ones.
  private(set) var widths: [Int]
  /// The columns that are shown, in order.
  private(set) var shown: [Int]
  /// Those left out for want of room, all in a row: before `shown[gap]` stands a column of `…`.
  private(set) var hidden: [Int] = []
  private(set) var gap: Int?

  static let spacing = 2
  /// Texts are not shortened below this.
  private static let leastTextWidth = 8

  init(_ columns: [TableColumn], maxWidth: Int?) {
    let natural = columns.map { max($0.cellWidth, displayWidth(of: $0.header)) }
    widths = natural
    shown = Array(columns.indices)
    guard let maxWidth else { return }
    let least = columns.indices.map { index in
      let floor = min(natural[index], Self.leastTextWidth)
      return columns[index].isRightAligned ? max(columns[index].cellWidth, floor) : floor
    }
    hideUntilItFits(least, maxWidth)
    share(maxWidth - Self.blanks(shown.count) - gapWidth, natural, least)
  }

  private var gapWidth: Int { gap == nil ? 0 : 1 + Self.spacing }

  private static func blanks(_ count: Int) -> Int { max(0, count - 1) * spacing }

  /// Leaves out columns before the last, which is often the one just added; the first stays too.
  private mutating func hideUntilItFits(_ least: [Int], _ maxWidth: Int) {
    func needed() -> Int {
      shown.reduce(0) { $0 + least[$1] } + Self.blanks(shown.count) + gapWidth
    }
    while shown.count > 2 && needed() > maxWidth {
      hidden.insert(shown.remove(at: shown.count - 2), at: 0)
      gap = shown.count - 1
    }
  }

  /// Lowers the widest columns to one common level until all fit.
  private mutating func share(_ room: Int, _ natural: [Int], _ least: [Int]) {
    func width(_ column: Int, level: Int) -> Int { max(least[column], min(natural[column], level)) }
    func needed(_ level: Int) -> Int { shown.reduce(0) { $0 + width($1, level: level) } }
    var (low, high) = (0, natural.max() ?? 0)
    if needed(high) <= room { return }
    while low < high {
      let middle = (low + high + 1) / 2
      if needed(middle) <= room { low = middle } else { high = middle - 1 }
    }
    var spare = room - needed(low)
    for column in shown {
      widths[column] = width(column, level: low)
      if spare > 0 && natural[column] > widths[column] {
        widths[column] += 1
        spare -= 1
      }
    }
  }
}
