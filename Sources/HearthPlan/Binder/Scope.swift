import HearthData
import HearthText

/// The names that a row has at one place of a query, and what they stand for.
///
/// A name is looked up among the shown columns, then those that a stage has hidden, then the fields,
/// levels, definitions, links and flags of the entity that the row is a row of, then in `parent`.
package struct Scope: Sendable {
  package struct Column: Sendable {
    package var name: String
    package var label: Bilingual
    /// nil where an error was reported: the name is known, and nothing more is said of it.
    package var expression: TypedExpression?
    package var role: ResultColumn.Role
    package var isPrivate: Bool
    /// A number of rows, which `suppress` hides when it is small.
    package var isCount: Bool
    package var cell: ResultColumn.Cell?

    init(
      _ name: String, label: Bilingual, _ expression: TypedExpression?,
      role: ResultColumn.Role = .plain, isPrivate: Bool = false, isCount: Bool = false,
      cell: ResultColumn.Cell? = nil
    ) {
      self.name = name
      self.label = label
      self.expression = expression
      self.role = role
      self.isPrivate = isPrivate
      self.isCount = isCount
      self.cell = cell
    }

    func isNamed(_ word: String) -> Bool { name == word || label.isNamed(word) }
  }

  /// Where names are looked for that this row does not have.
  package indirect enum Parent: Sendable {
    /// The row outside a link's filter: what is found there is an `.outer` expression.
    case outside(Scope)
    /// The row from which a link to one other row leads here; the link is `prefix`.
    case beside(Scope)
  }

  package var columns: Columns = []
  /// Columns that were shown once; the last of a name counts.
  package var hidden: [Column] = []
  package var entity: EntityID?
  /// How `parent` reaches this row, when it is not the row of the context itself.
  var prefix: TypedExpression?
  /// The name or path of the link by which these rows were reached: it stands for the row itself.
  var alias: [String] = []
  /// What the last word of `alias` is called.
  var aliasNames: Bilingual?
  package var parent: Parent?
  /// Names of joined tables, with the columns that came from each.
  var tables: [(names: Bilingual, columns: Columns)] = []
  /// The parameters of the function whose body this is.
  var parameters: [String: Argument] = [:]
  /// Rows after an unknown table: any name may be right.
  var isUncertain = false
  /// After `summarize`: a name that only the rows had is explained as such.
  var isGrouped = false

  init(entity: EntityID? = nil) { self.entity = entity }

  /// What a function's parameter stands for.
  enum Argument: Sendable {
    case value(TypedExpression)
    /// A bare word that the caller's row does not have: a category value, most likely.
    case word(String)
    case invalid
  }

  /// The column of a name: shown ones first, then those hidden last.
  func column(named name: String) -> Column? {
    columns.place(of: name).map { columns[$0] } ?? hidden.last { $0.isNamed(name) }
  }
}
