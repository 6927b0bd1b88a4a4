/// How easily help reaches a family; it decides what appears in the register of services.
enum Reach: Sendable {
  case never, byPhone, seldom, usual, often

  init(percentile: Int) {
    switch percentile {
    case ..<2: self = .never
    case ..<5: self = .byPhone
    case ..<10: self = .seldom
    case ..<78: self = .usual
    default: self = .often
    }
  }

  /// Percent of the rounds on which such a family is met.
  var percent: Int {
    switch self {
    case .never, .byPhone: 0
    case .seldom: 60
    case .usual, .often: 100
    }
  }

  /// Percent of the invitations to a session that such a family follows.
  var sociable: Int {
    switch self {
    case .never, .byPhone: 0
    case .seldom: 12
    case .usual: 45
    case .often: 100
    }
  }

  /// Percent of the times that such a family, picked at random, asks for help or accepts it.
  var readiness: Int {
    switch self {
    case .never, .byPhone: 0
    case .seldom: 15
    case .usual: 55
    case .often: 100
    }
  }
}

/// One family of Siming.
struct SimingFamily: Sendable {
  enum Fate: Sendable { case active, moved, closed }

  let number: Int
  let community: Int
  let registered: Day
  let bereaved: Bool
  let disabledChild: Bool
  var communityKnown = true
  var roles: [HouseholdRole] = [.head]
  var headAge = 60
  var headIsFemale = false
  var isNew = false
  var lowIncome = false
  var illness = false
  var disabled = false
  var fate = Fate.active
  /// The day it moved away or died out; not in the data.
  var left: Day?
  var reach = Reach.usual

  init(number: Int, community: Int, registered: Day, bereaved: Bool, disabledChild: Bool) {
    self.number = number
    self.community = community
    self.registered = registered
    self.bereaved = bereaved
    self.disabledChild = disabledChild
  }

  var street: Int { SimingPlaces.communities[community].street }
  var livingAlone: Bool { roles.count == 1 }
  var emptyNest: Bool { bereaved && roles.count == 2 && headAge >= 60 }
  var isPriority: Bool { livingAlone && headAge >= 80 || illness || isNew }

  /// Whether the family is in the register on that day.
  func isActive(on day: Day) -> Bool { registered <= day && (left.map { day < $0 } ?? true) }

  fileprivate static let single: [HouseholdRole] = [.head]
  fileprivate static let couple: [HouseholdRole] = [.head, .spouse]
  fileprivate static let withGrandchild: [HouseholdRole] = [.head, .spouse, .grandchild]
  fileprivate static let withParent: [HouseholdRole] = [.head, .spouse, .parent]
  fileprivate static let oneParent: [HouseholdRole] = [.head, .child]
  fileprivate static let bothParents: [HouseholdRole] = [.head, .spouse, .child]
  fileprivate static let three: [HouseholdRole] = [.head, .spouse, .child, .parent]

  /// Who lives together and how old the head of the household is.
  mutating func chooseHousehold(_ random: inout SampleRandom) {
    let draw = random.below(100)
    if disabledChild {
      headAge = 46 + random.below(15) + random.below(14)
      roles =
        draw < 32
        ? SimingFamily.oneParent : draw < 86 ? SimingFamily.bothParents : SimingFamily.three
    } else {
      headAge = 53 + random.below(19) + random.below(13)
      if draw < 34 {
        roles = SimingFamily.single
      } else if draw < 88 {
        roles = SimingFamily.couple
      } else {
        roles = headAge < 66 ? SimingFamily.withParent : SimingFamily.withGrandchild
      }
    }
    headIsFemale = random.chance(roles.count < 3 && roles.last != .spouse ? 66 : 24)
  }

  var tags: [Term] {
    var tags: [Term] = []
    if bereaved { tags.append(Tag.bereaved) }
    if disabledChild { tags.append(Tag.disabledChild) }
    if emptyNest { tags.append(Tag.emptyNest) }
    if livingAlone { tags.append(Tag.livingAlone) }
    if disabled { tags.append(Tag.disabled) }
    if lowIncome { tags.append(Tag.lowIncome) }
    if illness { tags.append(Tag.illness) }
    if isNew { tags.append(Tag.new) }
    return tags
  }

  var status: Term {
    switch fate {
    case .active: Word.active
    case .moved: Word.moved
    case .closed: Word.closed
    }
  }
}
