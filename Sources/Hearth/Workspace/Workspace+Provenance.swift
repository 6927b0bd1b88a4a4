import HearthData
import HearthIO
import HearthPlan
import HearthRender
import HearthText

extension Workspace {
  /// Where the answers of this workspace come from; reads the data whole.
  ///
  /// `script`: the name of the text that asks; nil where a person typed it.
  package func provenance(script: String?) -> Provenance {
    Provenance(
      dataName: data.name, dataVersion: data.version ?? "", script: script,
      parameters: state.parameters.sorted { $0.key < $1.key }.map { name, value in
        Provenance.Parameter(name: name, value: text(of: value))
      },
      today: today, program: "Hearth " + Release.version)
  }

  private func text(of parameter: ParameterValue) -> String {
    var dictionary: CategoryDictionary?
    switch parameter.type {
    case .category(let domain), .tags(let domain):
      dictionary = try? data.store.dictionary(domain)
    case .text, .int, .number, .decimal, .bool, .date, .dateTime, .period, .link, .list, .missing:
      break
    }
    return readable(
      parameter.value, type: parameter.type, dictionary: dictionary, language: language)
  }
}

extension DataSet {
  /// Sixteen digits that tell the content of the tables and the schema from any other; nil when
  /// they cannot be read.
  var version: String? {
    switch content {
    case .snapshot(let origin): origin.dataVersion.isEmpty ? nil : origin.dataVersion
    case .files(let source): version(of: source)
    }
  }

  private func version(of source: any FileSource) -> String? {
    guard let names = try? source.fileNames() else { return nil }
    let used = Set(schema.entities.compactMap(\.file) + [DataSet.schemaFile])
    var parts: [UInt8] = []
    for name in names where used.contains(name) {
      guard let bytes = try? source.bytes(of: name) else { return nil }
      parts += (name + "\n" + fingerprint(bytes.pointer) + "\n").utf8
    }
    return parts.withUnsafeBufferPointer { fingerprint($0) }
  }
}
