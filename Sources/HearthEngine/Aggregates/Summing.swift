import HearthData
import HearthPlan
import HearthText

extension AggregateSource {
  /// `sum`, `avg` and `stddev`.
  func sums() throws(RunError) -> (Column, Skips) {
    guard let argument, let type = aggregate.argument?.type else {
      throw .misbuiltPlan("\(aggregate.function.rawValue) without an argument")
    }
    let skips = Skips(groupCount: countsSkipsByGroup ? groupCount : 0)
    if aggregate.function == .stddev {
      let state = try accumulate(Deviations(argument, groupCount: groupCount, skips: skips))
      return (.numbers(Buffer.filled(groupCount) { state[$0] }), state.skips)
    }
    switch type {
    case .int, .decimal, .missing:
      let isMean = aggregate.function == .avg
      let state = try accumulate(
        IntegerSums(argument, groupCount: groupCount, countsKnown: isMean, skips: skips))
      return (try aggregate.result(of: state, groupCount: groupCount), state.skips)
    case .number:
      let state = try accumulate(NumberSums(argument, groupCount: groupCount, skips: skips))
      return (try numberResults(state), state.skips)
    case .text, .category, .tags, .bool, .date, .dateTime, .period, .link, .list:
      throw .misbuiltPlan("\(aggregate.function.rawValue) of \(type)")
    }
  }

  private func numberResults(_ state: NumberSums) throws(RunError) -> Column {
    let isMean = aggregate.function == .avg
    var overflows = false
    let result = Buffer<Double>.filled(groupCount) { group in
      let sum = state[group]
      overflows = overflows || !sum.isFinite
      if !isMean { return sum }
      let known = state.known(group)
      return known == 0 ? .nan : sum / Double(known)
    }
    if overflows { throw .overflow(.sumTooLarge) }
    return .numbers(result)
  }
}

extension Aggregate {
  /// `sum` or `avg` of whole numbers or decimals from their sums.
  func result(of sums: IntegerSums, groupCount: Int) throws(RunError) -> Column {
    guard let type = argument?.type else { throw .misbuiltPlan("a sum of nothing") }
    return function == .avg
      ? try means(sums, type, groupCount) : try totals(sums, type, groupCount)
  }

  private func totals(
    _ state: IntegerSums, _ type: ValueType, _ groupCount: Int
  ) throws(RunError) -> Column {
    let scale = type.decimalScale
    let factor = Int128(try powerOfTen(max(0, self.type.decimalScale - scale)))
    var overflows = false
    let result = Buffer<Int64>.filled(groupCount) { group in
      let (sum, overflow) = state[group].multipliedReportingOverflow(by: factor)
      let exact = Int64(exactly: sum)
      overflows = overflows || overflow || exact == nil || exact == MissingValue.int64
      return exact ?? MissingValue.int64
    }
    if overflows { throw .overflow(.sumTooLarge) }
    if self.type == .number { return .numbers(try Column.integers(result, type).numbers()) }
    return .integers(result, self.type)
  }

  private func means(
    _ state: IntegerSums, _ type: ValueType, _ groupCount: Int
  ) throws(RunError) -> Column {
    let power = Double(try powerOfTen(type.decimalScale))
    return .numbers(
      Buffer.filled(groupCount) { group in
        state.known[group] == 0
          ? .nan : state.number(group) / (Double(state.known[group]) * power)
      })
  }
}

extension Bilingual {
  static let sumTooLarge = Bilingual("a total (sum) is too large", "合计的结果超出范围")
}
