import HearthData
import HearthSyntax
import HearthText

/// The state of binding one query; its parts are in the extensions, one file per subject.
struct Binder {
  let catalog: Catalog
  let schema: Schema
  let options: BinderOptions
  let host: any BinderHost

  var diagnostics: [Diagnostic] = []
  var spellings: [Span: Bilingual] = [:]
  var periods: [ResolvedPeriod] = []
  /// The dates of the period phrases, by their places.
  var dates: [Span: Period] = [:]
  var notes: [Note] = []
  var definitions: [PlannedDefinition] = []
  var definitionStates: [Int: DefinitionState] = [:]
  /// Functions whose bodies are being bound, innermost last.
  var openFunctions: [Int] = []
  var collector: AggregateCollector?
  /// What is to be said of the rows before the stage that is being bound.
  var pendingRemarks: [CountedRemark] = []
  /// Whether that stage asks for a fraction of its rows.
  var hasShare = false
  private var slotCount = 0
  var slotNames: [SlotID: Bilingual] = [:]
  /// Computed columns that show something private.
  var privateSlots: Set<SlotID> = []
  /// Computed columns that hold fractions.
  var rateSlots: Set<SlotID> = []
  /// Computed columns that hold slots, and which there are.
  var slotRanges: [SlotID: SlotRange] = [:]
  /// Computed columns that hold areas of one level.
  var slotLevels: [SlotID: Int] = [:]
  private var reportedNames: Set<String> = []
  /// The name that is being looked up, for errors of what it stands for.
  var nameSpan = Span(0, 0)
  /// Greater than 0 inside the body of a definition: its spans belong to another text.
  var foreignDepth = 0

  enum DefinitionState {
    case binding
    case bound(DefinitionID)
    case broken(Bilingual?)
    /// A built-in definition of fields that this data set does not have.
    case unavailable
  }

  init(catalog: Catalog, options: BinderOptions, host: any BinderHost) {
    self.catalog = catalog
    self.schema = catalog.schema
    var options = options
    options.privacy = max(options.privacy, catalog.schema.privacy)
    self.options = options
    self.host = host
  }

  mutating func newSlot(_ names: Bilingual) -> SlotID {
    let slot = SlotID(slotCount)
    slotCount += 1
    slotNames[slot] = names
    return slot
  }

  mutating func finish(_ pipeline: Pipeline) -> BoundQuery {
    // What follows from an error that was said elsewhere has no plan either.
    let failed =
      diagnostics.contains { $0.severity == .error } || pipeline.scope.isUncertain
      || pipeline.scope.columns.contains { $0.expression == nil }
    let plan = failed ? nil : makePlan(pipeline, isRoot: true)
    return BoundQuery(
      plan: plan, diagnostics: diagnostics,
      names: ReadBackNames(spellings: spellings, dates: dates), scope: pipeline.scope)
  }

  /// A plan that ends with the pipeline's shown columns. Definitions, periods and notes belong to
  /// the root.
  func makePlan(_ pipeline: Pipeline, isRoot: Bool) -> Plan {
    let output = pipeline.scope.columns.compactMap { column in
      column.expression.map {
        OutputColumn(
          name: column.name, label: column.label, expression: $0, role: column.role,
          isPrivate: column.isPrivate, cell: column.cell)
      }
    }
    var plan = Plan(
      source: pipeline.source, steps: pipeline.steps, output: output,
      entity: pipeline.scope.entity, definitions: isRoot ? definitions : [],
      periods: isRoot ? periods : [], notes: isRoot ? notes : [],
      slotNames: isRoot ? slotNames : [:])
    plan.slotCount = slotCount
    plan.chart = pipeline.chart
    plan.privateSlots = isRoot ? privateSlots : []
    return plan
  }

  // MARK: Saying what is wrong

  mutating func report(
    _ code: DiagnosticCode, _ span: Span, _ message: Bilingual, hint: Bilingual? = nil,
    fix: Diagnostic.Fix? = nil, severity: Diagnostic.Severity = .error
  ) {
    // A definition's warnings are said where it is defined, not wherever it is used.
    if foreignDepth > 0 && severity != .error { return }
    diagnostics.append(Diagnostic(code, severity, span, message, hint: hint, fix: fix))
  }

  /// With the nearest of the candidates as hint and fix.
  mutating func report(
    _ code: DiagnosticCode, _ span: Span, _ message: Bilingual, word: String,
    candidates: [String], severity: Diagnostic.Severity = .error
  ) {
    let suggestion = nearest(to: word, in: candidates).map(quotedIfNeeded)
    report(code, span, message, meant: suggestion, severity: severity)
  }

  /// With what was probably meant as hint and fix.
  mutating func report(
    _ code: DiagnosticCode, _ span: Span, _ message: Bilingual, meant: String?,
    severity: Diagnostic.Severity = .error
  ) {
    report(
      code, span, message, hint: meant.map { Diagnostic.didYouMean($0) },
      fix: meant.map { Diagnostic.Fix(span: span, replacement: $0) }, severity: severity)
  }

  mutating func report(_ error: DataError, _ span: Span) {
    report(.unreadableData, span, error.message, hint: error.hint)
  }

  /// True the first time: an unknown name is reported once, however often it is written.
  mutating func isFirstReport(of name: String) -> Bool { reportedNames.insert(name).inserted }

  mutating func spell(_ span: Span, _ names: Bilingual) {
    if foreignDepth == 0 { spellings[span] = names }
  }

  mutating func note(_ text: Bilingual, kind: Note.Kind = .note) {
    let note = Note(text, kind: kind)
    if !notes.contains(note) { notes.append(note) }
  }

  mutating func record(_ phrase: Bilingual, _ period: Period) {
    record([ResolvedPeriod(phrase: phrase, period: period)])
  }

  mutating func record(_ resolved: [ResolvedPeriod]) {
    for period in resolved where !periods.contains(period) { periods.append(period) }
  }
}

/// A pipeline while it is bound: the steps so far, and the names after them.
struct Pipeline {
  var source: PlanSource
  var steps: [PlanStep] = []
  var scope: Scope
  /// How the shown columns are to be drawn.
  var chart: Chart?
}

/// Gathers the aggregates or windows of one stage while its expressions are bound.
struct AggregateCollector {
  enum Kind { case group, window }

  var kind: Kind
  /// The names inside an aggregate's brackets: those of the rows before grouping.
  var rowScope: Scope
  /// The order of `per … sort`, for `first` and `last`.
  var order: [PlannedSortKey] = []
  var aggregates: [Aggregate] = []
  var windows: [Window] = []
  var isRunning = false
}
