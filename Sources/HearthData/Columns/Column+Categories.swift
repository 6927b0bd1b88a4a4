extension Column {
  /// Whether some row has a value of its dictionary, by the value's position.
  package func holds(category position: Int) -> Bool {
    switch storage {
    case .codes8(let codes, _): codes.contains(position)
    case .codes16(let codes, _): codes.contains(position)
    case .codes32(let codes, _): codes.contains(position)
    case .masks(let masks, _): (0..<masks.count).contains { masks[$0] >> position & 1 == 1 }
    case .int64, .double, .days, .rows, .bytes, .text, .periods, .lists, .missing: false
    }
  }
}

extension Buffer where Element: FixedWidthInteger {
  /// Of codes, in which value n is n + 1.
  fileprivate func contains(_ position: Int) -> Bool {
    (0..<count).contains { Int(self[$0]) == position + 1 }
  }
}
