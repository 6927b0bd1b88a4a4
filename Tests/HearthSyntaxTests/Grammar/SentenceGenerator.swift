import HearthText

@testable import HearthSyntax

/// A small reproducible source of random numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Makes random sentences of a grammar.
struct SentenceGenerator {
  let grammar: Grammar
  var random: SeededGenerator
  /// Counts up, so that ranges run upwards.
  private var number = 0
  private let depths: [String: Int]

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    random = SeededGenerator(seed)
    depths = Self.leastDepths(grammar)
  }

  /// The words of one sentence, separated by spaces.
  mutating func sentence(_ rule: String, depth: Int) -> String {
    number = 0
    var words: [String] = []
    expand(.reference(rule), depth, &words)
    return words.joined(separator: " ")
  }

  private mutating func expand(_ rule: Grammar.Rule, _ depth: Int, _ words: inout [String]) {
    switch rule {
    case .sequence(let parts):
      for part in parts { expand(part, depth, &words) }
    case .choice(let choices):
      let least = choices.map(leastDepth).min() ?? 0
      let affordable = choices.filter { leastDepth($0) <= max(depth, least) }
      expand(affordable.randomElement(using: &random)!, depth, &words)
    case .optional(let inner):
      if leastDepth(inner) <= depth && Bool.random(using: &random) {
        expand(inner, depth, &words)
      }
    case .repeated(let inner):
      while leastDepth(inner) <= depth && Int.random(in: 0..<3, using: &random) == 0 {
        expand(inner, depth - 1, &words)
      }
    case .sign(let text): words.append(text)
    case .reference(let name):
      if let rule = grammar.rules[name] {
        expand(rule, depth - 1, &words)
      } else {
        words.append(terminal(name))
      }
    }
  }

  private mutating func terminal(_ name: String) -> String {
    if let spellings = KeywordRules.spellings(name) {
      return spellings.randomElement(using: &random)!
    }
    number += 1
    switch name {
    case "integer": return String(number)
    case "scale": return String(number % 19)
    default: return Self.samples[name]!.randomElement(using: &random)!
    }
  }

  static let tokens = Set(samples.keys).union(["integer", "scale"])

  private static let samples: [String: [String]] = [
    "name": ["street", "x1", "_", "kind", "`a b`", "街区", "Ｋ", "naïve", "`where`", "family_id"],
    "decimal": ["3.5", "0.05", "1_000.25"],
    "percent": ["90%", "12.5%"],
    "text": ["\"\"", "\"a \\\"b\\\" \\u{4E00}\"", "'x'", "“中，文”", "「a\"b」"],
    "date": ["2026-03-05", "2026/03/05", "2026年3月5日"],
    "dateTime": ["2026-03-05T14:30", "2026-03-05 14:30:05"],
    "period": ["2026-10", "2026-Q3", "2026-H1", "2026-W07", "2026年10月", "2026年第3季度"],
  ]

  private func leastDepth(_ rule: Grammar.Rule) -> Int { Self.leastDepth(rule, depths) }

  private static func leastDepth(_ rule: Grammar.Rule, _ depths: [String: Int]) -> Int {
    switch rule {
    case .sequence(let parts): parts.map { leastDepth($0, depths) }.max() ?? 0
    case .choice(let choices): choices.map { leastDepth($0, depths) }.min() ?? 0
    case .optional, .repeated, .sign: 0
    case .reference(let name): depths[name] ?? 0
    }
  }

  /// How many rules deep the shortest sentence of each rule is.
  private static func leastDepths(_ grammar: Grammar) -> [String: Int] {
    var depths = grammar.rules.mapValues { _ in 1_000 }
    var isChanged = true
    while isChanged {
      isChanged = false
      for (name, rule) in grammar.rules {
        let depth = leastDepth(rule, depths) + 1
        if depth < depths[name]! {
          depths[name] = depth
          isChanged = true
        }
      }
    }
    return depths
  }
}
