import HearthData
import HearthPlan
import HearthSyntax
import HearthText

extension Completer {
  /// The names that a row has before the stage that is being typed.
  ///
  /// `frame` is a query; its text up to the last pipe is bound as it stands. What is wrong in it is
  /// passed over, so that a mistake further up does not silence completion.
  func context(of frame: Frame, at place: Place) -> NameContext {
    let pipes = frame.tokens.stageStarts
    guard let pipe = pipes.last else { return .nothing }
    let start =
      frame.queryStart.map { Int($0.span.start) } ?? Int(frame.tokens.tokens[pipe].span.start)
    let end = Int(frame.tokens.tokens[pipe].span.start)
    let bytes = place.before.utf8.dropFirst(start).prefix(max(0, end - start))
    let text = String(decoding: bytes, as: UTF8.self)
    let isContinuation = text.allSatisfy(\.isWhitespace)
    return context(ofQuery: isContinuation ? "_" : text)
  }

  /// The names of the rows that a query before the place gives.
  func context(of query: TokenRun, at place: Place) -> NameContext {
    guard let first = query.tokens.first, let last = query.last else { return .nothing }
    let bytes = place.before.utf8.dropFirst(Int(first.span.start))
      .prefix(Int(last.span.end - first.span.start))
    return context(ofQuery: String(decoding: bytes, as: UTF8.self))
  }

  private func context(ofQuery text: String) -> NameContext {
    let script = parse(text, vocabulary: vocabulary)
    guard case .query(let query) = script.statements.first?.kind else { return .nothing }
    let bound = bind(query, catalog: catalog, options: options, host: host)
    return NameContext(bound.scope, catalog.schema)
  }
}

extension Frame {
  /// The first token of the query: after `let x =`, `explain`, `expect`.
  fileprivate var queryStart: OutlineToken? { tokens.afterStatementWords.tokens.first }
}

extension TokenRun {
  /// Without the words that introduce a query.
  var afterStatementWords: TokenRun {
    guard let found = leadingKeyword(.statement) else { return self }
    switch found.keyword {
    case .explain, .explainTiming, .expect: return dropFirst(found.length)
    case .binding:
      guard let sign = tokens.firstIndex(where: { $0.isSign("=") }) else { return self }
      return TokenRun(tokens[(sign + 1)...])
    default: return self
    }
  }
}

/// A host that also knows the `let`s of the text being typed, and that never runs a query.
final class EarlierStatements: BinderHost {
  private(set) var catalog: Catalog
  private var queries: [(name: String, query: Query)] = []
  private let host: any BinderHost
  private let options: BinderOptions
  /// Names being bound, so that a `let` of itself ends.
  private var open: Set<String> = []

  init(_ place: Place, _ completer: Completer) {
    let text = String(decoding: place.before.utf8.prefix(place.statementStart), as: UTF8.self)
    catalog = completer.catalog
    host = completer.host
    options = completer.options
    if text.allSatisfy(\.isWhitespace) { return }
    for statement in parse(text, vocabulary: completer.vocabulary).statements {
      if case .binding(let name, let query) = statement.kind {
        queries.append((name.text, query))
      } else if case .define(let definition) = statement.kind {
        catalog.define(CatalogDefinition(definition))
      }
    }
  }

  var resultNames: [String] { queries.map(\.name) + host.resultNames }

  func result(named name: String) -> (ResultReference, ResultShape)? {
    guard let index = queries.lastIndex(where: { $0.name == name }), open.insert(name).inserted
    else { return host.result(named: name) }
    defer { open.remove(name) }
    let bound = bind(queries[index].query, catalog: catalog, options: options, host: self)
    guard let shape = bound.shape else { return nil }
    return (ResultReference(index), shape)
  }

  func file(_ path: String) throws(DataError) -> (ResultReference, ResultShape) {
    throw DataError(Bilingual("Files are not read while typing.", "输入时不读取文件。"))
  }

  func distinctValues(of expression: TypedExpression, in plan: Plan) throws -> [Value] { [] }
}
