import HearthData
import HearthPlan
import HearthSyntax
import HearthText

/// Binds one statement of a text: it changes the workspace's names and leaves what is to be run.
struct StatementBinding {
  let source: SourceText
  let workspace: Workspace
  /// What the text calls the answer to the statement.
  let title: String?
  var prepared: [PreparedStatement] = []
  var diagnostics: [Diagnostic] = []
  /// What the words of the statement stand for, for the printer and for reading it back.
  var names = ReadBackNames()

  init(source: SourceText, workspace: Workspace, title: String? = nil) {
    self.source = source
    self.workspace = workspace
    self.title = title
  }

  mutating func bind(_ statement: Statement) throws(WorkspaceFailure) {
    switch statement.kind {
    case .invalid, .include, .version: return
    case .query(let query):
      if let reference = bind(query, as: "_") { prepared.append(.query(reference)) }
    case .binding(let name, let query): bindName(name, query)
    case .define(let definition): define(definition)
    case .parameter(let parameter): bindParameter(parameter)
    case .expect(let expectation): bindExpectation(expectation, span: statement.span)
    case .today(let date): setToday(date)
    case .explain(let query, let isTimed):
      let clock = ContinuousClock()
      let start = clock.now
      guard let written = plan(query) else { return }
      let plan = workspace.prepared(written.materialized())
      prepared.append(
        isTimed ? .explainTiming(plan, planning: start.duration(to: clock.now)) : .explain(plan))
    case .explainWhy(let entity, let key, let source): bindWhy(entity, key: key, source)
    case .describe(let name): describe(name)
    case .save(let name, let file): save(name, file, span: statement.span)
    case .asOf, .entity, .term, .privacy:
      report(
        .schemaInScript, statement.span,
        Bilingual(
          "this belongs in the `schema.hearth` of a data set", "这一行应写在数据集的“schema.hearth”中"))
    }
  }

  // MARK: Queries and names

  /// The bound plan; nil after an error.
  mutating func plan(_ query: Query) -> Plan? {
    let bound = HearthPlan.bind(
      query, catalog: workspace.state.catalog, options: workspace.binderOptions, host: workspace)
    diagnostics += bound.diagnostics
    names.merge(bound.names)
    return bound.plan
  }

  mutating func bind(_ query: Query) -> ResultReference? {
    guard let plan = plan(query) else { return nil }
    let reference = workspace.keep(plan)
    workspace.results.put(question(query), at: reference)
    return reference
  }

  /// The text of a query, and what it says; of a result that is only named, what that was asked by.
  private func question(_ query: Query) -> Question {
    if query.stages.isEmpty, case .name(let name) = query.source.kind, name.text != "_",
      let (named, _) = workspace.result(named: name.text),
      var question = workspace.results[named].question
    {
      question.title = title ?? question.title
      return question
    }
    let (language, names, schema) = (workspace.language, names, workspace.state.catalog.schema)
    return Question(
      title: title, text: source.text.slice(query.span),
      sentence: ReadBack(language: language, names: names, schema: schema).sentence(query))
  }

  /// Binds a query whose result has a name from here on, if only that of something broken.
  private mutating func bind(_ query: Query, as name: String) -> ResultReference? {
    let reference = bind(query)
    workspace.state.names[name] = reference
    if reference == nil {
      workspace.state.brokenNames.insert(name)
    } else {
      workspace.state.brokenNames.remove(name)
    }
    return reference
  }

  private mutating func bindName(_ name: Name, _ query: Query) {
    if workspace.state.catalog.entity(named: name.text) != nil {
      report(
        .nameHidesTable, name.span,
        Bilingual(
          "`\(name.text)` is already a table; choose another name",
          "“\(name.text)”已经是一张表的名称，请换一个名称"))
      return
    }
    if let reference = bind(query, as: name.text) { prepared.append(.binding(reference)) }
  }

  private mutating func define(_ definition: Statement.Definition) {
    var added = CatalogDefinition(definition)
    workspace.state.catalog.define(added)
    let checked = check(
      added, catalog: workspace.state.catalog, options: workspace.binderOptions, host: workspace)
    names.merge(ReadBackNames(spellings: checked.spellings))
    diagnostics += checked.diagnostics
    guard checked.diagnostics.contains(where: { $0.severity == .error }) else { return }
    added.isReported = true
    workspace.state.catalog.define(added)
  }

  private mutating func describe(_ name: Name) {
    let catalog = workspace.state.catalog
    if let entity = catalog.entity(named: name.text) {
      let shape = ResultShape(entity: entity, columns: [])
      prepared.append(.describe(shape, entity, name: catalog.schema[entity].name))
    } else if let (_, shape) = workspace.result(named: name.text) {
      prepared.append(.describe(shape, nil, name: Bilingual(same: name.text)))
    } else if !workspace.isBroken(name.text) {
      reportUnknown(name, among: tableNames)
    }
  }

  private mutating func save(_ name: Name, _ file: String, span: Span) {
    if workspace.options.isSafe {
      report(
        .saveRefused, span,
        Bilingual("`save` is refused in safe mode", "安全模式下不能用“保存”"))
      return
    }
    let source = Source(.name(name), name.span)
    let named = workspace.result(named: name.text)?.0
    guard let reference = named ?? bind(Query(source, [], name.span)) else { return }
    prepared.append(
      .save(reference, file: file, place: SourcePlace(source: self.source, span: span)))
  }

  // MARK: Settings

  /// A day given from outside goes before the script's own.
  private mutating func setToday(_ date: DateLiteral) {
    guard workspace.options.today == nil else { return }
    if let day = Day(year: date.year, month: date.month, day: date.day) {
      workspace.state.today = day
    }
  }

  // MARK: Saying what is wrong

  mutating func report(
    _ code: DiagnosticCode, _ span: Span, _ message: Bilingual, hint: Bilingual? = nil
  ) {
    diagnostics.append(Diagnostic(code, .error, span, message, hint: hint))
  }

  mutating func reportUnknown(_ name: Name, among names: [String]) {
    let suggestion = nearest(to: name.text, in: names)
    diagnostics.append(
      Diagnostic(
        .unknownTable, .error, name.span,
        Bilingual(
          "there is no table or result called `\(name.text)`", "没有名为“\(name.text)”的表或结果"),
        hint: suggestion.map(Diagnostic.didYouMean),
        fix: suggestion.map { Diagnostic.Fix(span: name.span, replacement: $0) }))
  }

  private var tableNames: [String] {
    workspace.data.schema.entities.flatMap { [$0.name.english, $0.name.chinese] }
      + workspace.resultNames
  }
}

extension Workspace {
  package var binderOptions: BinderOptions {
    BinderOptions(
      today: state.today, language: options.language, parameters: state.parameters,
      parameterPeriods: state.parameterPeriods, privacy: options.privacy,
      isChecking: isChecking)
  }
}
