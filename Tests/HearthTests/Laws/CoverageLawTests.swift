import HearthData
import HearthText
import Testing

@testable import Hearth

/// The laws of coverage and gaps over generated registers and generated questions.
@Suite struct CoverageLawTests {
  private static let seeds = 0..<24

  /// Calls `body` with a register, its workspace and a few pieces of evidence.
  private func forEach(
    _ seed: Int,
    _ body: (GeneratedRegister, Workspace, GeneratedEvidence, inout EvidenceGenerator)
      throws -> Void
  ) throws {
    let register = GeneratedRegister(seed: seed)
    let workspace = try register.workspace
    var generator = EvidenceGenerator(seed: seed, today: register.today)
    for _ in 0..<4 {
      let evidence = generator.evidence()
      try body(register, workspace, evidence, &generator)
    }
  }

  @Test(arguments: seeds) func `it counts what a slow second count finds`(seed: Int) throws {
    try forEach(seed) { register, workspace, evidence, _ in
      let answer = try workspace.answer("families | coverage of \(evidence.text)")
      let covered = register.families.filter { evidence.covers($0, in: register) }.count
      #expect(answer.eligible == [Int64(register.families.count)], "\(evidence.text)")
      #expect(answer.covered == [Int64(covered)], "\(evidence.text)")
    }
  }

  @Test(arguments: seeds)
  func `eligible is covered and uncovered, and nothing has no rate`(seed: Int) throws {
    try forEach(seed) { _, workspace, evidence, generator in
      let key = generator.random.pick(EvidenceGenerator.singleKeys + ["tags"])
      let answer = try workspace.answer("families | coverage of \(evidence.text) by \(key)")
      for row in answer.rows + [answer.total] {
        guard let eligible = row["eligible"]?.integer, let covered = row["covered"]?.integer,
          let uncovered = row["uncovered"]?.integer
        else {
          Issue.record("a measure is missing in \(evidence.text)")
          continue
        }
        #expect(eligible == covered + uncovered && covered >= 0 && uncovered >= 0)
        let rate: Value =
          eligible == 0 ? .missing : .number(Double(covered) / Double(eligible))
        #expect(row["rate"] == rate)
      }
    }
  }

  @Test(arguments: seeds) func `gaps are exactly the uncovered rows`(seed: Int) throws {
    try forEach(seed) { register, workspace, _, generator in
      let evidence = generator.gapEvidence()
      let answer = try workspace.answer("families | gaps of \(evidence.text) | select id, done")
      let uncovered = register.families.filter { !evidence.covers($0, in: register) }
      #expect(
        Set(answer.texts("id")) == Set(uncovered.map(\.id)), "\(evidence.text)")
      let done = Dictionary(
        uniqueKeysWithValues: uncovered.map { ($0.id, evidence.done(for: $0, in: register)) })
      for row in answer.rows {
        guard case .text(let id)? = row["id"] else { continue }
        #expect(row["done"]?.integer == done[id].map(Int64.init), "\(id): \(evidence.text)")
      }
    }
  }

  @Test(arguments: seeds)
  func `gaps come never first, then the longest, ties in source order`(seed: Int) throws {
    let register = GeneratedRegister(seed: seed)
    let workspace = try register.workspace
    for kind in GeneratedRegister.kinds {
      let evidence = "services where kind = \(kind) and date in last 20 days"
      let answer = try workspace.answer("families | gaps of \(evidence) | select id, last, days")
      let lasts = register.families.compactMap { family -> (id: String, last: Day?)? in
        let own = register.services.filter { $0.family == family.id && $0.kind == kind }
        let dates = own.compactMap(\.date).filter { $0 <= register.today }
        let isCovered = dates.contains { $0.number > register.today.number - 20 }
        return isCovered ? nil : (family.id, dates.max())
      }
      let never = lasts.filter { $0.last == nil }
      let ordered = never + lasts.filter { $0.last != nil }.sorted { $0.last! < $1.last! }
      #expect(answer.texts("id") == ordered.map(\.id), "\(evidence)")
      #expect(
        answer.values("last") == ordered.map { $0.last.map { Value.date($0) } ?? .missing })
      #expect(
        answer.values("days")
          == ordered.map { gap in
            gap.last.map { .int(Int64(register.today.number - $0.number)) } ?? .missing
          })
    }
  }

  @Test(arguments: seeds) func `groups add up to the total`(seed: Int) throws {
    try forEach(seed) { _, workspace, evidence, generator in
      let key = generator.random.pick(EvidenceGenerator.singleKeys)
      let groups = try workspace.answer("families | coverage of \(evidence.text) by \(key)")
      #expect(groups.eligible.reduce(0, +) == groups.total["eligible"]?.integer, "\(key)")
      #expect(groups.covered.reduce(0, +) == groups.total["covered"]?.integer, "\(key)")
    }
  }

  @Test(arguments: seeds)
  func `by tags a family is in each of its groups and in the total once`(seed: Int) throws {
    try forEach(seed) { register, workspace, evidence, _ in
      let groups = try workspace.answer("families | coverage of \(evidence.text) by tags")
      let whole = try workspace.answer("families | coverage of \(evidence.text)")
      #expect(groups.total["eligible"] == whole.rows[0]["eligible"])
      #expect(groups.total["covered"] == whole.rows[0]["covered"])
      let memberships = register.families.reduce(0) { $0 + max(1, $1.tags.count) }
      #expect(groups.eligible.reduce(0, +) == Int64(memberships))
    }
  }

  @Test(arguments: seeds) func `where p and where not p split a coverage`(seed: Int) throws {
    try forEach(seed) { _, workspace, evidence, generator in
      let condition = generator.familyCondition().text
      let whole = try workspace.answer("families | coverage of \(evidence.text)")
      let with = try workspace.answer(
        "families | where \(condition) | coverage of \(evidence.text)")
      let without = try workspace.answer(
        "families | where not (\(condition)) | coverage of \(evidence.text)")
      #expect(whole.eligible[0] == with.eligible[0] + without.eligible[0], "\(condition)")
      #expect(whole.covered[0] == with.covered[0] + without.covered[0], "\(condition)")
    }
  }

  @Test(arguments: seeds) func `who needs more is covered no more`(seed: Int) throws {
    try forEach(seed) { _, workspace, evidence, _ in
      var covered: [Int64] = []
      for minimum in 1...5 {
        var evidence = evidence
        evidence.minimum = minimum
        covered += try workspace.answer("families | coverage of \(evidence.text)").covered
      }
      #expect(covered == covered.sorted(by: >), "\(evidence.text)")
    }
  }

  @Test(arguments: seeds) func `what is excluded is in neither number`(seed: Int) throws {
    try forEach(seed) { register, workspace, _, generator in
      let (evidence, condition) = (generator.gapEvidence(), generator.familyCondition())
      let answer = try workspace.answer(
        "families | coverage of \(evidence.text) excluding \(condition.text) \"a reason\"")
      let rest = try workspace.answer(
        "families | where not (\(condition.text)) | coverage of \(evidence.text)")
      let excluded = register.families.filter(condition.holds).count
      #expect(answer.eligible == rest.eligible && answer.covered == rest.covered)
      #expect(answer.rows[0]["excluded"]?.integer == Int64(excluded), "\(condition.text)")
      let gaps = try workspace.answer(
        "families | gaps of \(evidence.text) excluding \(condition.text) | count")
      #expect(gaps.rows[0]["count"] == answer.rows[0]["uncovered"])
    }
  }

  @Test(arguments: seeds) func `all of them is at most each, and each at most any`(seed: Int) throws
  {
    try forEach(seed) { _, workspace, evidence, generator in
      let other = generator.serviceCondition(depth: 1)
      let first = "services where \(evidence.condition?.text ?? "minutes is known")"
      let second = "services where \(other.text)"
      func covered(_ text: String) throws -> Int64 {
        try workspace.answer("families | coverage of \(text)").covered[0]
      }
      let each = [try covered(first), try covered(second)]
      let all = try covered("all of (\(first), \(second))")
      let any = try covered("any of (\(first), \(second))")
      let one = try covered("exactly 1 of (\(first), \(second))")
      #expect(all <= each.min()! && each.max()! <= any)
      #expect(any == all + one && each[0] + each[1] == any + all)
    }
  }
}
