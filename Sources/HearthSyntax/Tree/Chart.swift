/// How a result is drawn.
package enum ChartKind: CaseIterable, Hashable, Sendable {
  case bar, line, heat, spark

  var keyword: Keyword {
    switch self {
    case .bar: .barChart
    case .line: .lineChart
    case .heat: .heatChart
    case .spark: .sparkChart
    }
  }
}

extension Stage {
  /// `chart bar of M by K`: columns of the result; those that are not named are chosen by their kind.
  package struct Chart: Hashable, Sendable {
    package var kind: ChartKind
    package var measure: Name?
    package var keys: [Name]
    /// Where the kind is written.
    package var span: Span

    package init(kind: ChartKind, measure: Name?, keys: [Name], span: Span) {
      self.kind = kind
      self.measure = measure
      self.keys = keys
      self.span = span
    }
  }
}
