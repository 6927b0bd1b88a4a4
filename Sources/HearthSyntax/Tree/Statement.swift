/// One statement of a script, of a schema file, or of a line typed in the REPL.
package struct Statement: Hashable, Sendable {
  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Hashable, Sendable {
    /// `hearth 1`.
    case version(Int64)
    case query(Query)
    case binding(Name, Query)
    case define(Definition)
    case parameter(Parameter)
    case expect(Expectation)
    case include(String)
    case today(DateLiteral)
    case explain(Query, isTimed: Bool)
    /// `explain why families "F0001" in (QUERY)`: the key is a text or a number.
    case explainWhy(Name, key: Expression, Source)
    /// `describe families`; the span of the name lets an error point at it.
    case describe(Name)
    case save(Name, file: String)

    // Schema files.
    case asOf(DateLiteral)
    case entity(EntityDeclaration)
    case term(String, first: DateLiteral, last: DateLiteral)
    case privacy(Name)

    case invalid
  }

  /// `define families.at_risk = E "label"` or `define f(x, y) = E`.
  package struct Definition: Hashable, Sendable {
    package var entity: Name?
    package var name: Name
    package var parameters: [Name]
    package var body: Expression
    package var label: String?

    package init(
      entity: Name?, name: Name, parameters: [Name], body: Expression, label: String?
    ) {
      self.entity = entity
      self.name = name
      self.parameters = parameters
      self.body = body
      self.label = label
    }
  }

  /// `param month: period = last month "the month to report"`.
  package struct Parameter: Hashable, Sendable {
    package var name: Name
    package var type: FieldType
    package var defaultValue: Expression?
    package var label: String?

    package init(name: Name, type: FieldType, defaultValue: Expression?, label: String?) {
      self.name = name
      self.type = type
      self.defaultValue = defaultValue
      self.label = label
    }
  }

  /// `expect X is empty "message"`.
  package struct Expectation: Hashable, Sendable {
    package enum Condition: Hashable, Sendable {
      case isEmpty, isNotEmpty
      case hasAny(Expression), hasNo(Expression), hasEvery(Expression)
    }

    package var subject: Source
    package var condition: Condition
    package var message: String?

    package init(subject: Source, condition: Condition, message: String?) {
      self.subject = subject
      self.condition = condition
      self.message = message
    }
  }
}
