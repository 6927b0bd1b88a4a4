import HearthData
import HearthText

/// What a name or a path stands for.
enum Resolution: Sendable {
  case value(TypedExpression, Bilingual)
  case collection(CollectionReference)
  /// Known, but an error was reported where it was made.
  case invalid
  /// A level that two links lead to; the paths to choose from.
  case ambiguous([Bilingual])
  case word(String)
}

/// Many rows reached from a row: one link after the other.
struct CollectionReference: Sendable {
  struct Step: Sendable {
    /// The way from the row before to the row that the link starts from; nil when it is that row.
    var prefix: TypedExpression?
    var collection: Collection
  }

  var steps: [Step]
  var names: Bilingual
  /// As written, so that it can be recognised inside an argument.
  var path: [String]
  /// How many rows outwards the first step starts: 0 is the row at hand.
  var depth = 0

  var entity: EntityID { steps[steps.count - 1].collection.entity }
}

extension Schema {
  /// The entity's field of a name.
  func field(named name: String, of entity: EntityID) -> FieldID? {
    self[entity].fields.firstIndex { $0.name.isNamed(name) }.map { FieldID(entity, $0) }
  }

  /// The to-one links from an entity to areas, or to anything else with levels.
  func areaLinks(of entity: EntityID) -> [FieldID] {
    self[entity].fields.indices.compactMap { index in
      guard let link = self[entity].fields[index].link, self[link].isToOne,
        !self[self[link].target].levels.isEmpty
      else { return nil }
      return FieldID(entity, index)
    }
  }

  /// The links that lead from an entity to many rows, each with its name there.
  func collections(of entity: EntityID) -> [(name: Bilingual, collection: Collection)] {
    var result: [(Bilingual, Collection)] = []
    for (index, link) in links.enumerated() {
      if link.source == entity && !link.isToOne {
        let collection = Collection(
          link: LinkID(index), isReversed: false, entity: link.target)
        result.append((link.name, collection))
      }
      if link.target == entity {
        let collection = Collection(link: LinkID(index), isReversed: true, entity: link.source)
        result.append((link.reverseName, collection))
      }
    }
    return result
  }

  /// The tag set with a flag of this name, and the flag's position.
  func flag(named name: String, of entity: EntityID) -> (FieldID, Int)? {
    for (index, field) in self[entity].fields.enumerated() where field.hasFlags {
      if let position = field.closedValues?.position(of: name) {
        return (FieldID(entity, index), position)
      }
    }
    return nil
  }
}

extension TypedExpression {
  /// `inner`, a question to the row that `self` (a link) leads to, asked in the context of `self`.
  func following(_ inner: TypedExpression, in schema: Schema) -> TypedExpression {
    if case .row = kind { return inner }
    if case .field(let id) = kind, let link = schema[id].link {
      return TypedExpression(.follow(.link(link), inner), inner.type)
    }
    if case .follow(let hop, let next) = kind {
      return TypedExpression(.follow(hop, next.following(inner, in: schema)), inner.type)
    }
    if case .outer(let next) = kind {
      return TypedExpression(.outer(next.following(inner, in: schema)), inner.type)
    }
    return TypedExpression(.follow(.value(self), inner), inner.type)
  }
}
