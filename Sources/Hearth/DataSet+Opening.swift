import CHearthResources
import HearthData
import HearthIO
import HearthPlan
import HearthSyntax
import HearthText

extension DataSet {
  static let schemaFile = "schema.hearth"

  init(source: any FileSource, name: String) throws(DataError) {
    var own: [Statement] = []
    var report: DiagnosticReport?
    if try source.fileNames().contains(DataSet.schemaFile) {
      let bytes = try source.bytes(of: DataSet.schemaFile)
      let text = SourceText(
        name: name + "/" + DataSet.schemaFile,
        text: String(decoding: bytes.pointer, as: UTF8.self))
      let script = parse(text.text, vocabulary: .empty)
      own = script.statements
      report = DiagnosticReport(source: text, diagnostics: script.diagnostics)
    }
    let declared = bindSchema(own, builtIn: CareSchema.statements)
    report?.diagnostics += declared.diagnostics
    let opened = try openDataSet(source: source, declared: declared.schema)
    self.name = name
    catalog = Catalog(
      store: Store(schema: opened.schema, loader: opened.loader), definitions: declared.definitions)
    schemaReport = report.flatMap { $0.diagnostics.isEmpty ? nil : $0 }
  }
}

/// The care schema that is part of the program.
enum CareSchema {
  static var statements: [Statement] {
    let bytes = UnsafeBufferPointer(
      start: hearth_care_schema(), count: hearth_care_schema_length())
    return parse(String(decoding: bytes, as: UTF8.self), vocabulary: .empty).statements
  }
}

/// The files of the sample that is part of the program.
enum EmbeddedSample {
  static var source: MemorySource {
    var files: [String: Buffer<UInt8>] = [:]
    for index in 0..<hearth_sample_count() {
      let bytes = UnsafeBufferPointer(
        start: hearth_sample_bytes(index), count: hearth_sample_length(index))
      files[String(cString: hearth_sample_name(index))] = Buffer(pointer: bytes, owner: nil)
    }
    return MemorySource(files)
  }
}
