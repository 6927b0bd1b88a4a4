import HearthData
import HearthText

/// What a snapshot says of itself, and where in it the columns lie.
struct SnapshotDirectory {
  var origin = SnapshotOrigin()
  var schema = Schema()
  /// By entity.
  var tables: [StoredTable] = []
  /// By link.
  var links: [StoredLink] = []

  /// Where some bytes of the file are, and what they must sum up to.
  struct Section {
    var offset = 0
    /// In bytes.
    var size = 0
    var checksum: UInt64 = 0
  }

  struct StoredTable {
    var rowCount = 0
    var file = ""
    var problems: [DataProblem] = []
    /// The rows and lines of `RowLines`.
    var lines: [Section] = []
    /// By field; nil for one that the files do not have, and for one that is a link.
    var columns: [StoredColumn?] = []
  }

  struct StoredColumn {
    var type = ValueType.missing
    var kind = Kind.missing
    var sections: [Section] = []
    var dictionary: Section?

    /// The numbers in the file: new ones are added behind, none is ever used again.
    enum Kind: Int {
      case int64, double, days, codes8, codes16, codes32, masks, bytes, text, periods, missing
    }
  }

  struct StoredLink {
    /// For each row of the source the row of its target; nil for a link on fields.
    var targets: Section?
    var problems: [DataProblem] = []
  }
}

/// What a snapshot was made of.
package struct SnapshotOrigin: Sendable {
  /// The program that made it.
  package var program = ""
  /// What the data set is called.
  package var name = ""
  /// What `Provenance` says of the content.
  package var dataVersion = ""
  /// What is defined over the tables, in the program's own terms.
  package var definitions: [Definition] = []
  /// All files that made a difference, in order of their names.
  package var files: [SourceFile] = []

  package struct Definition: Hashable, Sendable {
    /// A statement of the language.
    package var text: String
    package var isBuiltIn: Bool

    package init(text: String, isBuiltIn: Bool) {
      self.text = text
      self.isBuiltIn = isBuiltIn
    }
  }

  package struct SourceFile: Hashable, Sendable {
    package var name: String
    package var size: Int
    package var checksum: UInt64
  }

  package init() {}
}

extension Archive {
  mutating func directory(_ directory: inout SnapshotDirectory) throws(Damage) {
    try origin(&directory.origin)
    try schema(&directory.schema)
    try list(&directory.tables, blank: .init()) { (a, table) throws(Damage) in
      try a.table(&table)
    }
    try list(&directory.links, blank: .init()) { (a, link) throws(Damage) in
      try a.optional(&link.targets, blank: .init()) { (a, section) throws(Damage) in
        try a.section(&section)
      }
      try a.problems(&link.problems)
    }
    guard !isReading || isAtEnd && directory.isSound else { throw Damage() }
  }

  private mutating func origin(_ origin: inout SnapshotOrigin) throws(Damage) {
    try text(&origin.program)
    try text(&origin.name)
    try text(&origin.dataVersion)
    try list(&origin.definitions, blank: .init(text: "", isBuiltIn: false)) {
      (a, definition) throws(Damage) in
      try a.text(&definition.text)
      try a.flag(&definition.isBuiltIn)
    }
    let blank = SnapshotOrigin.SourceFile(name: "", size: 0, checksum: 0)
    try list(&origin.files, blank: blank) { (a, file) throws(Damage) in
      try a.text(&file.name)
      try a.integer(&file.size)
      try a.word(&file.checksum)
    }
  }

  private mutating func table(_ table: inout SnapshotDirectory.StoredTable) throws(Damage) {
    try index(&table.rowCount, below: Int(Int32.max))
    try text(&table.file)
    try problems(&table.problems)
    try sections(&table.lines)
    try list(&table.columns, blank: nil) { (a, column) throws(Damage) in
      try a.optional(&column, blank: .init()) { (a, column) throws(Damage) in
        try a.column(&column)
      }
    }
  }

  private mutating func column(_ column: inout SnapshotDirectory.StoredColumn) throws(Damage) {
    try type(&column.type)
    var kind = column.kind.rawValue
    try integer(&kind)
    guard let known = SnapshotDirectory.StoredColumn.Kind(rawValue: kind) else { throw Damage() }
    column.kind = known
    try sections(&column.sections)
    try optional(&column.dictionary, blank: .init()) { (a, section) throws(Damage) in
      try a.section(&section)
    }
  }

  private mutating func sections(_ sections: inout [SnapshotDirectory.Section]) throws(Damage) {
    try list(&sections, blank: .init()) { (a, section) throws(Damage) in try a.section(&section) }
  }

  private mutating func section(_ section: inout SnapshotDirectory.Section) throws(Damage) {
    try integer(&section.offset)
    try integer(&section.size)
    try word(&section.checksum)
  }

  private mutating func problems(_ problems: inout [DataProblem]) throws(Damage) {
    let blank = DataProblem(file: "", line: 0, column: nil, value: "", reason: .blank)
    try list(&problems, blank: blank) { (a, problem) throws(Damage) in
      try a.text(&problem.file)
      try a.integer(&problem.line)
      try a.optional(&problem.column, blank: "") { (a, name) throws(Damage) in try a.text(&name) }
      try a.text(&problem.value)
      try a.bilingual(&problem.reason)
      try a.integer(&problem.count)
    }
  }
}

extension SnapshotDirectory {
  /// Whether there is a table for each entity, a column for each field, and targets for each link
  /// that has them.
  fileprivate var isSound: Bool {
    tables.count == schema.entities.count && links.count == schema.links.count
      && zip(tables, schema.entities).allSatisfy { table, entity in
        table.columns.isEmpty || table.columns.count == entity.fields.count
      }
      && zip(links, schema.links).allSatisfy { stored, link in
        (stored.targets != nil) == link.isToOne
      }
  }
}
