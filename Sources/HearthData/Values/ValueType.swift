/// The type of a column or of an expression's values; every type also has *missing*.
package indirect enum ValueType: Hashable, Sendable {
  case text
  case category(CategoryDomain)
  case tags(CategoryDomain)
  case int
  case number
  /// Exact; the stored integer is the value times ten to the power of `scale` (0…18).
  case decimal(scale: Int)
  case bool
  case date
  case dateTime
  case period
  case link(EntityID, LinkDisplay)
  /// What `list` and `split` give.
  case list(ValueType)
  /// The type of a bare `missing`, and of a column without any known value.
  case missing

  /// How the row that a link leads to is printed and compared.
  package enum LinkDisplay: Hashable, Sendable { case key, name }
}

/// Which set of values a category or a tag set draws from.
package enum CategoryDomain: Hashable, Sendable {
  /// The dictionary of a stored field: declared in the schema when closed, found in the data when open.
  case field(FieldID)
  /// A dictionary known without data: weekdays, bands, tiers of a literal table.
  case fixed(CategoryDictionary)
}
