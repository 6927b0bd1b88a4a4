import HearthSyntax

extension Expression {
  /// Without the brackets around it.
  var unwrapped: Expression {
    if case .parenthesized(let inner) = kind { return inner.unwrapped }
    return self
  }

  /// A name on its own, which may turn out to be a value.
  var bareWord: Name? {
    if case .name(let name) = unwrapped.kind { return name }
    return nil
  }

  /// The names of a path, `services.program` being two; nil for anything else.
  var pathNames: [Name]? {
    switch unwrapped.kind {
    case .name(let name): return [name]
    case .path(let base, let name): return base.pathNames.map { $0 + [name] }
    case .integer, .decimal, .text, .bool, .missing, .date, .dateTime, .period, .phrase, .call,
      .running, .parenthesized, .negate, .not, .binary, .missingness, .membership, .between, .tags,
      .range, .conditional, .duration, .difference, .boundary, .invalid:
      return nil
    }
  }

  /// The parts of an operation, for a search through them; the arguments of a call included.
  var children: [Expression] {
    switch kind {
    case .integer, .decimal, .text, .bool, .missing, .date, .dateTime, .period, .phrase, .name,
      .invalid:
      []
    case .path(let base, _): [base]
    case .call(let call): call.arguments + (call.filter.map { [$0] } ?? [])
    case .running(let inner), .parenthesized(let inner), .negate(let inner), .not(let inner),
      .missingness(let inner, _), .boundary(_, let inner):
      [inner]
    case .binary(_, let left, let right): [left, right]
    case .membership(let inner, let list): [inner] + list.elements
    case .between(let inner, let low, let high): [inner, low, high]
    case .tags(let inner, _, let tags): [inner] + tags
    case .range(let low, let high): [low, high]
    case .conditional(let condition, let then, let otherwise):
      [condition, then] + (otherwise.map { [$0] } ?? [])
    case .duration(let amount, _): [amount]
    case .difference(_, _, let from, let to): [from, to]
    }
  }
}
