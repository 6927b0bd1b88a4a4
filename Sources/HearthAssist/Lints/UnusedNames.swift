import HearthSyntax
import HearthText

/// The names that a script gives to results, definitions and parameters, and that then stand nowhere
/// in it or in the scripts that it includes.
///
/// None of a script that asks nothing: it is there to be included, and its names are for others.
package func unusedNames(
  of script: Script, source: String, including others: [(script: Script, source: String)]
) -> [Diagnostic] {
  guard script.statements.contains(where: \.asks) else { return [] }
  let given = script.statements.compactMap(GivenName.init)
  let places = Set(given.map(\.name.span))
  var used = Set(script.names(in: source).filter { !places.contains($0.span) }.map(\.text))
  for other in others { used.formUnion(other.script.names(in: other.source).map(\.text)) }
  return given.filter { used.isDisjoint(with: $0.spellings) }.map(\.unused)
}

extension Script {
  /// Every name in it, which is what a printer asks the spelling of: `month` in `this month` is none.
  fileprivate func names(in source: String) -> [Name] {
    var names: [Name] = []
    let printer = Printer(
      language: .english,
      spelling: { name in
        names.append(name)
        return nil
      })
    _ = printer.print(self, source: source)
    return names
  }
}

/// A name that a statement gives.
private struct GivenName {
  private enum Kind { case result, definition, parameter }

  private var kind: Kind
  var name: Name
  /// Everything that it may be called by.
  var spellings: [String]

  init?(_ statement: Statement) {
    switch statement.kind {
    case .binding(let name, _):
      (kind, self.name, spellings) = (.result, name, [name.text])
    case .define(let definition):
      (kind, name) = (.definition, definition.name)
      spellings = [definition.name.text] + (definition.label.map { [$0] } ?? [])
    case .parameter(let parameter):
      (kind, name, spellings) = (.parameter, parameter.name, [parameter.name.text])
    case .version, .query, .expect, .include, .today, .explain, .explainWhy, .describe, .save,
      .asOf, .entity, .term, .privacy, .invalid:
      return nil
    }
  }

  var unused: Diagnostic {
    let text = name.text
    let message =
      switch kind {
      case .result:
        Bilingual("the result `\(text)` is not used", "结果“\(text)”没有用到")
      case .definition:
        Bilingual("the definition `\(text)` is not used", "定义“\(text)”没有用到")
      case .parameter:
        Bilingual("the parameter `\(text)` is not used", "参数“\(text)”没有用到")
      }
    return Diagnostic(
      .unusedName, .warning, name.span, message,
      hint: Bilingual("use it, or take the statement out", "请使用它，或删去这条语句"))
  }
}

extension Statement {
  /// Whether it gives an answer, which names could be there for.
  fileprivate var asks: Bool {
    switch kind {
    case .query, .expect, .explain, .explainWhy, .describe, .save: true
    case .version, .binding, .define, .parameter, .include, .today, .asOf, .entity, .term,
      .privacy, .invalid:
      false
    }
  }
}
