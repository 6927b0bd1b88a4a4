import HearthData
import HearthEngine
import HearthPlan
import HearthSyntax
import HearthText

/// A statement that has been bound and only waits to be run.
enum PreparedStatement {
  case query(ResultReference)
  case binding(ResultReference)
  case explain(Plan)
  case explainTiming(Plan, planning: Duration)
  case explainWhy(RowQuestion)
  case describe(ResultShape, EntityID?, name: Bilingual)
  case save(ResultReference, file: String, place: SourcePlace)
  case expect(PreparedExpectation)
}

extension PreparedStatement {
  /// The result that it makes or needs.
  var result: ResultReference? {
    switch self {
    case .query(let reference), .binding(let reference), .save(let reference, _, _): reference
    case .expect(let expectation): expectation.rows
    case .explain, .explainTiming, .explainWhy, .describe: nil
    }
  }

  /// That result, and those that it is made from.
  func references(in results: StoredResults) -> [ResultReference] {
    guard let result else { return [] }
    guard case .planned(let plan) = results[result].content else { return [result] }
    return [result] + plan.references
  }
}

/// A whole text, ready to run, and what there was to say about it.
struct PreparedText {
  var statements: [PreparedStatement] = []
  var reports: [DiagnosticReport] = []

  var hasErrors: Bool { reports.contains(where: \.hasErrors) }
}

extension Workspace {
  /// Parses and binds a whole text. When there are errors, the workspace is as it was before.
  func prepare(_ source: SourceText) throws(WorkspaceFailure) -> PreparedText {
    let saved = (state, results.count)
    var text = PreparedText()
    do throws(WorkspaceFailure) {
      try prepare(source, into: &text, including: [])
    } catch {
      state = saved.0
      throw error
    }
    // Whatever was said then came from data that were not read to their end.
    if let reason = options.stop() {
      state = saved.0
      throw .run(.stopped(reason))
    }
    if text.hasErrors { state = saved.0 }
    return text
  }

  /// `including` are the files on the way to this one, so that no file includes itself.
  private func prepare(
    _ source: SourceText, into text: inout PreparedText, including: [String]
  ) throws(WorkspaceFailure) {
    let script = parse(source.text, vocabulary: vocabulary)
    expectFields(named: source.text)
    // The report of a file comes before those of the files that it includes.
    let place = text.reports.count
    text.reports.append(DiagnosticReport(source: source, diagnostics: script.diagnostics))
    defer {
      explainBeginning(script, of: source, in: &text.reports[place])
      text.reports[place].sort()
    }
    let lines = script.comments.isEmpty ? nil : SourceLines(source.text)
    for statement in script.statements {
      folder = source.folder
      if case .include(let name) = statement.kind {
        let problem = try include(
          name, at: statement.span, of: source, into: &text, including: including)
        if let problem { text.reports[place].diagnostics.append(problem) }
        continue
      }
      var binding = StatementBinding(
        source: source, workspace: self,
        title: lines.flatMap { script.title(of: statement, in: $0) })
      try binding.bind(statement)
      text.statements += binding.prepared
      text.reports[place].diagnostics += binding.diagnostics
    }
  }

  /// The answer says why the file could not be read.
  func include(
    _ name: String, at span: Span, of source: SourceText, into text: inout PreparedText,
    including: [String]
  ) throws(WorkspaceFailure) -> Diagnostic? {
    do {
      let path = try scriptFolder(source.folder).path(of: name)
      guard !including.contains(path) else {
        throw DataError(
          Bilingual("`\(name)` includes itself", "“\(name)”引入了它自己"), file: name)
      }
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      let included = SourceText(
        name: name, text: try TextFile.read(path), folder: "/" + folder)
      try prepare(included, into: &text, including: including + [path])
      return nil
    } catch let error as DataError {
      state.lacksInclude = true
      return Diagnostic(.unreadableFile, .error, span, error.message, hint: error.hint)
    } catch let failure as WorkspaceFailure {
      throw failure
    } catch {
      preconditionFailure("reading a file throws a DataError or a failure: \(error)")
    }
  }

  func scriptFolder(_ path: String?) throws(DataError) -> ScriptFolder {
    guard let folder = ScriptFolder(path ?? ".") else {
      throw DataError(
        Bilingual("there is no folder `\(path ?? ".")`", "没有文件夹“\(path ?? ".")”"))
    }
    return folder
  }

  /// The names that split a run of Chinese characters.
  package var vocabulary: Vocabulary {
    if let knownVocabulary { return knownVocabulary }
    let vocabulary = state.catalog.vocabulary(
      results: Array(state.names.keys), parameters: Array(state.parameters.keys))
    knownVocabulary = vocabulary
    return vocabulary
  }
}

/// Why a text stopped half way, apart from what is wrong with the text itself.
enum WorkspaceFailure: Error {
  case data(DataError)
  case run(RunError)
  /// An answer has this many rows, more than was allowed.
  case tooManyRows(Int)
}
