import HearthData
import HearthText

/// Where the answers of a document come from: enough to make it again.
///
/// The time of running is not among it, so that the same data, script and day give the same bytes.
package struct Provenance: Sendable {
  package struct Parameter: Sendable {
    package var name: String
    /// As people read it.
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package var dataName: String
  /// Tells the content of the data from any other; empty where it is not known.
  package var dataVersion: String
  /// The name of the script; nil for a text that was typed.
  package var script: String?
  package var parameters: [Parameter]
  /// The day that counts as today.
  package var today: Day
  /// `Hearth 0.1.0`.
  package var program: String

  package init(
    dataName: String, dataVersion: String = "", script: String? = nil,
    parameters: [Parameter] = [], today: Day, program: String
  ) {
    self.dataName = dataName
    self.dataVersion = dataVersion
    self.script = script
    self.parameters = parameters
    self.today = today
    self.program = program
  }

  /// What the document is called: its script, else its data.
  var title: String {
    guard let name = script?.split(separator: "/").last else { return dataName }
    return String(name.hasSuffix(".hearth") ? name.dropLast(7) : name)
  }

  /// The lines of the place where it is told, in order.
  func entries(in language: Language) -> [(name: String, value: String)] {
    func entry(_ english: String, _ chinese: String, _ value: String?) -> (String, String)? {
      value.map { (Bilingual(english, chinese)[language], $0) }
    }
    let given = parameters.map { "\($0.name) = \($0.value)" }
    let separator = language == .english ? "; " : "；"
    return [
      entry("Data", "数据", dataName),
      entry("Version of the data", "数据版本", dataVersion.isEmpty ? nil : dataVersion),
      entry("Script", "脚本", script),
      entry("Parameters", "参数", given.isEmpty ? nil : given.joined(separator: separator)),
      entry("Today", "基准日期", today.description),
      entry("Made with", "生成程序", program),
    ].compactMap { $0 }
  }
}
