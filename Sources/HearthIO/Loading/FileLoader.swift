import HearthData
import HearthText

/// Reads the tables of a data set from its files.
package struct FileLoader: TableLoader {
  package let source: any FileSource
  /// Whether reading has become pointless; asked from several threads, every few thousand rows.
  private let isStopped: @Sendable () -> Bool
  /// Links of files of this size are resolved while they are read.
  private let sizeToResolve: Int

  /// The keys of such a file would take hundreds of megabytes.
  package static let usualSizeToResolve = 64 << 20

  package init(
    _ source: any FileSource, sizeToResolve: Int = usualSizeToResolve,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.source = source
    self.sizeToResolve = sizeToResolve
    self.isStopped = isStopped
  }

  package func resolvesLinks(of entity: EntityID, schema: Schema) -> Bool {
    guard let name = schema[entity].file, let bytes = try? source.bytes(of: name) else {
      return false
    }
    return bytes.count >= sizeToResolve
  }

  package func load(_ entity: EntityID, schema: Schema) throws(DataError) -> LoadedTable {
    try load(entity, schema: schema, fields: Set(schema[entity].fields.indices))
  }

  package func load(
    _ entity: EntityID, schema: Schema, fields: Set<Int>
  ) throws(DataError) -> LoadedTable {
    try load(entity, schema: schema, fields: fields, keys: [:])
  }

  package func load(
    _ entity: EntityID, schema: Schema, fields: Set<Int>, keys: [Int: KeyIndex]
  ) throws(DataError) -> LoadedTable {
    let declaration = schema[entity]
    guard let name = declaration.file else { return LoadedTable(rowCount: 0, columns: []) }
    let file = try CSVFile(source.bytes(of: name), name: name, isTrusted: true)
    var requests: [TableScan.Request] = []
    var requestedFields: [Int] = []
    for index in fields.sorted() where declaration.fields[index].isStored {
      guard let column = file.column(of: declaration.fields[index].name) else { continue }
      let maker = ReaderMaker(schema, FieldID(entity, index), file, column)
      guard let make = keys[index].map(maker.resolving) ?? maker.make else { continue }
      requests.append(TableScan.Request(column: column, make: make))
      requestedFields.append(index)
    }
    return try read(file, requests, requestedFields, fieldCount: declaration.fields.count)
  }

  private func read(
    _ file: CSVFile, _ requests: [TableScan.Request], _ fields: [Int], fieldCount: Int
  ) throws(DataError) -> LoadedTable {
    let stop = ReadingStop(isStopped)
    let scan = TableScan(file, requests, stop: stop)
    if stop.isRaised { throw .stopped }
    guard scan.rowCount < Int(Int32.max) else { throw .tooManyRows(file.name) }
    var columns = [Column?](repeating: nil, count: fieldCount)
    for (field, column) in zip(fields, try scan.columns()) { columns[field] = column }
    if stop.isRaised { throw .stopped }
    var problems = file.problems + scan.recordProblems
    var unknownKeys: [Int: [DataProblem]] = [:]
    for (request, field) in fields.enumerated() {
      problems += scan.problems(request)
      let unknown = scan.unknownKeys(request)
      if !unknown.isEmpty { unknownKeys[field] = unknown }
    }
    let order = problems.indices.sorted {
      (problems[$0].line, $0) < (problems[$1].line, $1)
    }
    var table = LoadedTable(
      rowCount: scan.rowCount, columns: columns, lines: scan.lines, file: file.name,
      problems: order.map { problems[$0] })
    table.unknownKeys = unknownKeys
    return table
  }
}

/// Chooses the reader for a field by its type.
private struct ReaderMaker {
  let schema: Schema
  let id: FieldID
  let file: String
  let header: String

  init(_ schema: Schema, _ id: FieldID, _ file: CSVFile, _ column: Int) {
    self.schema = schema
    self.id = id
    self.file = file.name
    header = file.headers[column].english
  }

  /// Nil for types that no cell can hold.
  var make: TableScan.MakeReader? {
    let field = schema[id]
    let isKey = schema[id.entity].key == id.index
    switch field.type {
    case .text: return text(isKey: isKey)
    case .int: return codec(IntegerCodec())
    case .number: return codec(NumberCodec())
    case .decimal(let scale): return codec(DecimalCodec(scale: scale))
    case .bool: return codec(BoolCodec())
    case .date: return codec(DateCodec())
    case .dateTime: return codec(DateTimeCodec())
    case .period: return codec(PeriodCodec())
    case .category(let domain): return category(domain, field.closedValues)
    case .tags(let domain): return tags(domain, field.closedValues)
    case .link(let target, _): return link(to: target)
    case .list, .missing: return nil
    }
  }

  private func text(isKey: Bool) -> TableScan.MakeReader {
    let (file, header) = (file, header)
    return { TextReader(isKey: isKey, file: file, header: header) }
  }

  private func codec<Codec: CellCodec & Sendable>(_ codec: Codec) -> TableScan.MakeReader {
    let (file, header) = (file, header)
    return { CodecReader(codec, file: file, header: header) }
  }

  private func category(
    _ domain: CategoryDomain, _ closed: CategoryDictionary?
  ) -> TableScan.MakeReader {
    guard let closed = closed ?? fixed(domain) else {
      return codec(OpenCategoryCodec(domain: domain))
    }
    switch CodeWidth(for: closed) {
    case .one: return codec(ShortClosedCategoryCodec(closed, domain: domain))
    case .two, .four: return codec(ClosedCategoryCodec(closed, domain: domain))
    }
  }

  private func tags(
    _ domain: CategoryDomain, _ closed: CategoryDictionary?
  ) -> TableScan.MakeReader {
    let (file, header) = (file, header)
    let values = closed ?? fixed(domain)
    return { TagsReader(closed: values, domain: domain, file: file, header: header) }
  }

  private func fixed(_ domain: CategoryDomain) -> CategoryDictionary? {
    switch domain {
    case .fixed(let dictionary): dictionary
    case .field: nil
    }
  }

  /// The cells of a link as the rows they lead to.
  func resolving(_ index: KeyIndex) -> TableScan.MakeReader {
    let (file, header, type) = (file, header, schema[id].type)
    guard case .link(let target, _) = type, let key = schema[target].key,
      case .int = schema[target].fields[key].type
    else { return { LinkReader<TextKeys>(index, type: type, file: file, header: header) } }
    return { LinkReader<IntegerKeys>(index, type: type, file: file, header: header) }
  }

  /// The cells of a link are keys of its target and read as those are.
  private func link(to target: EntityID) -> TableScan.MakeReader {
    guard let key = schema[target].key else { return text(isKey: true) }
    switch schema[target].fields[key].type {
    case .int: return codec(IntegerCodec())
    case .text, .category, .tags, .number, .decimal, .bool, .date, .dateTime, .period, .link,
      .list, .missing:
      return text(isKey: true)
    }
  }
}

extension DataError {
  fileprivate static func tooManyRows(_ file: String) -> DataError {
    DataError(
      Bilingual(
        "\(file) has more than 2,147,483,646 rows", "\(file) 超过 2,147,483,646 行"),
      file: file)
  }
}
