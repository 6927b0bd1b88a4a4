import HearthData
import HearthText

extension ResultTable {
  /// The table as people read it: what belongs together in one cell.
  ///
  /// A target becomes `✓` or `✗ 6 short`, headed by the fraction; the measures of a value that went
  /// across become one column, `81.0% (47/58)`, with the target's mark where there is one.
  func forReading(_ language: Language) -> ResultTable {
    guard columns.contains(where: { $0.role == .target || $0.cell != nil }) else { return self }
    var result = self
    result.columns = []
    result.total = total.map { _ in [] }
    var index = 0
    while index < columns.count {
      let end = endOfCell(from: index)
      if let joined = joined(index..<end, language) {
        result.columns.append(joined.column)
        result.total?.append(joined.total)
      } else {
        result.columns += columns[index..<end]
        result.total? += total?[index..<end] ?? []
      }
      index = end
    }
    return result
  }

  /// The columns that share a cell with this one: those of one value, or a target and its shortfall.
  private func endOfCell(from start: Int) -> Int {
    if let heading = columns[start].cell?.heading {
      return columns[start...].firstIndex { $0.cell?.heading != heading } ?? columns.count
    }
    let next = start + 1
    let isPair =
      columns[start].role == .target && next < columns.count && columns[next].role == .short
    return isPair ? next + 1 : next
  }

  private func joined(
    _ range: Range<Int>, _ language: Language
  ) -> (column: ResultColumn, total: Value)? {
    if columns[range.lowerBound].role == .target { return marked(range, language) }
    guard let heading = columns[range.lowerBound].cell?.heading else { return nil }
    func column(_ part: ResultColumn.Cell.Part) -> Int? {
      range.first { columns[$0].cell?.part == part }
    }
    guard let rate = column(.rate), let covered = column(.covered), let eligible = column(.eligible)
    else { return nil }
    let short = column(.short)
    let texts = texts { value in
      guard case .number(let fraction) = value(rate) else { return nil }
      guard let part = value(covered).count, let whole = value(eligible).count else { return nil }
      let counts = " (\(part)/\(whole))"
      let mark = short.map { " " + (value($0).count == 0 ? "✓" : "✗") } ?? ""
      return percentage(fraction) + counts + mark
    }
    return (
      ResultColumn(
        name: columns[range.lowerBound].name, label: heading, values: Column(texts: texts.rows),
        role: .rate), texts.total
    )
  }

  /// ✓ where the target is reached, else how many are short; nothing to reach where there is no rate.
  private func marked(
    _ range: Range<Int>, _ language: Language
  ) -> (column: ResultColumn, total: Value) {
    let target = range.lowerBound
    let rate = columns[..<target].lastIndex { $0.role == .rate }
    let texts = texts { value in
      if let rate, value(rate) == .missing { return nil }
      let short = range.count > 1 ? value(target + 1).count : nil
      guard let short else { return nil }
      return short == 0 ? "✓" : Bilingual("✗ \(short) short", "✗ 差 \(short)")[language]
    }
    var label = columns[target].label
    if let fraction = fraction(of: target) {
      label = Bilingual(
        label.english + " " + shortPercentage(fraction),
        label.chinese + " " + shortPercentage(fraction))
    }
    return (
      ResultColumn(name: columns[target].name, label: label, values: Column(texts: texts.rows)),
      texts.total
    )
  }

  /// The target is the same in every row.
  private func fraction(of column: Int) -> Double? {
    let value = total?[column] ?? (rowCount > 0 ? columns[column].values.value(at: 0) : .missing)
    if case .number(let fraction) = value { return fraction }
    return nil
  }

  /// A text for each row and one for the total, made from the values of columns.
  private func texts(
    _ make: ((Int) -> Value) -> String?
  ) -> (rows: [String?], total: Value) {
    let rows = (0..<rowCount).map { row in make { columns[$0].values.value(at: row) } }
    let total = total.flatMap { total in make { total[$0] } }
    return (rows, total.map { .text($0) } ?? .missing)
  }
}

extension Value {
  /// A count; nothing where it is hidden.
  fileprivate var count: Int64? {
    if case .int(let number) = self { return number }
    return nil
  }
}

private func percentage(_ fraction: Double) -> String {
  var bytes: [UInt8] = []
  bytes.appendPercentage(fraction)
  return String(decoding: bytes, as: UTF8.self)
}

/// `90%`, `87.5%`: in a head a whole number needs no place behind the point.
func shortPercentage(_ fraction: Double) -> String {
  let text = percentage(fraction)
  return text.hasSuffix(".0%") ? text.dropLast(3) + "%" : text
}
