extension Store {
  /// The latest date of a stored field of type `date`; nil when no row has one. Looked for once.
  package func lastDay(of field: FieldID) throws(DataError) -> Day? {
    let column = try column(field)
    guard case .days(let days) = column.storage else { return nil }
    let known = lastDays.withLock { $0[field] }
    let last = known ?? days.latest
    if known == nil { lastDays.withLock { $0[field] = last } }
    return last == MissingValue.days ? nil : Day(last)
  }
}

extension Buffer<Int32> {
  /// The greatest; missing days are the least of all numbers.
  fileprivate var latest: Int32 {
    var latest = MissingValue.days
    for index in 0..<count { latest = Swift.max(latest, self[index]) }
    return latest
  }
}
