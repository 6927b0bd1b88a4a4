import HearthData
import HearthSyntax
import HearthText

/// Names that stand for something else than their writer may think.
extension Binder {
  /// A parameter in the place of a value, where the row has something of that name: `street = street`
  /// would compare the column with itself.
  mutating func lintHiddenParameters(_ operand: Expression, in scope: Scope) {
    guard !options.parameters.isEmpty else { return }
    for name in operand.ownNames where hidesParameter(name.text, scope) {
      reportHiddenParameter(
        name.text, name.span,
        Bilingual(
          "`\(name.text)` is read as the column, not as the parameter of that name",
          "“\(name.text)”当作列理解，而不是同名的参数"))
    }
  }

  /// A value that has the name of a parameter.
  mutating func lintHiddenParameter(_ word: Word) {
    reportHiddenParameter(
      word.text, word.span,
      Bilingual(
        "`\(word.text)` is read as the value, not as the parameter of that name",
        "“\(word.text)”当作取值理解，而不是同名的参数"))
  }

  private mutating func reportHiddenParameter(_ name: String, _ span: Span, _ message: Bilingual) {
    guard foreignDepth == 0, options.parameters[name] != nil, isFirstReport(of: name) else {
      return
    }
    let isChinese = name.unicodeScalars.contains(where: isHan)
    let other = isChinese ? "所选\(name)" : "chosen_\(name)"
    report(
      .shadowedName, span, message,
      hint: Bilingual(
        "give the parameter another name, like `\(other)`, where it is declared and here",
        "请给参数换个名称，例如“\(other)”，声明处和这里都要改"), severity: .warning)
  }

  /// Whether a row on the way outwards has a name before a parameter is looked for. The parameters
  /// of a function go before anything: nobody takes those for others.
  private mutating func hidesParameter(_ name: String, _ scope: Scope) -> Bool {
    guard options.parameters[name] != nil, scope.parameters[name] == nil else { return false }
    if resolveOwn(name, in: scope) != nil { return true }
    switch scope.parent {
    case .outside(let outer), .beside(let outer): return hidesParameter(name, outer)
    case nil: return false
    }
  }

  /// A definition that bears the name of a field or level can never be called by it.
  mutating func lintHiddenDefinition(_ definition: CatalogDefinition, of entity: EntityID) {
    let name = definition.tree.name
    let names = schema[entity].fields.map(\.name) + schema[entity].levels
    guard definition.tree.parameters.isEmpty, names.contains(where: { $0.isNamed(name.text) })
    else { return }
    let owner = schema[entity].name
    report(
      .shadowedName, name.span,
      Bilingual(
        "`\(name.text)` is a field of \(owner.english), which goes before this definition",
        "“\(name.text)”是“\(owner.chinese)”的字段，字段优先于这个定义"),
      hint: Bilingual(
        "give the definition another name; as it is, it is never used",
        "请给定义换个名称；现在这样它不会被用到"), severity: .warning)
  }
}

extension Expression {
  /// The bare names in it that stand for values of its own row: not those inside calls and paths.
  fileprivate var ownNames: [Name] {
    switch kind {
    case .name(let name): [name]
    case .call, .path: []
    case .integer, .decimal, .text, .bool, .missing, .date, .dateTime, .period, .phrase, .running,
      .parenthesized, .negate, .not, .binary, .missingness, .membership, .between, .tags, .range,
      .conditional, .duration, .difference, .boundary, .invalid:
      children.flatMap(\.ownNames)
    }
  }
}
