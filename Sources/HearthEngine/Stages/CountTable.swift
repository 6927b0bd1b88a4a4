import HearthData

/// Counts of which the small ones must stay unknown, also to somebody who can subtract.
///
/// Wherever some cells have a published sum (a column as a whole, the rows that share some of the
/// keys, the measures of one row), what is hidden among them is nothing, or at least two cells that
/// come to `below` or more, so that the sum less the cells shown tells neither a cell nor a small
/// sum. While that does not hold, the smallest shown count above 0 is hidden too, of equal ones the
/// first. Zeros are shown: they say nothing of a person.
///
/// After L. H. Cox, "Suppression methodology and statistical disclosure control" (Journal of the
/// American Statistical Association 75, 1980), in its plainest form: never fewer cells than needed,
/// not always the fewest.
struct CountTable: Sendable {
  private let rowCount: Int
  private let below: Int64
  /// Column after column.
  private let counts: [Int64]
  private var isHidden: [Bool]
  /// Cells whose sum is known.
  private var sums: [[Int32]] = []

  init(_ columns: [Buffer<Int64>], rowCount: Int, below: Int64) {
    self.rowCount = rowCount
    self.below = below
    counts = columns.flatMap { Array($0) }
    isHidden = counts.map { $0 >= 1 && $0 < below }
  }

  var hiddenCount: Int { isHidden.count { $0 } }

  func isHidden(column: Int, row: Int) -> Bool { isHidden[column * rowCount + row] }

  /// In every column, the sum over the rows of each group is known.
  mutating func addSums(over rows: GroupMap) {
    guard rowCount > 0 else { return }
    for column in 0..<counts.count / rowCount {
      var cells = [[Int32]](repeating: [], count: rows.groupCount)
      for row in 0..<rowCount where rows.groups[row] >= 0 {
        cells[Int(rows.groups[row])].append(Int32(truncatingIfNeeded: column * rowCount + row))
      }
      sums += cells
    }
  }

  /// The counts of a row in these columns may add up to one of them, or to another column.
  mutating func addSumsOfRows(in columns: [Int]) {
    for row in 0..<rowCount {
      sums.append(columns.map { Int32(truncatingIfNeeded: $0 * rowCount + row) })
    }
  }

  mutating func hide() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for cells in sums where protect(cells) { isChanged = true }
    }
  }

  private mutating func protect(_ cells: [Int32]) -> Bool {
    var number = 0
    var sum: Int64 = 0
    for cell in cells where isHidden[Int(cell)] {
      number += 1
      sum = sum.addingReportingOverflow(counts[Int(cell)]).partialValue
    }
    if number == 0 || (number >= 2 && sum >= below) { return false }
    let others = cells.filter { !isHidden[Int($0)] && counts[Int($0)] >= 1 }
      .sorted { (counts[Int($0)], $0) < (counts[Int($1)], $1) }
    for cell in others {
      if number >= 2, sum >= below { break }
      isHidden[Int(cell)] = true
      number += 1
      sum += counts[Int(cell)]
    }
    return !others.isEmpty
  }
}
