import HearthData
import HearthSyntax
import HearthText

/// Collects the statements of schema files and turns them into one schema.
struct SchemaBinder {
  struct Declared {
    var tree: EntityDeclaration
    var isBuiltIn: Bool
  }

  var declarations: [Declared] = []
  var definitions: [CatalogDefinition] = []
  var schema = Schema()
  var diagnostics: [Diagnostic] = []

  mutating func collect(_ statements: [Statement], isBuiltIn: Bool) {
    for statement in statements {
      switch statement.kind {
      case .entity(let tree): collect(tree, isBuiltIn)
      case .define(let tree): collect(tree, isBuiltIn)
      case .asOf(let date): if schema.asOf == nil { schema.asOf = Day(date) }
      case .term(let name, let first, let last): collectTerm(name, first, last, statement.span)
      case .privacy(let name): collectPrivacy(name)
      case .version, .invalid: break
      case .query, .binding, .parameter, .expect, .include, .today, .explain, .explainWhy,
        .describe, .save:
        report(
          .notInSchema, statement.span,
          Bilingual(
            "a schema holds only `entity`, `define`, `as of`, `term` and `privacy`",
            "数据集声明里只能有“实体”“定义”“截至”“学期”和“隐私”"))
      }
    }
  }

  private mutating func collect(_ tree: EntityDeclaration, _ isBuiltIn: Bool) {
    let names = [tree.name.text, tree.label].compactMap { $0 }
    let twin = declarations.first { declared in
      names.contains(declared.tree.name.text)
        || declared.tree.label.map { names.contains($0) } == true
    }
    guard let twin else {
      declarations.append(Declared(tree: tree, isBuiltIn: isBuiltIn))
      return
    }
    if isBuiltIn { return }
    report(
      .duplicateDeclaration, tree.name.span,
      Bilingual(
        "the entity `\(twin.tree.name.text)` is declared twice", "实体“\(twin.tree.name.text)”声明了两次"
      ))
  }

  private mutating func collect(_ tree: Statement.Definition, _ isBuiltIn: Bool) {
    let twin = definitions.first {
      $0.tree.name.text == tree.name.text && $0.tree.entity?.text == tree.entity?.text
    }
    if let twin {
      if !isBuiltIn && !twin.isBuiltIn {
        report(
          .duplicateDeclaration, tree.name.span,
          Bilingual("`\(tree.name.text)` is defined twice", "“\(tree.name.text)”定义了两次"))
      }
      return
    }
    definitions.append(CatalogDefinition(tree, isBuiltIn: isBuiltIn))
  }

  private mutating func collectTerm(
    _ name: String, _ first: DateLiteral, _ last: DateLiteral, _ span: Span
  ) {
    guard let firstDay = Day(first), let lastDay = Day(last) else { return }
    if lastDay < firstDay {
      report(
        .badDeclaration, span,
        Bilingual("the term `\(name)` ends before it begins", "学期“\(name)”的结束早于开始"))
      return
    }
    schema.terms.append(Term(name: name, first: firstDay, last: lastDay))
  }

  private mutating func collectPrivacy(_ name: Name) {
    let levels: [(Bilingual, PrivacyLevel)] = [
      (Bilingual("open", "公开"), .open), (Bilingual("masked", "遮盖"), .masked),
      (Bilingual("aggregate", "汇总"), .aggregate),
    ]
    if let level = levels.first(where: { $0.0.isNamed(name.text) }) {
      schema.privacy = max(schema.privacy, level.1)
      return
    }
    let suggestion = nearest(
      to: name.text, in: levels.flatMap { [$0.0.english, $0.0.chinese] })
    report(
      .badDeclaration, name.span,
      Bilingual(
        "`\(name.text)` is no privacy level; there are open, masked and aggregate",
        "没有隐私级别“\(name.text)”；有公开、遮盖和汇总"), suggestion: suggestion)
  }

  mutating func finish() -> DeclaredSchema {
    for declared in declarations {
      let name = declared.tree.name.text
      var entity = Entity(
        name: Bilingual(name, declared.tree.label ?? name), file: declared.tree.file)
      entity.isBuiltIn = declared.isBuiltIn
      schema.entities.append(entity)
    }
    for index in declarations.indices { addFields(of: EntityID(index)) }
    for index in declarations.indices { addMatches(of: EntityID(index)) }
    for index in declarations.indices { finishLevels(of: EntityID(index)) }
    schema.terms.sort { $0.first < $1.first }
    return DeclaredSchema(schema: schema, definitions: definitions, diagnostics: diagnostics)
  }

  func entity(named name: String) -> EntityID? {
    schema.entities.firstIndex { $0.name.isNamed(name) }.map { EntityID($0) }
  }

  mutating func report(
    _ code: DiagnosticCode, _ span: Span, _ message: Bilingual, suggestion: String? = nil,
    severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(
        code, severity, span, message, hint: suggestion.map { Diagnostic.didYouMean($0) },
        fix: suggestion.map { Diagnostic.Fix(span: span, replacement: quotedIfNeeded($0)) }))
  }
}
