import HearthData
import HearthEngine
import HearthPlan
import HearthSyntax
import HearthText

extension Workspace {
  /// Prepares and runs a text; everything it says goes to `say`, in order.
  package func run(
    _ source: SourceText, saying say: (WorkspaceEvent) throws -> Void
  ) throws -> WorkspaceOutcome {
    let text: PreparedText
    do throws(WorkspaceFailure) { text = try prepare(source) } catch {
      return try report(error, say)
    }
    for report in text.reports where !report.diagnostics.isEmpty { try say(.diagnostics(report)) }
    if text.hasErrors { return .wrongQuery }
    do throws(DataError) { try readFields(of: text.statements) } catch {
      return try report(.data(error), say)
    }
    let outcome = try run(text.statements, saying: say)
    forgetOldAnswers()
    return outcome
  }

  /// Runs statement by statement, to the end or to the first that fails; a limit ends it in any case.
  private func run(
    _ statements: [PreparedStatement], saying say: (WorkspaceEvent) throws -> Void
  ) throws -> WorkspaceOutcome {
    var outcome = WorkspaceOutcome.fine
    var failed: Set<ResultReference> = []
    for statement in statements {
      // What follows from a failure is not said again.
      if statement.references(in: results).contains(where: failed.contains) { continue }
      let own = try outcomeOf(statement, saying: say)
      if own > .expectationFailed, let result = statement.result { failed.insert(result) }
      outcome = max(outcome, own)
      if own == .stopped || own > .fine && !options.continuesAfterFailure { break }
    }
    return outcome
  }

  private func outcomeOf(
    _ statement: PreparedStatement, saying say: (WorkspaceEvent) throws -> Void
  ) throws -> WorkspaceOutcome {
    do {
      return try run(statement, saying: say) ? .fine : .expectationFailed
    } catch let failure as WorkspaceFailure {
      return try report(failure, say)
    } catch let error as RunError {
      return try report(.run(error), say)
    } catch let error as DataError {
      return try report(.data(error), say)
    }
  }

  /// Runs one statement; false when it was an expectation that failed.
  private func run(
    _ statement: PreparedStatement, saying say: (WorkspaceEvent) throws -> Void
  ) throws -> Bool {
    switch statement {
    case .query(let reference): try answer(reference, saying: say)
    case .binding(let reference): try make(reference)
    case .explain(let plan):
      let outcome = try run(plan)
      let counts = outcome.trace.map(\.rowsOut)
      try say(
        .text(
          HearthPlan.describe(
            plan, catalog: state.catalog, language: options.language, rowCounts: counts)))
    case .explainTiming(let plan, let planning):
      let outcome = try run(plan)
      try say(
        .table(
          HearthPlan.timings(
            of: plan, outcome.trace + [outcome.output], planning: planning, catalog: state.catalog,
            language: options.language)))
    case .explainWhy(let question): try answer(question, saying: say)
    case .describe(let shape, let entity, let name):
      try say(.table(try description(of: shape, entity: entity, name: name)))
    case .save(let reference, let file, let place):
      try make(reference)
      let table = try table(of: reference)
      try checkRowLimit(table)
      try say(.save(table, file: file, place: place))
    case .expect(let expectation):
      let outcome = try check(expectation)
      try say(.expectation(outcome))
      return outcome.isMet
    }
    return true
  }

  func checkRowLimit(_ table: ResultTable) throws(WorkspaceFailure) {
    if let limit = options.rowLimit, table.rowCount > limit {
      throw .tooManyRows(table.rowCount)
    }
  }

  private func check(_ expectation: PreparedExpectation) throws -> ExpectationOutcome {
    let table = try make(expectation.rows)?.table ?? table(of: expectation.rows)
    var finding: Bilingual
    let isMet: Bool
    switch expectation.rule {
    case .none:
      isMet = table.rowCount == 0
      finding = Bilingual(
        "\(table.rowCount) \(table.rowCount == 1 ? "row" : "rows") where none \(table.rowCount == 1 ? "was" : "were") expected",
        "本应没有的行有 \(table.rowCount) 行")
    case .some:
      isMet = table.rowCount > 0
      finding = Bilingual("no row where at least one was expected", "本应至少有一行，却一行也没有")
    }
    if let skipped = expectation.skipped {
      let count = try make(skipped)?.table.rowCount ?? 0
      if count > 0 {
        finding.english += "; \(count) skipped for missing values"
        finding.chinese += "；另有 \(count) 行因缺失值未作判断"
      }
    }
    return ExpectationOutcome(
      place: expectation.place, isMet: isMet, message: expectation.message, finding: finding,
      rows: isMet || table.rowCount == 0 ? nil : table)
  }

  /// Answers that neither `_` nor a name leads to are let go.
  private func forgetOldAnswers() {
    results.keep(Set(state.names.values.map(\.index)))
  }

  func report(
    _ failure: WorkspaceFailure, _ say: (WorkspaceEvent) throws -> Void
  ) throws -> WorkspaceOutcome {
    switch failure {
    case .data(let error) where error.isStop, .run(.data(let error)) where error.isStop:
      return try report(.run(.stopped(options.stop() ?? .cancelled)), say)
    case .data(let error), .run(.data(let error)):
      try say(.failure(.data, error.message, hint: error.hint, reason: nil))
      return .unreadableData
    case .run(.overflow(let message)), .run(.invalid(let message)):
      try say(.failure(.query, message, hint: nil, reason: nil))
      return .wrongQuery
    case .run(.stopped(let reason)):
      try say(.failure(.stopped, reason.message, hint: nil, reason: reason))
      return .stopped
    case .tooManyRows(let count):
      let message = Bilingual(
        "Stopped: the answer has \(count) rows, which is too many.",
        "已停止：结果有 \(count) 行，超过行数限制。")
      try say(.failure(.stopped, message, hint: nil, reason: .rows))
      return .stopped
    }
  }
}

extension StopReason {
  package var message: Bilingual {
    switch self {
    case .cancelled: Bilingual("Stopped.", "已停止。")
    case .time: Bilingual("Stopped: out of time.", "已停止：超过时间限制。")
    case .memory: Bilingual("Stopped: out of memory.", "已停止：超过内存限制。")
    case .rows: Bilingual("Stopped: too many rows.", "已停止：超过行数限制。")
    }
  }
}
