import HearthData
import Synchronization

/// What the names of a schema have been found to stand for.
///
/// Looking one up goes through the fields, levels, links and flags of an entity, and every query asks
/// for the same few names; a schema never changes, so that what was found once holds. Names that are
/// not found are not kept: there is no end to them.
final class KnownNames: Sendable {
  /// A name of an entity's rows, and whether a definition of that name would come before it.
  struct Member: Sendable {
    var resolution: Resolution
    var yieldsToDefinition: Bool
  }

  private struct Key: Hashable {
    var entity: EntityID
    var name: String
  }

  private struct Names: Sendable {
    var members: [Key: Member] = [:]
    var scopes: [EntityID: Scope] = [:]
  }

  private let names = Mutex(Names())

  func member(_ name: String, of entity: EntityID, find: () -> Member?) -> Member? {
    let key = Key(entity: entity, name: name)
    if let known = names.withLock({ $0.members[key] }) { return known }
    guard let found = find() else { return nil }
    names.withLock { $0.members[key] = found }
    return found
  }

  /// The names with which a query of an entity's rows begins.
  func scope(of entity: EntityID, make: () -> Scope) -> Scope {
    if let known = names.withLock({ $0.scopes[entity] }) { return known }
    let made = make()
    names.withLock { $0.scopes[entity] = made }
    return made
  }
}
