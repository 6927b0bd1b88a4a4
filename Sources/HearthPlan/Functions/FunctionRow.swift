import HearthData
import HearthText

/// One row of the function table: a function of one row, as the binder, completion and help know it.
package struct ScalarRow: Sendable {
  package let function: ScalarFunction
  package let names: Bilingual
  package let parameters: [ScalarParameter]
  package let result: ResultRule
  package let documentation: Bilingual
  package let example: Bilingual

  init(
    _ function: ScalarFunction, _ chinese: String, _ parameters: [ScalarParameter],
    _ result: ResultRule, _ documentation: Bilingual, _ example: Bilingual
  ) {
    self.function = function
    self.names = Bilingual(function.rawValue, chinese)
    self.parameters = parameters
    self.result = result
    self.documentation = documentation
    self.example = example
  }

  /// How many arguments may be written; no upper end when the last one repeats.
  package var argumentCounts: (least: Int, most: Int?) {
    let least = parameters.filter { !$0.isOptional }.count
    return (least, parameters.last?.isRepeated == true ? nil : parameters.count)
  }
}

package struct ScalarParameter: Sendable {
  package let name: Bilingual
  package let accepts: Accepts
  package var isOptional = false
  package var isRepeated = false

  /// What an argument must be, and what it is converted to.
  package enum Accepts: Hashable, Sendable {
    /// int, number or decimal, left as it is.
    case number
    /// Converted to number.
    case real
    case whole
    /// Categories and links are converted.
    case text
    /// A date or a date-time; a period stands for its first day.
    case moment
    case anything
    /// All arguments of this kind are brought to one type.
    case alike
    /// A constant.
    case constantNumber, constantText
  }

  static func number(_ english: String, _ chinese: String) -> ScalarParameter {
    ScalarParameter(name: Bilingual(english, chinese), accepts: .number)
  }

  static let real = ScalarParameter(name: Bilingual("x", "数"), accepts: .real)
  static let text = ScalarParameter(name: Bilingual("text", "文本"), accepts: .text)
  static let date = ScalarParameter(name: Bilingual("date", "日期"), accepts: .moment)
  static let anything = ScalarParameter(name: Bilingual("value", "值"), accepts: .anything)

  init(name: Bilingual, accepts: Accepts, isOptional: Bool = false, isRepeated: Bool = false) {
    self.name = name
    self.accepts = accepts
    self.isOptional = isOptional
    self.isRepeated = isRepeated
  }
}

/// The type of a function's result.
package enum ResultRule: Hashable, Sendable {
  case fixed(ValueType)
  /// That of the first argument.
  case first
  /// The one type that all arguments were brought to.
  case alike
  /// A decimal with as many places as the second argument asks for; an int or a number as it is.
  case rounded
  /// A decimal without places; an int or a number as it is.
  case wholeNumber
  case weekday
  /// A category made from the constants after the first argument.
  case bands
}

/// One row of the function table for a function of many rows.
package struct AggregateRow: Sendable {
  package let function: AggregateFunction
  package let names: Bilingual
  package let argument: Argument
  package let documentation: Bilingual
  package let example: Bilingual

  /// What the function is asked of.
  package enum Argument: Hashable, Sendable {
    /// Nothing (rows), or anything.
    case optional
    case number
    /// What has an order: numbers, texts, dates, categories, periods.
    case ordered
    case anything
    case condition
  }

  init(
    _ function: AggregateFunction, _ chinese: String, _ argument: Argument,
    _ documentation: Bilingual, _ example: Bilingual
  ) {
    self.function = function
    self.names = Bilingual(function.rawValue, chinese)
    self.argument = argument
    self.documentation = documentation
    self.example = example
  }
}

/// The functions that only `add … per` has.
package enum WindowFunction: String, CaseIterable, Hashable, Sendable {
  case rowNumber = "row_number"
  case lag, lead
}

package struct WindowRow: Sendable {
  package let function: WindowFunction
  package let names: Bilingual
  package let documentation: Bilingual
  package let example: Bilingual
}
