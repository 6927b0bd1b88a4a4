import ArgumentParser
import HearthAssist
import HearthSyntax
import HearthText

/// `hearth explain CODE`: what the code of a message means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what the code of a message means, with examples.",
    discussion: "Without a code, all of them are listed.")

  @Argument(
    help: "Codes such as E012, in any case.",
    completion: .list(DiagnosticCode.allCases.map(\.rawValue)))
  var codes: [String] = []

  @Option(name: .long, help: "The language: en or zh; else LC_ALL or LANG.")
  var lang: Language?

  func run() throws {
    let printer = AnswerPrinter(language: lang ?? Environment.language)
    if codes.isEmpty {
      return printer.show(DiagnosticPage.list(in: printer.language))
    }
    let unknown = codes.filter { DiagnosticPage.named($0) == nil }
    guard unknown.isEmpty else {
      for code in unknown { printer.say(Self.complaint(code)) }
      throw ExitCode.validationFailure
    }
    let pages = codes.compactMap { DiagnosticPage.named($0)?.rendered(in: printer.language) }
    printer.show(pages.joined(separator: "\n\n\n"))
  }

  private static func complaint(_ code: String) -> Bilingual {
    let meant = nearest(to: code.uppercased(), in: DiagnosticCode.allCases.map(\.rawValue))
    let code = visible(code)
    return Bilingual(
      "There is no code \(code)"
        + (meant.map { "; did you mean \($0)?" } ?? "; hearth explain lists them."),
      "没有代码 \(code)" + (meant.map { "；是不是 \($0)？" } ?? "；hearth explain 可列出全部。"))
  }
}
