import CHearthResources
import HearthData
import HearthIO
import HearthPlan
import HearthSyntax
import HearthText

extension DataSet {
  static let schemaFile = "schema.hearth"

  init(
    source: any FileSource, name: String,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws(DataError) {
    var own: [Statement] = []
    var report: DiagnosticReport?
    if try source.fileNames().contains(DataSet.schemaFile) {
      let bytes = try source.bytes(of: DataSet.schemaFile)
      try TextEncoding.check(bytes.pointer, file: name + "/" + DataSet.schemaFile)
      let text = SourceText(
        name: name + "/" + DataSet.schemaFile,
        text: String(decoding: bytes.pointer, as: UTF8.self))
      let script = parse(text.text, vocabulary: .empty)
      own = script.statements
      report = DiagnosticReport(source: text, diagnostics: script.diagnostics)
    }
    let declared = bindSchema(own, builtIn: CareSchema.statements)
    report?.diagnostics += declared.diagnostics
    report?.sort()
    guard declared.schema.privacy < .aggregate else {
      throw DataError(
        Bilingual(
          "\(name) asks for `privacy aggregate`, which this version cannot keep, so it is not opened",
          "\(name) 要求“privacy aggregate”，本版本无法保证，因此不予打开"), file: DataSet.schemaFile)
    }
    let schema = try openDataSet(source: source, declared: declared.schema)
    self.name = name
    self.source = source
    catalog = Catalog(
      store: Store(schema: schema, loader: FileLoader(source, isStopped: isStopped)),
      definitions: declared.definitions)
    schemaReport = report.flatMap { $0.diagnostics.isEmpty ? nil : $0 }
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
