import ArgumentParser
import Hearth
import HearthText

extension Batch {
  /// What a script is for, by its first comment, and the parameters that it takes.
  func help(_ source: SourceText) -> String {
    let comment = source.text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix("#!") || $0.trimmed.isEmpty }
      .prefix { $0.hasPrefix("#") }
      .map { $0.drop { $0 == "#" }.trimmed }
    let parts = [source.name] + comment + ["", parameterList(source)]
    return parts.joined(separator: "\n")
  }

  /// One parameter a line: its name, its type, whether it must be given, what it means.
  func parameterList(_ source: SourceText) -> String {
    let parameters = workspace.declaredParameters(in: source)
    let language = printer.language
    if parameters.isEmpty {
      return Bilingual("It takes no parameters.", "没有参数。")[language]
    }
    let rows = parameters.map { parameter in
      let value =
        parameter.defaultValue.map { Bilingual("default \($0)", "默认 \($0)") }
        ?? Bilingual("must be given", "必须给出")
      return [parameter.name, parameter.type, value[language], parameter.meaning ?? ""]
    }
    let widths = (0..<3).map { column in rows.map { displayWidth(of: $0[column]) }.max() ?? 0 }
    let lines = rows.map { row in
      var line = "  "
      for column in 0..<3 { line += padded(row[column], toWidth: widths[column] + 2) }
      return (line + row[3]).trimmedAtEnd
    }
    let heading = Bilingual("Parameters (--set name=value):", "参数（--set 名称=值）：")
    return ([heading[language]] + lines).joined(separator: "\n")
  }

  /// A mistyped `--set` would go unnoticed, and the default be taken for the answer.
  ///
  /// - Throws: an exit with 64 after saying which parameters there are.
  func refuseUnknownParameters(of sources: [SourceText]) throws {
    let known = Set(sources.flatMap { workspace.declaredParameters(in: $0).map(\.name) })
    let unknown = workspace.options.parameterTexts.keys.filter { !known.contains($0) }.sorted()
    guard !unknown.isEmpty else { return }
    for name in unknown {
      let hint = nearest(to: name, in: known.sorted())
      printer.say(
        Bilingual(
          "--set \(name): there is no such parameter"
            + (hint.map { "; did you mean \($0)?" } ?? "."),
          "--set \(name)：没有这个参数" + (hint.map { "；是不是 \($0)？" } ?? "。")))
    }
    for source in sources { printer.say(Bilingual(same: parameterList(source))) }
    throw ExitCode.validationFailure
  }
}

extension String {
  fileprivate var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
