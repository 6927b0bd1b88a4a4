import HearthData

/// What the binder must ask for while it binds: results kept by the session, files, and the values
/// that `across` turns into columns.
package protocol BinderHost: AnyObject {
  /// A `let`, or `_`.
  func result(named name: String) -> (ResultReference, ResultShape)?
  var resultNames: [String] { get }
  /// Whether a name would be known had its own statement been right: nothing is said about it.
  func isBroken(_ name: String) -> Bool
  /// `from "file.csv"`; the table becomes a result whose columns are slots.
  func file(_ path: String) throws(DataError) -> (ResultReference, ResultShape)
  /// The different values of an expression over the rows of a plan, in key order.
  func distinctValues(of expression: TypedExpression, in plan: Plan) throws -> [Value]
}

extension BinderHost {
  package func isBroken(_ name: String) -> Bool { false }
}
