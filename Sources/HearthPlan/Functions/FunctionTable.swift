import HearthData
import HearthText

/// Every function that a query may call, by its name in either language.
package enum FunctionTable {
  package static let scalars: [ScalarRow] = numbers + texts + dates + conversions

  package static func row(_ function: ScalarFunction) -> ScalarRow { rowsByFunction[function]! }
  package static func row(_ function: AggregateFunction) -> AggregateRow {
    aggregatesByFunction[function]!
  }

  private static let rowsByFunction = Dictionary(
    uniqueKeysWithValues: scalars.map { ($0.function, $0) })
  private static let aggregatesByFunction = Dictionary(
    uniqueKeysWithValues: aggregates.map { ($0.function, $0) })

  /// What a name before `(` may mean; `min` and `max` are a function of one row with two arguments,
  /// and of many rows with one.
  package struct Meaning: Sendable {
    package var scalar: ScalarFunction?
    package var aggregate: AggregateFunction?
    package var window: WindowFunction?

    package var names: Bilingual {
      if let aggregate { return FunctionTable.row(aggregate).names }
      if let scalar { return FunctionTable.row(scalar).names }
      return FunctionTable.windows.first { $0.function == window }!.names
    }
  }

  package static func meaning(of name: String) -> Meaning? { meanings[name] }

  /// Every spelling, in the order of the tables.
  package static let allNames: [Bilingual] =
    aggregates.map(\.names) + scalars.map(\.names) + windows.map(\.names)

  private static let meanings: [String: Meaning] = {
    var result: [String: Meaning] = [:]
    for row in aggregates {
      for name in [row.names.english, row.names.chinese] + (otherNames[row.function] ?? []) {
        result[name, default: Meaning()].aggregate = row.function
      }
    }
    for row in scalars {
      for name in [row.names.english, row.names.chinese] {
        result[name, default: Meaning()].scalar = row.function
      }
    }
    for row in windows {
      for name in [row.names.english, row.names.chinese] {
        result[name, default: Meaning()].window = row.function
      }
    }
    return result
  }()

  /// `name(first, second?, more…)` in one language.
  package static func signature(_ row: ScalarRow, in language: Language) -> String {
    let parameters = row.parameters.map { parameter in
      parameter.name[language] + (parameter.isRepeated ? "…" : parameter.isOptional ? "?" : "")
    }
    return row.names[language] + "(" + parameters.joined(separator: ", ") + ")"
  }
}
