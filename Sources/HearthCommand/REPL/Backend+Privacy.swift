import Hearth
import HearthSyntax

extension Backend {
  /// Whether private values are hidden and a text may hold one: any text that is wrong, for it asks
  /// of a private field, or nobody can tell what its words mean.
  func mayHoldPrivateValue(_ text: String) -> Bool {
    guard workspace.privacy > .open else { return false }
    let firstLine = text.prefix { !$0.isNewline }
    guard let line = DotLine(firstLine) else { return isWrong(text) }
    let rest = String(text.dropFirst(firstLine.count + 1))
    return mayAsk(line) && isWrong(line.argument) || !rest.isEmpty && mayHoldPrivateValue(rest)
  }

  private func isWrong(_ text: String) -> Bool {
    let source = SourceText(name: "", text: beginning(of: text) + text, folder: ".")
    return workspace.readBack(source).report.hasErrors
  }

  /// Whether a question may follow the name of a command; after a misspelt one it may.
  private func mayAsk(_ line: DotLine) -> Bool {
    guard let command = DotCommand.named(line.name) else { return true }
    if case .question = command.argument { return true }
    return false
  }
}
