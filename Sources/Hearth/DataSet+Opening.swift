import CHearthResources
import HearthData
import HearthIO
import HearthPlan
import HearthSyntax
import HearthText

extension DataSet {
  static let schemaFile = "schema.hearth"

  /// `resolvesAll`: the links of small tables too are resolved while they are read; for tests.
  init(
    source: any FileSource, name: String, resolvesAll: Bool = false,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws(DataError) {
    let own = OwnSchema(text: try Self.schemaText(in: source, name), of: name)
    let schema = try openDataSet(source: source, declared: own.declared.schema)
    let size = resolvesAll ? 0 : FileLoader.usualSizeToResolve
    let loader = FileLoader(source, sizeToResolve: size, isStopped: isStopped)
    let store = Store(schema: schema, loader: loader)
    try self.init(
      Catalog(store: store, definitions: own.declared.definitions), name: name,
      content: .files(source), own.report)
  }

  init(_ snapshot: SnapshotFile) throws(DataError) {
    let origin = snapshot.origin
    let store = Store(schema: snapshot.schema, loader: SnapshotLoader(snapshot))
    try self.init(
      Catalog(store: store, definitions: origin.definitions.compactMap(\.catalogDefinition)),
      name: origin.name, content: .snapshot(origin))
  }

  private init(
    _ catalog: Catalog, name: String, content: Content, _ report: DiagnosticReport? = nil
  ) throws(DataError) {
    guard catalog.schema.privacy < .aggregate else {
      throw DataError(
        Bilingual(
          "\(name) asks for `privacy aggregate`, which this version cannot keep, so it is not opened",
          "\(name) 要求“privacy aggregate”，本版本无法保证，因此不予打开"), file: DataSet.schemaFile)
    }
    self.name = name
    self.content = content
    self.catalog = catalog
    schemaReport = report.flatMap { $0.diagnostics.isEmpty ? nil : $0 }
  }

  /// The text of the data set's own schema; nil without one.
  private static func schemaText(
    in source: any FileSource, _ name: String
  ) throws(DataError) -> String? {
    guard try source.fileNames().contains(DataSet.schemaFile) else { return nil }
    let bytes = try source.bytes(of: DataSet.schemaFile)
    try TextEncoding.check(bytes.pointer, file: name + "/" + DataSet.schemaFile)
    return String(decoding: bytes.pointer, as: UTF8.self)
  }
}

/// What the data set's own `schema.hearth` declares, over what the program knows of care.
private struct OwnSchema {
  let declared: DeclaredSchema
  /// Nil without a schema of its own.
  let report: DiagnosticReport?

  init(text: String?, of name: String) {
    let script = text.map { parse($0, vocabulary: .empty) }
    declared = bindSchema(script?.statements ?? [], builtIn: CareSchema.statements)
    guard let text, let script else {
      report = nil
      return
    }
    var report = DiagnosticReport(
      source: SourceText(name: name + "/" + DataSet.schemaFile, text: text),
      diagnostics: script.diagnostics + declared.diagnostics)
    report.sort()
    self.report = report
  }
}

/// The care schema that is part of the program.
enum CareSchema {
  static var statements: [Statement] {
    let text = String(decoding: hearth_care_schema().buffer.pointer, as: UTF8.self)
    return parse(text, vocabulary: .empty).statements
  }
}

/// The files of the sample that is part of the program.
enum EmbeddedSample {
  static var source: MemorySource {
    var files: [String: Buffer<UInt8>] = [:]
    for position in 0..<hearth_sample_count() {
      let file = hearth_sample(position)
      files[String(cString: file.name)] = file.buffer
    }
    return MemorySource(files)
  }
}

extension hearth_resource {
  /// The bytes, which live as long as the program.
  fileprivate var buffer: Buffer<UInt8> {
    Buffer(pointer: UnsafeBufferPointer(start: bytes, count: Int(length)), owner: nil)
  }
}
