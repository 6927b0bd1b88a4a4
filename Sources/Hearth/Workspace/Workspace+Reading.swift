import HearthData
import HearthPlan
import HearthSyntax
import HearthText

/// A text that is run once reads the columns that it needs, and no others.
extension Workspace {
  /// What binding asks of the data brings along the columns that the text names, and the links
  /// between the tables that it names, so that a big file is read once.
  func expectFields(named text: String) {
    guard options.readsOnlyNeeded else { return }
    let bytes = Array(text.utf8)
    let words = Set(bytes.split { !$0.isPartOfWord }.map { String(decoding: $0, as: UTF8.self) })
    let hasChinese = bytes.contains { $0 >= 0x80 }
    func has(_ names: Bilingual) -> Bool {
      words.contains(names.english) || hasChinese && bytes.contain(names.chinese.utf8)
    }
    let schema = data.schema
    var expected: Set<FieldID> = []
    for (entity, declaration) in schema.entities.enumerated() {
      for (index, field) in declaration.fields.enumerated() {
        let link = field.link.map { schema[$0] }
        let isLeading = link.map { has(schema[$0.target].name) } ?? false
        if isLeading || has(field.name) { expected.insert(FieldID(EntityID(entity), index)) }
      }
    }
    data.store.expect(expected)
  }

  /// Reads the columns of all statements at once, before the first of them runs.
  func readFields(of statements: [PreparedStatement]) throws(DataError) {
    guard options.readsOnlyNeeded else { return }
    var fields = PlanFields(data.schema)
    for plan in statements.flatMap({ $0.plans(in: results) }) { fields.add(plan) }
    try data.store.prepare(Array(fields.fields))
  }
}

extension PreparedStatement {
  /// The plans that it will run.
  fileprivate func plans(in results: StoredResults) -> [Plan] {
    switch self {
    case .explain(let plan), .explainTiming(let plan, _): return [plan]
    case .explainWhy(let question): return [question.plan]
    case .describe: return []
    case .query, .binding, .save, .expect:
      return references(in: results).compactMap { reference in
        if case .planned(let plan) = results[reference].content { plan } else { nil }
      }
    }
  }
}

extension UInt8 {
  /// Whether it can stand in an identifier.
  fileprivate var isPartOfWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate func contain(_ part: String.UTF8View) -> Bool {
    let part = Array(part)
    guard let first = part.first, part.count <= count else { return false }
    for place in 0...count - part.count where self[place] == first {
      if self[place..<place + part.count].elementsEqual(part) { return true }
    }
    return false
  }
}
