import HearthData
import HearthPlan
import HearthText

extension Compiler {
  /// To a type that holds all values of the operand's, or their rounded form.
  func convert(_ operand: TypedExpression, to type: ValueType) throws(RunError) -> Kernel {
    let source = operand.type
    if source == type { return try kernel(for: operand) }
    switch (source, type) {
    case (_, .missing), (.missing, _):
      return Kernel { (block) in .missing(count: block.count, type: type) }
    case (.int, .number), (.decimal, .number):
      let value = try numbers(operand)
      return Kernel { (block) throws(RunError) in .numbers(try value.values(block)) }
    case (.int, .decimal), (.decimal, .decimal):
      return try rescale(operand, from: source.decimalScale, to: type)
    case (.number, .decimal(let scale)): return try roundToDecimal(operand, scale)
    case (.date, .dateTime): return try midnight(operand)
    case (.dateTime, .date):
      let value = try days(operand)
      return Kernel { (block) throws(RunError) in .days(try value.values(block)) }
    case (.date, .period), (.dateTime, .period): return try period(.day, of: operand)
    case (.category, .category): return try recode(operand, to: type)
    case (.text, .category): return try encode(operand, as: type)
    case (.list(let element), .list(let wanted)) where element != wanted:
      return try convertElements(operand, from: element, to: wanted)
    case (.link, .link), (.tags, .tags), (.list, .list):
      let value = try kernel(for: operand)
      return Kernel { (block) throws(RunError) in try value.run(block).typed(type) }
    case (_, .text): return try toText(operand)
    case (_, .int): return try toInt(operand)
    case (_, .number): return try toNumber(operand)
    case (_, .date): return try toDate(operand)
    default: throw .misbuiltPlan("conversion of \(source) to \(type)")
    }
  }

  /// Lists keep their bounds; what cannot be converted leaves its list as a missing element.
  private func convertElements(
    _ operand: TypedExpression, from element: ValueType, to wanted: ValueType
  ) throws(RunError) -> Kernel {
    let value = try kernel(for: operand)
    let run = scope.run
    let slot = SlotID(0)
    let conversion = TypedExpression(.convert(TypedExpression(.slot(slot), element)), wanted)
    return Kernel { (block) throws(RunError) in
      let column = try value.run(block)
      guard case .lists(let offsets, let elements) = column.storage else {
        return column.typed(.list(wanted))
      }
      let context = EvaluationContext(
        run: run, entity: nil, rows: .range(0..<elements.count), slots: [slot: elements])
      return Column(
        type: .list(wanted), count: column.count,
        storage: .lists(offsets: offsets, elements: try evaluate(conversion, in: context)))
    }
  }

  private func rescale(
    _ operand: TypedExpression, from scale: Int, to type: ValueType
  ) throws(RunError) -> Kernel {
    let value = try integers(operand)
    let newScale = type.decimalScale
    let factor = try powerOfTen(max(0, newScale - scale))
    let divisor = try powerOfTen(max(0, scale - newScale))
    return Kernel { (block) throws(RunError) in
      let x = try value.values(block)
      var overflows = false
      let result = Buffer<Int64>.filled(x.count) { row in
        if x[row] == MissingValue.int64 { return MissingValue.int64 }
        if divisor > 1 {
          return Int64(truncatingIfNeeded: roundedQuotient(Int128(x[row]), Int128(divisor)))
        }
        let (product, overflow) = x[row].multipliedReportingOverflow(by: factor)
        overflows = overflows || overflow || product == MissingValue.int64
        return product
      }
      if overflows { throw .overflow(.decimalOutOfRange) }
      return .integers(result, type)
    }
  }

  private func roundToDecimal(
    _ operand: TypedExpression, _ scale: Int
  ) throws(RunError) -> Kernel {
    let value = try numbers(operand)
    let type = ValueType.decimal(scale: scale)
    return Kernel { (block) throws(RunError) in
      let x = try value.values(block)
      var overflows = false
      let result = Buffer<Int64>.filled(x.count) { row in
        if x[row].isNaN { return MissingValue.int64 }
        let rounded = unscaled(x[row], places: scale)
        overflows = overflows || rounded == nil
        return rounded ?? MissingValue.int64
      }
      if overflows { throw .overflow(.decimalOutOfRange) }
      return .integers(result, type)
    }
  }

  private func midnight(_ operand: TypedExpression) throws(RunError) -> Kernel {
    let value = try days(operand)
    return Kernel { (block) throws(RunError) in
      let days = try value.values(block)
      return .integers(
        Buffer.filled(days.count) { row in
          days[row] == MissingValue.days
            ? MissingValue.int64 : Int64(days[row]) * DateTime.secondsPerDay
        }, .dateTime)
    }
  }

  /// A category in another dictionary, by name; missing where that has no such value.
  private func recode(_ operand: TypedExpression, to type: ValueType) throws(RunError) -> Kernel {
    let value = try kernel(for: operand)
    guard let target = try scope.dictionary(of: type) else {
      throw .misbuiltPlan("no dictionary for \(type)")
    }
    return Kernel { (block) throws(RunError) in
      let column = try value.run(block)
      if column.dictionary === target { return column.typed(type) }
      let codes = try column.codes(translatedTo: target)
      let limit = Int32(truncatingIfNeeded: target.count)
      return .category(
        Buffer.filled(codes.count) { codes[$0] > limit ? 0 : codes[$0] }, target, type)
    }
  }

  private func encode(_ operand: TypedExpression, as type: ValueType) throws(RunError) -> Kernel {
    let value = try kernel(for: operand)
    guard let target = try scope.dictionary(of: type) else {
      throw .misbuiltPlan("no dictionary for \(type)")
    }
    return Kernel { (block) throws(RunError) in
      let texts = try value.run(block).texts()
      let codes = Buffer<Int32>.filled(texts.count) { row in
        guard let text = texts[row], let position = target.position(of: text) else { return 0 }
        return Int32(truncatingIfNeeded: position + 1)
      }
      return .category(codes, target, type)
    }
  }
}

extension Column {
  func typed(_ type: ValueType) -> Column {
    Column(type: type, count: count, storage: storage)
  }

  /// Codes in as few bytes as the dictionary needs.
  static func category(
    _ codes: Buffer<Int32>, _ dictionary: CategoryDictionary, _ type: ValueType
  ) -> Column {
    let storage: Storage
    switch CodeWidth(for: dictionary) {
    case .one:
      storage = .codes8(
        Buffer.filled(codes.count) { UInt8(truncatingIfNeeded: codes[$0]) }, dictionary)
    case .two:
      storage = .codes16(
        Buffer.filled(codes.count) { UInt16(truncatingIfNeeded: codes[$0]) }, dictionary)
    case .four:
      storage = .codes32(
        Buffer.filled(codes.count) { UInt32(truncatingIfNeeded: codes[$0]) }, dictionary)
    }
    return Column(type: type, count: codes.count, storage: storage)
  }
}

extension Bilingual {
  static let decimalOutOfRange = Bilingual(
    "a number has too many digits for an exact decimal", "数值的位数超出精确小数的范围")
  static let integerOutOfRange = Bilingual(
    "a number is too large for a whole number", "数值超出整数的范围")
}
