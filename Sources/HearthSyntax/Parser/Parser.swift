import HearthText

/// Reads a script, a schema file or a line of the REPL.
///
/// Never fails: what cannot be read is reported, and stands in the tree as `invalid`.
package func parse(_ source: String, vocabulary: Vocabulary = .empty) -> Script {
  guard source.utf8.count <= Parser.longestSource else { return Parser.tooLong(source) }
  var parser = Parser(source, vocabulary: vocabulary)
  let statements = parser.parseScript()
  return parser.script(statements)
}

/// One query and nothing else: an argument of the command line, a cell of a report.
package func parseQuery(
  _ source: String, vocabulary: Vocabulary = .empty
) -> (query: Query?, diagnostics: [Diagnostic]) {
  let script = parse(source, vocabulary: vocabulary)
  guard script.statements.count == 1, case .query(let query) = script.statements[0].kind else {
    let span =
      script.statements.dropFirst().first?.span ?? Span(0, Int32(clamping: source.utf8.count))
    let complaint = Diagnostic(
      .unexpectedToken, .error, span, .init("exactly one query is expected", "此处应为一条查询"))
    return (nil, script.diagnostics.isEmpty ? [complaint] : script.diagnostics)
  }
  return (query, script.diagnostics)
}

/// One expression and nothing else: the value of a parameter.
package func parseExpression(
  _ source: String, vocabulary: Vocabulary = .empty
) -> (expression: Expression?, diagnostics: [Diagnostic]) {
  guard source.utf8.count <= Parser.longestSource else {
    return (nil, Parser.tooLong(source).diagnostics)
  }
  var parser = Parser(source, vocabulary: vocabulary)
  parser.open(0..<parser.tokens.count, isLast: true)
  var expression: Expression?
  do throws(Failure) {
    expression = try parser.parseExpression()
    try parser.expectEnd()
  } catch {
    expression = nil
  }
  return (expression, parser.sortedDiagnostics())
}

/// Thrown after an error has been reported, to leave the part that cannot be read.
struct Failure: Error {}

/// The state of reading one source text.
///
/// Tokens are cut once; Chinese runs among them are split only when the parser comes to them,
/// because only it knows whether a name is expected.
struct Parser {
  static let longestSource = 16 << 20
  /// Brackets within brackets; each costs a handful of stack frames.
  static let deepestNesting = 200
  /// Levels of an expression tree, so that walking and releasing it never exhausts the stack.
  static let tallestExpression = 1_000

  let source: SourceBytes
  let tokens: [Token]
  let comments: [Script.Comment]
  let vocabulary: Vocabulary
  var sink: DiagnosticSink
  /// Names that the text itself has introduced.
  var names: Set<String> = []
  var nameIndex = WordIndex()
  var splits: [Int: [Token]] = [:]
  var splitEnds: [Int: RunSplitter.Context] = [:]

  /// The tokens of the statement being read.
  var statement: Range<Int> = 0..<0
  var isLastStatement = false
  var cursor = Cursor()
  /// The token at the cursor, and where the one after it begins.
  var token = Token(kind: .end, span: Span(0, 0))
  var following = Cursor()
  /// The keywords whose spelling begins with the current token.
  var meanings: [KeywordTable.Spelling] = []
  /// The end of the last token that was consumed, and the token itself.
  var consumedEnd: Int32 = 0
  var consumed: Token?

  var openBrackets: [Token] = []
  var nesting = 0
  /// The height of the expression made last.
  var height = 0
  /// Errors that are there only because the text ended.
  var endErrors = 0

  init(_ text: String, vocabulary: Vocabulary) {
    source = SourceBytes(text)
    var lexer = Lexer(source)
    lexer.run()
    tokens = lexer.tokens
    comments = lexer.comments
    sink = lexer.sink
    self.vocabulary = vocabulary
  }

  /// A place in the token sequence: a token, and a piece of it when it is a split run.
  struct Cursor: Hashable {
    var index = 0
    var piece = 0
  }

  func script(_ statements: [Statement]) -> Script {
    let diagnostics = sortedDiagnostics()
    let errors = diagnostics.count { $0.severity == .error }
    let completeness: Completeness =
      errors == 0 ? .complete : errors == endErrors ? .incomplete : .wrong
    return Script(
      statements: statements, comments: comments, completeness: completeness,
      diagnostics: diagnostics)
  }

  func sortedDiagnostics() -> [Diagnostic] {
    sink.diagnostics.enumerated().sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }
    .map(\.element)
  }

  static func tooLong(_ source: String) -> Script {
    let diagnostic = Diagnostic(
      .textTooLong, .error, Span(0, 0), .init("the text is too long", "文本过长"),
      hint: .init("a script has at most 16 MiB", "脚本最长 16 MiB"))
    return Script(
      statements: [], comments: [], completeness: .wrong, diagnostics: [diagnostic])
  }
}
