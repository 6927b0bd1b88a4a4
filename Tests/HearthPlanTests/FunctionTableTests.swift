import HearthPlan
import HearthSyntax
import HearthText
import Testing

@Suite struct Functions {
  @Test func `every function has a row`() {
    #expect(Set(FunctionTable.scalars.map(\.function)) == Set(ScalarFunction.allCases))
    #expect(FunctionTable.scalars.count == ScalarFunction.allCases.count)
    #expect(FunctionTable.aggregates.map(\.function) == AggregateFunction.allCases)
    #expect(FunctionTable.windows.map(\.function) == WindowFunction.allCases)
  }

  @Test func `every row speaks both languages`() {
    let texts =
      FunctionTable.scalars.flatMap { [$0.names, $0.documentation, $0.example] }
      + FunctionTable.aggregates.flatMap { [$0.names, $0.documentation, $0.example] }
      + FunctionTable.windows.flatMap { [$0.names, $0.documentation, $0.example] }
    for text in texts {
      #expect(!text.english.isEmpty && !text.chinese.isEmpty)
    }
    for row in FunctionTable.scalars where row.function != .pi {
      #expect(row.documentation.english.hasSuffix("."))
      #expect(row.documentation.chinese.hasSuffix("。"))
    }
  }

  @Test func `no two functions of a kind share a name`() {
    for kind in [
      FunctionTable.scalars.map(\.names),
      FunctionTable.aggregates.map(\.names) + FunctionTable.windows.map(\.names),
    ] {
      let names = kind.flatMap { [$0.english, $0.chinese] }
      #expect(Set(names).count == names.count)
    }
  }

  @Test func `the keyword table and the function table agree`() {
    for row in FunctionTable.aggregates {
      let entry = KeywordTable.aggregate(named: row.names.english)
      #expect(entry?.spelling(in: .chinese) == row.names.chinese, "\(row.names)")
    }
    for row in FunctionTable.windows {
      let entry = KeywordTable.aggregate(named: row.names.english)
      #expect(entry?.spelling(in: .chinese) == row.names.chinese, "\(row.names)")
    }
  }

  @Test(arguments: FunctionTable.scalars.map(\.example) + FunctionTable.aggregates.map(\.example))
  func `examples can be parsed`(_ example: Bilingual) {
    let vocabulary = Register.catalog.vocabulary()
    for text in [example.english, example.chinese] {
      let isQuery = text.contains(" | ")
      let found =
        isQuery
        ? parse(text, vocabulary: vocabulary).diagnostics
        : parseExpression(text, vocabulary: vocabulary).diagnostics
      #expect(found.isEmpty, "\(text): \(found.map(\.message.english))")
    }
  }

  @Test func `a signature names its parameters`() {
    #expect(FunctionTable.signature(FunctionTable.row(.round), in: .english) == "round(x, places?)")
    #expect(FunctionTable.signature(FunctionTable.row(.band), in: .chinese) == "分段(数, 分界…)")
  }
}
