import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// A definition of an entity as a value of its row; nil when this data set cannot have it.
  mutating func resolveDefinition(_ index: Int, of entity: EntityID) -> Resolution? {
    let definition = catalog.definitions[index]
    switch definitionStates[index] {
    case .binding:
      definitionStates[index] = .broken(
        Bilingual("it uses itself, in a circle", "它循环引用了自己"))
      return .invalid
    case .broken: return .invalid
    case .unavailable: return nil
    case .bound(let id):
      let type = definitions[id.index].body.type
      return .value(TypedExpression(.definition(id), type), definition.name)
    case nil:
      bindDefinition(index, of: entity)
      return reportIfBroken(index, of: entity)
    }
  }

  private mutating func reportIfBroken(_ index: Int, of entity: EntityID) -> Resolution? {
    guard case .broken(let reason) = definitionStates[index] else {
      return resolveDefinition(index, of: entity)
    }
    guard let reason, !catalog.definitions[index].isReported else { return .invalid }
    let name = catalog.definitions[index].name
    // Said once, where it is used: the place of the definition is in another text.
    report(
      .brokenDefinition, nameSpan,
      Bilingual(
        "the definition `\(name.english)` cannot be used: \(reason.english)",
        "定义“\(name.chinese)”无法使用：\(reason.chinese)"))
    return .invalid
  }

  private mutating func bindDefinition(_ index: Int, of entity: EntityID) {
    let definition = catalog.definitions[index]
    definitionStates[index] = .binding
    let outcome = bindForeign { binder in
      binder.bind(definition.tree.body, in: Scope(entity: entity))
    }
    if case .broken = definitionStates[index] { return }
    switch outcome {
    case .success(let body):
      let id = DefinitionID(definitions.count)
      definitions.append(
        PlannedDefinition(name: definition.name, entity: entity, body: body))
      definitionStates[index] = .bound(id)
    case .failure(let failure):
      definitionStates[index] =
        definition.isBuiltIn ? .unavailable : .broken(failure.message)
    }
  }

  struct ForeignError: Error {
    /// nil when what is wrong has been said elsewhere.
    var message: Bilingual?
  }

  /// Binds something of another text: its errors become one reason, its spans are not kept.
  mutating func bindForeign(
    _ body: (inout Binder) -> TypedExpression?
  ) -> Result<TypedExpression, ForeignError> {
    let saved = (diagnostics, collector, nameSpan)
    diagnostics = []
    collector = nil
    foreignDepth += 1
    let expression = body(&self)
    foreignDepth -= 1
    let found = diagnostics
    (diagnostics, collector, nameSpan) = saved
    if let expression { return .success(expression) }
    return .failure(ForeignError(message: found.first { $0.severity == .error }?.message))
  }

  /// `f(x)` for a function that the user has defined: its body with the arguments in place.
  mutating func bindDefined(
    _ index: Int, _ call: Expression.Call, in scope: Scope
  ) -> TypedExpression? {
    let definition = catalog.definitions[index]
    spell(call.function.span, definition.name)
    let parameters = definition.tree.parameters
    guard call.arguments.count == parameters.count else {
      report(
        .argumentCount, call.function.span,
        Bilingual(
          "`\(definition.name.english)` takes \(parameters.count) arguments, not \(call.arguments.count)",
          "“\(definition.name.chinese)”需要 \(parameters.count) 个参数，给了 \(call.arguments.count) 个"))
      return nil
    }
    guard !openFunctions.contains(index) else {
      report(
        .circularDefinition, call.function.span,
        Bilingual(
          "`\(definition.name.english)` uses itself, in a circle",
          "“\(definition.name.chinese)”循环引用了自己"))
      return nil
    }
    var inner = Scope()
    if definition.tree.entity != nil {
      inner = scope
      inner.columns = []
      inner.hidden = []
      inner.parent = nil
    }
    for (parameter, argument) in zip(parameters, call.arguments) {
      inner.parameters[parameter.text] = bindFunctionArgument(argument, in: scope)
    }
    return expand(index, call.function.span, inner)
  }

  private mutating func expand(_ index: Int, _ span: Span, _ inner: Scope) -> TypedExpression? {
    let definition = catalog.definitions[index]
    let isInvalid = inner.parameters.values.contains {
      if case .invalid = $0 { true } else { false }
    }
    if isInvalid { return nil }
    openFunctions.append(index)
    let outcome = bindForeign { $0.bind(definition.tree.body, in: inner) }
    openFunctions.removeLast()
    switch outcome {
    case .success(let expression): return expression
    case .failure(let failure):
      guard let reason = failure.message, !definition.isReported else { return nil }
      report(
        .brokenDefinition, span,
        Bilingual(
          "`\(definition.name.english)` cannot be used here: \(reason.english)",
          "“\(definition.name.chinese)”在此无法使用：\(reason.chinese)"))
      return nil
    }
  }

  private mutating func bindFunctionArgument(
    _ argument: Expression, in scope: Scope
  ) -> Scope.Argument {
    if let word = argument.bareWord, resolve(word.text, in: scope) == nil {
      return .word(word.text)
    }
    return bind(argument, in: scope).map { .value($0) } ?? .invalid
  }
}

/// What binding a definition by itself has found: its errors, and the spellings of its names.
package struct CheckedDefinition: Sendable {
  package var diagnostics: [Diagnostic]
  package var spellings: [Span: Bilingual]
}

/// Binds a definition once, so that its errors are reported where they were made.
package func check(
  _ definition: CatalogDefinition, catalog: Catalog, options: BinderOptions,
  host: any BinderHost
) -> CheckedDefinition {
  var binder = Binder(catalog: catalog, options: options, host: host)
  let diagnostics = binder.check(definition)
  return CheckedDefinition(diagnostics: diagnostics, spellings: binder.spellings)
}

package func checkDefinitions(
  _ wanted: [CatalogDefinition], catalog: Catalog, options: BinderOptions, host: any BinderHost
) -> [Diagnostic] {
  wanted.flatMap {
    check($0, catalog: catalog, options: options, host: host).diagnostics
  }
}

extension Binder {
  /// The errors of a definition's own text.
  mutating func check(_ definition: CatalogDefinition) -> [Diagnostic] {
    var scope = Scope()
    if let owner = definition.tree.entity {
      guard let entity = catalog.entity(named: owner.text) else {
        reportUnknownTable(owner)
        return diagnostics
      }
      scope.entity = entity
      spell(owner.span, schema[entity].name)
      lintHiddenDefinition(definition, of: entity)
      if definition.tree.parameters.isEmpty,
        let index = catalog.definition(named: definition.tree.name.text, of: entity)
      {
        definitionStates[index] = .binding
        let expression = bind(definition.tree.body, in: scope)
        if case .broken = definitionStates[index] { reportCircle(definition) }
        _ = expression
        return diagnostics
      }
    }
    // A function's parameters have no type before it is called; only its own names are checked.
    for parameter in definition.tree.parameters { scope.parameters[parameter.text] = .invalid }
    _ = bind(definition.tree.body, in: scope)
    return diagnostics
  }

  private mutating func reportCircle(_ definition: CatalogDefinition) {
    diagnostics.removeAll { $0.code == .brokenDefinition }
    report(
      .circularDefinition, definition.tree.name.span,
      Bilingual(
        "`\(definition.name.english)` is defined by itself, in a circle",
        "“\(definition.name.chinese)”的定义循环引用了自己"))
  }
}
