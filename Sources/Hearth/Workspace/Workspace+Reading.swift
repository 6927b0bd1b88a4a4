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
    let words = Set(text.split { !$0.isASCII || !$0.isLetter && !$0.isNumber && $0 != "_" })
    func has(_ names: Bilingual) -> Bool {
      words.contains(names.english[...]) || text.contains(names.chinese)
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
