import HearthData
import HearthSyntax

/// What schema files declare, before the files of a data set are looked at.
package struct DeclaredSchema: Sendable {
  package var schema: Schema
  package var definitions: [CatalogDefinition]
  /// Spans are those of the data set's own statements; the built-in schema is right by its tests.
  package var diagnostics: [Diagnostic]

  package init(
    schema: Schema, definitions: [CatalogDefinition] = [], diagnostics: [Diagnostic] = []
  ) {
    self.schema = schema
    self.definitions = definitions
    self.diagnostics = diagnostics
  }
}

/// Binds a data set's own schema over the built-in one: an entity it names replaces the built-in
/// declaration, a definition of the same name replaces the built-in definition.
package func bindSchema(_ own: [Statement], builtIn: [Statement] = []) -> DeclaredSchema {
  var binder = SchemaBinder()
  binder.collect(own, isBuiltIn: false)
  binder.collect(builtIn, isBuiltIn: true)
  return binder.finish()
}
