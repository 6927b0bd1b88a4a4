import HearthText

/// Something that is counted over the rows at its place, and said if there is any.
package struct CountedRemark: Sendable {
  package enum Subject: Hashable, Sendable {
    /// Linked rows after today, which are no evidence.
    case evidenceAfterToday
    /// Rows that `excluding` left out, and why.
    case excluded(reason: String?)
    /// Rows in which a step of a funnel has a date before that of the step before.
    case early(step: Bilingual, before: Bilingual)
    /// The rows that a share is counted among, where a step has picked them from all of `rows`; what
    /// picked them, if it can be said.
    case population(rows: Bilingual, picked: Bilingual?)
    /// Rows that lack a value which the condition of a share looks at: for it they are a no.
    case unrecorded(values: Bilingual)
    /// The same of linked rows, by the name of the link.
    case unrecordedLinked(rows: Bilingual, values: Bilingual)
    /// Rows that lack a value which `excluding` looks at: they are not excluded.
    case unrecordedExclusion(values: Bilingual)
  }

  package var subject: Subject
  /// A yes/no of each row, or a number to be added up.
  package var count: TypedExpression

  package init(_ subject: Subject, count: TypedExpression) {
    self.subject = subject
    self.count = count
  }
}
