import HearthData
import HearthPlan
import HearthSyntax
import HearthText

extension Completer {
  func addTables(to list: inout CandidateList) {
    for entity in catalog.schema.entities { list.add(name: entity.name, .table) }
  }

  func addResults(to list: inout CandidateList) {
    for name in host.resultNames { list.add(name: Bilingual(same: name), .result) }
  }

  /// Results first: what was named last is most likely meant.
  func addSources(to list: inout CandidateList) {
    addResults(to: &list)
    addTables(to: &list)
    let from = KeywordTable.entry(.from)
    if !list.isOpen {
      list.add(
        word: Bilingual(from.spelling(in: .english), from.spelling(in: .chinese)), .clause,
        description: from.documentation, ending: " \"", speaking: language)
    }
  }

  func add(names: [KnownName], to list: inout CandidateList) {
    for known in names { list.add(name: known.names, known.kind) }
  }

  /// Names; once something has been typed also functions, periods and words.
  func addOperands(_ context: NameContext, after run: TokenRun, to list: inout CandidateList) {
    add(names: context.names(catalog), to: &list)
    for definition in catalog.definitions where definition.tree.entity == nil {
      list.add(name: definition.name, .function)
    }
    for name in options.parameters.keys.sorted() {
      list.add(name: Bilingual(same: name), .definition)
    }
    if list.isOpen { return }
    addPhrases(after: run, to: &list)
    addFunctions(to: &list)
    addPeriods(to: &list)
    add(keywords: [.not, .condition, .running, .distinctValues], .word, after: run, to: &list)
    add(
      words: [.literal, .countedPeriod, .festival, .difference, .unit], .word, after: run,
      to: &list)
    addPeriodWords(.word, after: run, to: &list)
  }

  /// The parameters, and the fields of a row, that may stand where a whole number must.
  func addWholeNumbers(_ context: NameContext, to list: inout CandidateList) {
    add(names: context.names(catalog).filter { $0.type == .int }, to: &list)
    addWholeNumbers(to: &list)
  }

  private func addWholeNumbers(to list: inout CandidateList) {
    for name in options.parameters.filter({ $0.value.type == .int }).keys.sorted() {
      list.add(name: Bilingual(same: name), .definition)
    }
  }

  /// Units of time, and what stands before them: `last n months`, `last 3 complete months`.
  func addUnits(after run: TokenRun, to list: inout CandidateList) {
    for unit in run.units {
      let entry = KeywordTable.entry(unit)
      // One follows `this`, several follow `last 3`.
      let english =
        run.isOfOneUnit ? PeriodWords.singular(unit) : entry.spelling(in: .english)
      list.add(
        word: Bilingual(english, entry.spelling(in: .chinese)), .word,
        description: entry.documentation, speaking: language)
    }
    if run.keyword(in: [.countedPeriod]) != nil { addWholeNumbers(to: &list) }
    if run.dropLast(1).keyword(in: [.countedPeriod])?.keyword == .lastCount {
      add(keywords: [.complete], .word, after: run, to: &list)
    }
    addPhrases(after: run, to: &list)
  }

  /// The values that a path can have; periods for a date; else whatever is a value.
  func addComparison(
    _ path: [String], _ context: NameContext, after run: TokenRun, to list: inout CandidateList
  ) {
    let known = context.resolve(path, catalog)
    if let known { addValues(of: known, to: &list) }
    switch known?.type {
    case .date, .dateTime, .period:
      addPeriods(after: run, to: &list)
    case .bool:
      add(keywords: [.trueValue, .falseValue], .word, after: run, to: &list)
    case .text, .category, .tags, .int, .number, .decimal, .link, .list, .missing, nil: break
    }
    if list.isEmpty { addOperands(context, after: run, to: &list) }
  }

  private func addValues(of known: KnownName, to list: inout CandidateList) {
    // A person must not be found by completing.
    if known.isPrivate && options.privacy >= .masked { return }
    switch known.type {
    case .category(let domain), .tags(let domain):
      guard let dictionary = try? catalog.store.dictionary(domain) else { return }
      for entry in dictionary.entries {
        list.add(name: entry, .value)
        if list.isFull { return }
      }
    case .link(let entity, _) where !catalog.schema[entity].levels.isEmpty:
      for name in areaNames(of: entity, at: known.level) {
        list.add(name: Bilingual(same: name), .value)
        if list.isFull { return }
      }
    case .text, .int, .number, .decimal, .bool, .date, .dateTime, .period, .link, .list, .missing,
      nil:
      return
    }
  }

  /// The names of the areas of a level, or of all, in the order of their keys.
  private func areaNames(of areas: EntityID, at level: Int?) -> [String] {
    guard let field = catalog.schema[areas].nameField,
      let names = try? catalog.store.column(FieldID(areas, field))
    else { return [] }
    let own = level.flatMap { try? catalog.store.ancestors(at: $0, of: areas) }
    return (0..<names.count).compactMap { row in
      if let own, own[row] != Int32(row) { return nil }
      if case .text(let name) = names.value(at: row) { return name }
      return nil
    }
  }
}
