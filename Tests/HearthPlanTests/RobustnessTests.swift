import HearthData
import HearthPlan
import HearthSyntax
import HearthText
import Testing

/// A small generator, so that a failure can be repeated.
private struct Randomness: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct Robustness {
  private static let words = [
    "families", "services", "members", "areas", "visits", "due", "|", "where", "select", "add",
    "sort", "take 3", "summarize", "count", "by", "across", "per", "with", "without", "expand",
    "join", "on", "union", "except", "distinct", "top 3 by", "drop", "rename", "x =", "street",
    "kind", "tags", "bereaved", "date", "cost", "minutes", "family", "program", "head", "alone",
    "aged_alone", "age", "services.cost", "family.street", "members.age", "count(", "sum(", "last(",
    "any(", "share(", "band(", "round(", "month(", "lag(", "running", "row_number", ")", "(", ",",
    "and", "or", "not", "=", "!=", "<", ">=", "in", "has", "contains", "between", "+", "-", "*",
    "/", "//", "%", "^", "??", ".", "1", "2.5", "90%", "\"x\"", "visit", "莲前", "missing", "true",
    "2026-10-31", "2026-10", "today", "last 30 days", "this term", "30 days", "is missing", "..",
    "if", "then", "else", "days from", "to", "start of", "share_of(", "seen(", "distinct ",
    "[{a = 1}]", "where kind = visit", "by street", "with total", "with all", "suppress below 5",
  ]

  private func check(_ text: String, _ host: TestHost) {
    let vocabulary = Register.catalog.vocabulary(results: ["due"])
    for statement in parse(text, vocabulary: vocabulary).statements {
      guard case .query(let query) = statement.kind else { continue }
      for privacy in [PrivacyLevel.open, .masked] {
        let options = BinderOptions(today: Register.today, privacy: privacy)
        let result = bind(query, catalog: Register.catalog, options: options, host: host)
        let hasError = result.diagnostics.contains { $0.severity == .error }
        if let plan = result.plan {
          let better = optimise(plan)
          #expect(better.output.map(\.name) == plan.output.map(\.name))
          #expect(!describe(better, catalog: Register.catalog, language: .chinese).isEmpty)
          #expect(Set(plan.output.map(\.name)).count == plan.output.count, "\(text)")
        }
        let isBroken = text.isEmpty || !parse(text, vocabulary: vocabulary).diagnostics.isEmpty
        #expect((result.plan == nil) == hasError || isBroken, "\(text)")
      }
    }
  }

  @Test func `no heap of words makes the binder stumble`() {
    var random = Randomness(state: 20_261_031)
    let host = TestHost()
    for _ in 0..<1000 {
      let table = ["families", "services", "members"].randomElement(using: &random)!
      let rest = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Self.words.randomElement(using: &random)!
      }
      check(table + " | " + rest.joined(separator: " "), host)
    }
  }

  @Test func `a query with words exchanged is bound or explained`() {
    var random = Randomness(state: 7)
    let host = TestHost()
    let queries = [
      "families | where bereaved and street = 莲前 | add n = count(services where kind = visit) | sort n desc | take 3",
      "services | summarize n = count, total = sum(cost) / count by family.street, m = month(date) with total",
      "services | add n = row_number, r = running sum(cost) per family sort date | where n <= 3 | count by kind",
      "families | join ( services | count by family ) on id = family | select head, count",
      "families | expand services where date in last 30 days | count by kind across channel",
    ]
    for _ in 0..<700 {
      var words = queries.randomElement(using: &random)!.split(separator: " ").map(String.init)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<words.count, using: &random)
        words[place] = Self.words.randomElement(using: &random)!
      }
      check(words.joined(separator: " "), host)
    }
  }

  @Test(arguments: [10, 1000, 5000])
  func `a long chain is bound or refused, never a crash`(_ count: Int) {
    let host = TestHost()
    for (start, link) in [
      ("services | add x = 1", " + minutes"), ("services | where kind = visit", " or kind = call"),
      ("services | add x = \"a\"", " + kind"), ("services | add x = minutes", " ?? 1"),
    ] {
      check(start + String(repeating: link, count: count), host)
    }
    check("services" + String(repeating: " | where kind = visit", count: count), host)
  }
}
