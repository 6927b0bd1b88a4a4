import Foundation
import HearthPlan
import HearthSyntax
import HearthText
import Testing

@testable import Hearth

/// Nothing that a person can call or be told goes without a name in each language and a case.
@Suite struct TeachingCompletenessTests {
  @Test(arguments: DiagnosticCode.allCases)
  func `every code has a title in each language and a case that shows it`(code: DiagnosticCode) {
    #expect(!code.title.english.isEmpty)
    let isTitled = code.title.chinese.unicodeScalars.contains(where: isHan)
    #expect(isTitled)
    if TeachingCompletenessTests.shownElsewhere.contains(code) { return }
    for views in [[CaseView.diagnostics, .check], [.chineseDiagnostics, .chineseCheck]] {
      let isShown = CaseFile.all.contains { file in
        views.contains { file[$0.rawValue]?.contains(" \(code.rawValue)") == true }
      }
      #expect(isShown, "\(views)")
    }
  }

  /// They need a text of 16 MiB, a masked data set, or a schema with two links to areas.
  private static let shownElsewhere: Set<DiagnosticCode> = [
    .textTooLong, .privateField, .ambiguousName,
  ]

  @Test(arguments: FunctionTable.allNames)
  func `every function has a name in each language and a case that calls both`(
    names: Bilingual
  ) {
    let isChinese = names.chinese.unicodeScalars.contains(where: isHan)
    #expect(isChinese)
    for name in [names.english, names.chinese] {
      let isCalled = CaseFile.all.contains { calls(name, in: $0.query) }
      #expect(isCalled, "\(name)")
    }
  }

  /// Whether a text calls a function: its name, alone, before a bracket; `row_number` has none.
  private func calls(_ name: String, in query: String) -> Bool {
    query.ranges(of: name).contains { range in
      let before = query[..<range.lowerBound].last
      let after = query[range.upperBound...].first
      let isWhole = before.map { !$0.isLetter && $0 != "_" } ?? false
      return isWhole && (after == "(" || name == "row_number" || name == "行号")
    }
  }

  @Test func `every row of the function table is complete`() {
    #expect(Set(FunctionTable.scalars.map(\.function)) == Set(ScalarFunction.allCases))
    #expect(Set(FunctionTable.aggregates.map(\.function)) == Set(AggregateFunction.allCases))
    #expect(Set(FunctionTable.windows.map(\.function)) == Set(WindowFunction.allCases))
  }
}
