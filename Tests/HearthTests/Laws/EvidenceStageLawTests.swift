import HearthData
import HearthText
import Testing

@testable import Hearth

/// What must hold for every stage that looks for evidence, whatever it answers.
@Suite struct EvidenceStageLawTests {
  /// The stages, each with a piece of evidence.
  private func queries(_ generator: inout EvidenceGenerator) -> [String] {
    let evidence = generator.evidence().text
    let key = generator.random.pick(EvidenceGenerator.singleKeys + ["tags"])
    let excluded = generator.familyCondition().text
    let unit = generator.random.pick(["day", "week"])
    return [
      "families | coverage of \(evidence) by \(key) target 80%",
      "families | coverage of \(evidence) excluding \(excluded) across services.kind",
      "families | coverage of all of services by kind",
      "families | gaps of services where date in last 30 days at least 2 | select id, done, last, days",
      "families | cadence of \(evidence) every \(unit) in last 20 weeks by \(key)",
      "families | cadence of \(evidence) every \(unit) in last 70 days "
        + "| select id, expected, met, longest_gap, streak, best_streak, last, next_due, slots",
    ]
  }

  @Test(arguments: 0..<12, [-7, 7, 364, 3_654])
  func `whole weeks later everything is as it was`(seed: Int, days: Int) throws {
    let register = GeneratedRegister(seed: seed)
    let later = register.shifted(by: days)
    var now = EvidenceGenerator(seed: seed, today: register.today)
    var then = EvidenceGenerator(seed: seed, today: later.today)
    for (query, laterQuery) in zip(queries(&now), queries(&then)) {
      let answer = try register.workspace.answer(query)
      let laterAnswer = try later.workspace.answer(laterQuery)
      #expect(laterAnswer.rows == answer.rows.map { $0.shifted(by: days) }, "\(query)")
      #expect(laterAnswer.total == answer.total.shifted(by: days), "\(query)")
    }
  }

  @Test(arguments: 0..<12) func `the number of threads never changes an answer`(seed: Int) throws {
    let register = GeneratedRegister(seed: seed)
    var generator = EvidenceGenerator(seed: seed, today: register.today)
    for query in queries(&generator) {
      let outputs = try [1, 2, 3].map { threads in
        let workspace = try register.workspace
        workspace.options.threads = threads
        let transcript = try workspace.transcript(query, format: .json)
        return transcript.output
      }
      #expect(Set(outputs).count == 1, "\(query)")
    }
  }

  @Test(arguments: 0..<12) func `both languages ask the same`(seed: Int) throws {
    let register = GeneratedRegister(seed: seed)
    let workspace = try register.workspace
    var generator = EvidenceGenerator(seed: seed, today: register.today)
    for query in queries(&generator) {
      let answer = try workspace.transcript(query, format: .csv)
      #expect(answer.outcome == .fine, "\(query)\n\(answer.messages)")
      for language in Language.allCases {
        let printed = workspace.printed(query, in: language)
        let translated = try workspace.transcript(printed, format: .csv)
        #expect(translated.output == answer.output, "\(printed)")
        #expect(workspace.printed(printed, in: language) == printed)
      }
    }
  }

  @Test(arguments: 0..<12) func `families keep their order and their number`(seed: Int) throws {
    let register = GeneratedRegister(seed: seed)
    let workspace = try register.workspace
    var generator = EvidenceGenerator(seed: seed, today: register.today)
    for _ in 0..<4 {
      let evidence = generator.evidence().text
      let condition = generator.familyCondition()
      let answer = try workspace.answer(
        "families | where \(condition.text) | cadence of \(evidence) every week | select id")
      #expect(
        answer.texts("id") == register.families.filter(condition.holds).map(\.id), "\(evidence)")
    }
  }
}
