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

  /// How the numbers of a column are meant to be read.
  package enum Role: Hashable, Sendable {
    case plain, key
    /// A fraction that tables print as a percentage.
    case rate
  }

  package init(
    name: String, label: Bilingual, values: Column, role: Role = .plain, isPrivate: Bool = false,
    linkTexts: Column? = nil
  ) {
    self.name = name
    self.label = label
    self.values = values
    self.role = role
    self.isPrivate = isPrivate
    self.linkTexts = linkTexts
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
