import Hearth
import HearthAssist
import HearthData
import HearthLineEditor
import HearthRender
import HearthSyntax
import HearthText

/// The REPL's view of a workspace.
final class WorkspaceBackend: REPLBackend {
  private let workspace: Workspace
  private let printer: AnswerPrinter

  init(_ batch: Batch) {
    workspace = batch.workspace
    printer = batch.printer
  }

  var language: Language {
    get { workspace.language }
    set {
      workspace.language = newValue
      printer.language = newValue
    }
  }

  /// No row counts: the prompt does not wait for data.
  var summary: Bilingual {
    let data = workspace.data
    let count = data.schema.entities.count
    let day = workspace.today.description
    return Bilingual(
      "\(data.name): \(count) tables, as of \(day)", "\(data.name)：\(count) 个表，截至 \(day)")
  }

  var tableNames: [Bilingual] { workspace.data.schema.entities.map(\.name) }

  func inputState(of text: String) -> InputState {
    switch parse(text, vocabulary: workspace.vocabulary).completeness {
    case .complete: .complete
    case .incomplete: .incomplete
    case .wrong: .wrong
    }
  }

  func completion(of text: String, at cursor: Int) -> HearthLineEditor.Completion? {
    let completer = Completer(
      catalog: workspace.catalog, vocabulary: workspace.vocabulary, host: workspace,
      options: workspace.binderOptions)
    guard let found = completer.complete(text: text, cursor: cursor) else { return nil }
    let candidates = found.candidates.map {
      CompletionCandidate(text: $0.insertion, description: $0.description)
    }
    return HearthLineEditor.Completion(range: found.range, candidates: candidates)
  }

  func evaluate(_ text: String) {
    Interrupt.clear()
    do {
      _ = try workspace.run(SourceText(name: "", text: text, folder: "."), saying: printer.take)
    } catch {
      preconditionFailure("the printer throws nothing: \(error)")
    }
  }

  func tables() -> String {
    let names = tableNames
    let width = names.map { displayWidth(of: $0[language]) }.max() ?? 0
    return names.map { padded($0[language], toWidth: width + 2) + $0[language.other] }
      .joined(separator: "\n")
  }

  func describe(_ name: String) -> String? {
    do throws(DataError) {
      guard let table = try workspace.description(named: name) else { return nil }
      let options = RenderOptions(language: language, maxWidth: Environment.terminalWidth)
      return OutputFormat.table.text(table, options: options)
    } catch {
      return HearthError(error).text(in: language)
    }
  }
}
