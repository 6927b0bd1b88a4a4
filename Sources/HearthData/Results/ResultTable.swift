import HearthText

/// The answer to one query, ready to be rendered.
package struct ResultTable: Sendable {
  package var columns: [ResultColumn]
  package var rowCount: Int
  /// The total row, one value per column (`missing` for keys); nil when none was asked for.
  package var total: [Value]?
  /// The periods that the query's words resolved to, in the order written.
  package var periods: [ResolvedPeriod]
  package var notes: [Note]
  /// How the rows are drawn where they can be; nil for a table.
  package var chart: Chart?
  /// What was asked, where a person or a script asked it.
  package var question: Question?

  package init(
    columns: [ResultColumn], rowCount: Int, total: [Value]? = nil,
    periods: [ResolvedPeriod] = [], notes: [Note] = []
  ) {
    self.columns = columns
    self.rowCount = rowCount
    self.total = total
    self.periods = periods
    self.notes = notes
  }

  /// The first rows, without the total.
  package func prefix(_ count: Int) -> ResultTable {
    guard count < rowCount else { return self }
    var result = self
    for index in columns.indices {
      result.columns[index].values = columns[index].values.slice(0..<count)
    }
    result.rowCount = count
    result.total = nil
    return result
  }
}

/// A query as it stands in its text, and in plain words of the language in force.
package struct Question: Sendable {
  /// What its text calls it, in a comment right above; nil when there is none.
  package var title: String?
  package var text: String
  /// Few answers are shown with their sentence, and saying it takes as long as planning the query.
  private let readBack: @Sendable () -> String

  package init(
    title: String? = nil, text: String, sentence: @autoclosure @escaping @Sendable () -> String
  ) {
    self.title = title
    self.text = text
    readBack = sentence
  }

  /// Put together anew each time.
  package var sentence: String { readBack() }

  /// What a document calls the answer.
  package var heading: String? {
    if let title { return title }
    let sentence = sentence
    return sentence.isEmpty ? nil : sentence
  }
}

package struct ResultColumn: Sendable {
  /// The identifier, used by the data formats, and the label of each language.
  package var name: String
  package var label: Bilingual
  package var values: Column
  package var role: Role
  package var isPrivate: Bool
  /// For a link: the text of every row of the target by ordinal (its key, or its name at a level).
  package var linkTexts: Column?
  /// The cell that a table makes of this column and others beside it.
  package var cell: Cell?

  /// How the numbers of a column are meant to be read.
  package enum Role: Hashable, Sendable {
    case plain, key
    /// A fraction that tables print as a percentage.
    case rate
    /// The fraction to be reached; a table shows whether it is, and how many are short.
    case target
    /// How many more are needed for the target before it; a table shows it with the target.
    case short
    /// Whether the period that the row is about is not over: tables have no column for it, but say
    /// so behind the last key.
    case running
  }

  /// Of several measures for each value of a key that went across, tables show one column a value:
  /// `81.0% (47/58)`.
  package struct Cell: Hashable, Sendable {
    package enum Part: Hashable, Sendable { case eligible, covered, rate, target, short, other }

    /// The value, as the head of the column.
    package var heading: Bilingual
    package var part: Part

    package init(heading: Bilingual, part: Part) {
      self.heading = heading
      self.part = part
    }
  }

  package init(
    name: String, label: Bilingual, values: Column, role: Role = .plain, isPrivate: Bool = false,
    linkTexts: Column? = nil, cell: Cell? = nil
  ) {
    self.name = name
    self.label = label
    self.values = values
    self.role = role
    self.isPrivate = isPrivate
    self.linkTexts = linkTexts
    self.cell = cell
  }
}

/// `last 30 days = 2026-10-02 … 2026-10-31`.
package struct ResolvedPeriod: Hashable, Sendable {
  package var phrase: Bilingual
  package var period: Period

  package init(phrase: Bilingual, period: Period) {
    self.phrase = phrase
    self.period = period
  }
}

/// Something a reader of the answer must know: missing values skipped, rows made, divisions by zero.
package struct Note: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case note, warning }

  package var kind: Kind
  package var text: Bilingual

  package init(_ text: Bilingual, kind: Kind = .note) {
    self.text = text
    self.kind = kind
  }
}
