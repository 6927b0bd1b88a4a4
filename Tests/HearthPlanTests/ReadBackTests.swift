import HearthPlan
import HearthSyntax
import HearthText
import Testing

@Suite struct ReadingBack {
  private func said(_ expression: String, _ language: Language) -> String {
    let words = ReadBack(
      language: language, names: ReadBackNames(), schema: Register.catalog.schema)
    let query = parse("families | select x = " + expression, vocabulary: .empty)
    return query.statements.compactMap(words.sentence).joined()
  }

  @Test(arguments: Language.allCases)
  func `every function of one row has words for each number of arguments`(language: Language) {
    for row in FunctionTable.scalars {
      let (least, most) = row.argumentCounts
      for count in least...(most ?? least + 2) {
        let arguments = (0..<count).map { "argument\($0)" }
        let text = said(
          "\(row.names.english)(\(arguments.joined(separator: ", ")))", language)
        for argument in arguments { #expect(text.contains(argument), "\(text)") }
        #expect(!text.contains("{"))
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `every function of many rows has words of its own`(language: Language) {
    var seen: Set<String> = []
    for row in FunctionTable.aggregates {
      let argument = row.argument == .condition ? "where measure = 3" : "measure"
      let second = row.function == .percentile ? ", 90" : ""
      let text = said("\(row.names.english)(\(argument)\(second))", language)
      #expect(text.contains("measure") && !text.contains("{"), "\(text)")
      #expect(seen.insert(text).inserted, "\(text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `every operator has words of its own`(language: Language) {
    var seen: Set<String> = []
    for operation in BinaryOperator.allCases {
      let text = said("first_one \(operation.rawValue) second_one", language)
      #expect(seen.insert(text).inserted, "\(text)")
      #expect(text.contains(language == .english ? "second one" : "second_one"), "\(text)")
    }
  }
}
