extension Column {
  /// The least and the greatest of the known values of a column of numbers, amounts, dates or times;
  /// nil for other columns, and where no value is known.
  package var extremes: (least: Value, greatest: Value)? {
    let rows: (Int, Int)? =
      switch storage {
      case .int64(let buffer): rowsOfExtremes(buffer) { $0 == MissingValue.int64 }
      case .double(let buffer): rowsOfExtremes(buffer) { $0.isNaN }
      case .days(let buffer): rowsOfExtremes(buffer) { $0 == MissingValue.days }
      case .rows, .codes8, .codes16, .codes32, .masks, .bytes, .text, .periods, .lists, .missing:
        nil
      }
    return rows.map { (value(at: $0.0), value(at: $0.1)) }
  }

  private func rowsOfExtremes<Element: Comparable>(
    _ buffer: Buffer<Element>, _ isMissing: (Element) -> Bool
  ) -> (least: Int, greatest: Int)? {
    let values = buffer.pointer
    guard let first = values.firstIndex(where: { !isMissing($0) }) else { return nil }
    var (least, greatest) = (first, first)
    for row in first..<values.count where !isMissing(values[row]) {
      if values[row] < values[least] { least = row }
      if values[row] > values[greatest] { greatest = row }
    }
    return (least, greatest)
  }
}
