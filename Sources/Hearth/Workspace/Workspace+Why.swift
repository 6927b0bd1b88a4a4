import HearthData
import HearthEngine
import HearthPlan
import HearthSyntax
import HearthText

/// A row and the query that it is looked for in.
struct RowQuestion {
  var plan: Plan
  var entity: EntityID
  var row: Int32
  /// As it was written.
  var key: String
}

extension StatementBinding {
  /// `explain why families "F0001" in (QUERY)`.
  mutating func bindWhy(_ name: Name, key: Expression, _ source: Source) {
    let plan = plan(Query(source, [], source.span))
    guard let entity = workspace.state.catalog.entity(named: name.text) else {
      return reportUnknown(
        name,
        among: workspace.data.schema.entities.flatMap {
          [$0.name.english, $0.name.chinese]
        })
    }
    let names = workspace.data.schema[entity].name
    self.names.spellings[name.span] = names
    guard let plan, let row = row(of: entity, key) else { return }
    guard workspace.entities(of: plan).contains(entity) else {
      return report(
        .badArgument, name.span,
        Bilingual(
          "the query has no rows of `\(names.english)`", "这个查询里没有“\(names.chinese)”的行"))
    }
    prepared.append(
      .explainWhy(RowQuestion(plan: plan, entity: entity, row: row.0, key: row.1)))
  }

  /// The row of a key; nil after an error.
  private mutating func row(of entity: EntityID, _ key: Expression) -> (Int32, String)? {
    let text: String
    switch key.kind {
    case .text(let written): text = written
    case .integer(let number): text = String(number)
    case .decimal, .bool, .missing, .date, .dateTime, .period, .phrase, .name, .path, .call,
      .running, .parenthesized, .negate, .not, .binary, .missingness, .membership, .between,
      .tags, .range, .conditional, .duration, .difference, .boundary, .invalid:
      return nil
    }
    let store = workspace.data.store
    if let row = try? store.row(of: entity, key: text) { return (row, text) }
    let near = nearest(to: text, in: workspace.keys(of: entity))
    let names = workspace.data.schema[entity].name
    report(
      .unknownValue, key.span,
      Bilingual(
        "`\(names.english)` has no row `\(text)`", "“\(names.chinese)”中没有“\(text)”这一行"),
      hint: near.map { Diagnostic.didYouMean("\"\($0)\"") })
    return nil
  }
}

extension Workspace {
  /// More keys than are worth comparing with one that was misspelt.
  private static let mostKeys = 20_000

  fileprivate func keys(of entity: EntityID) -> [String] {
    guard let key = data.schema[entity].key,
      let column = try? data.store.column(FieldID(entity, key)), column.count <= Self.mostKeys
    else { return [] }
    return (0..<column.count).compactMap { column.cellText(at: $0) }
  }

  /// The entities that the rows of a plan are rows of at some stage.
  func entities(of plan: Plan) -> Set<EntityID> {
    var result: Set<EntityID> = []
    switch plan.source {
    case .entity(let entity): result.insert(entity)
    case .result(let reference, let entity, _):
      if let entity { result.insert(entity) }
      if let written = results[reference].written { result.formUnion(entities(of: written)) }
    case .query(let inner): result.formUnion(entities(of: inner))
    case .literal: break
    }
    for step in plan.steps {
      if case .expand(let collection, _, _) = step.kind { result.insert(collection.entity) }
    }
    return result
  }

  /// What became of a row, a table of its stages and one for each link that decided.
  func answer(
    _ question: RowQuestion, saying say: (WorkspaceEvent) throws -> Void
  ) throws {
    let chapters = try chapters(of: question, in: question.plan)
    let tables = HearthPlan.tables(
      of: chapters, key: question.key, catalog: catalog, language: language,
      masksPrivate: privacy >= .masked)
    for table in tables { try say(.table(table)) }
  }

  /// Through the results that the plan starts from, as far as the row gets.
  private func chapters(
    of question: RowQuestion, in plan: Plan
  ) throws(RunError) -> [(story: RowStory, plan: Plan)] {
    var chapters: [(story: RowStory, plan: Plan)] = []
    if case .result(let reference, _, _) = plan.source,
      let written = results[reference].written
    {
      chapters = try self.chapters(of: question, in: written)
      if let last = chapters.last, !last.story.isAlive { return chapters }
    }
    for reference in plan.references { try make(reference) }
    var story = try engine.story(of: question.row, question.entity, in: plan)
    // The source is the result of the chapter before.
    if !chapters.isEmpty, !story.steps.isEmpty { story.steps.removeFirst() }
    if !story.steps.isEmpty { chapters.append((story, plan)) }
    return chapters
  }
}
