import HearthData
import HearthSyntax
import HearthText

/// A parameter that a text or a file that it includes declares.
package struct DeclaredParameter: Equatable, Sendable {
  package var name: String
  /// As it is written.
  package var type: String
  /// As it is written; nil for one that must be given.
  package var defaultValue: String?
  package var meaning: String?
  /// Whether a value has been given from outside.
  package var isGiven: Bool
}

extension Workspace {
  /// The parameters of a text, those of the files that it includes among them, in their order.
  ///
  /// A file that cannot be read declares none: running the text says why.
  package func declaredParameters(in source: SourceText) -> [DeclaredParameter] {
    var found: [DeclaredParameter] = []
    collectParameters(of: source, into: &found, including: [])
    return found
  }

  /// Those that nobody has given a value.
  package func missingParameters(in source: SourceText) -> [DeclaredParameter] {
    declaredParameters(in: source).filter { $0.defaultValue == nil && !$0.isGiven }
  }

  private func collectParameters(
    of source: SourceText, into found: inout [DeclaredParameter], including: [String]
  ) {
    let printer = Printer(language: language)
    for statement in parse(source.text, vocabulary: vocabulary).statements {
      if case .include(let name) = statement.kind {
        guard let path = try? scriptFolder(source.folder).path(of: name), !including.contains(path),
          let text = try? TextFile.read(path)
        else { continue }
        let folder = "/" + path.split(separator: "/").dropLast().joined(separator: "/")
        let included = SourceText(name: name, text: text, folder: folder)
        collectParameters(of: included, into: &found, including: including + [path])
      }
      guard case .parameter(let parameter) = statement.kind,
        !found.contains(where: { $0.name == parameter.name.text })
      else { continue }
      found.append(
        DeclaredParameter(
          name: parameter.name.text, type: printer.text(parameter.type),
          defaultValue: parameter.defaultValue.map(printer.print), meaning: parameter.label,
          isGiven: options.parameterTexts[parameter.name.text] != nil))
    }
  }
}
