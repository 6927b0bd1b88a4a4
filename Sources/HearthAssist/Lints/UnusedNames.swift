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
  let uses = script.names(in: source).filter { !places.contains($0.span) }
  let usedElsewhere = Set(others.flatMap { $0.script.names(in: $0.source) }.map(\.text))
  return given.filter { usedElsewhere.isDisjoint(with: $0.spellings) }.compactMap { name in
    if !uses.contains(where: { name.spellings.contains($0.text) }) { return name.unused }
    let next = given.first { name.isGivenAgain(by: $0) }
    guard let next, !uses.contains(where: { name.isUsed(by: $0, before: next) }) else {
      return nil
    }
    return name.hidden
  }
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
  /// Where the statement ends.
  private var end: Int32
  /// Everything that it may be called by.
  var spellings: [String]

  init?(_ statement: Statement) {
    end = statement.span.end
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

  /// Whether a later statement gives a result the same name, so that this one is out of reach.
  func isGivenAgain(by other: GivenName) -> Bool {
    kind == .result && other.kind == .result && other.name.text == name.text
      && other.name.span.start > name.span.start
  }

  /// Whether a name stands for this result, which the statement that gives its name again may use.
  func isUsed(by use: Name, before next: GivenName) -> Bool {
    spellings.contains(use.text) && use.span.start >= end && use.span.end <= next.end
  }

  var hidden: Diagnostic {
    Diagnostic(
      .shadowedName, .warning, name.span,
      Bilingual(
        "the name `\(name.text)` is given to another result before this one is used",
        "还没有用到这个结果，名称“\(name.text)”就给了另一个结果"),
      hint: Bilingual("give the two different names", "请给两个结果起不同的名称"))
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
