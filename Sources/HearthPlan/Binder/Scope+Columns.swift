import HearthText

extension Scope {
  /// Columns in the order in which they are shown, found by any of their names without looking at
  /// the others.
  package struct Columns: Sendable {
    private var columns: [Column] = []
    /// By each of its names the first column that has it.
    private var places: [String: Int] = [:]

    init(_ columns: some Sequence<Column> = []) {
      for column in columns { append(column) }
    }

    /// The first column with a name.
    func place(of name: String) -> Int? { places[name] }

    func has(_ name: String) -> Bool { places[name] != nil }

    mutating func append(_ column: Column) {
      for name in column.names where places[name] == nil { places[name] = columns.count }
      columns.append(column)
    }

    mutating func append(contentsOf others: some Sequence<Column>) {
      for column in others { append(column) }
    }

    mutating func remove(at place: Int) -> Column {
      let removed = columns.remove(at: place)
      self = Columns(columns)
      return removed
    }
  }
}

extension Scope.Column {
  fileprivate var names: [String] { [name, label.english, label.chinese] }
}

extension Scope.Columns: RandomAccessCollection, ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Scope.Column...) { self.init(elements) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { columns.count }

  package subscript(place: Int) -> Scope.Column {
    get { columns[place] }
    set {
      let isCalledSo = columns[place].names == newValue.names
      columns[place] = newValue
      if !isCalledSo { self = Scope.Columns(columns) }
    }
  }
}
