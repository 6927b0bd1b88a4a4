/// The three communities of 蒲纺工业园, with what the article says of each.
enum ChibiPlaces {
  static let osmanthus = 0
  static let bridge = 1
  static let peach = 2

  static let cityCode = Key("421200")
  static let districtCode = Key("421281")
  static let parkCode = Key("421281400")

  static let names: [StaticString] = ["桂花树", "六米桥", "桃花坪"]
  /// Registered families of 420.
  static let weights = [150, 140, 130]

  static func code(_ community: Int) -> Key { Key("421281400", community + 1, width: 3) }
}

/// Who lives together in a family of Chibi.
enum ChibiHousehold: Sendable {
  /// Children with their grandparents, or with one parent, while others work far away.
  case leftBehind(children: Int, grandparents: Bool)
  /// A grown child who was left behind once.
  case grown
  case elderAlone, elderCouple, nuclear, threeGenerations

  var roles: [HouseholdRole] {
    switch self {
    case .leftBehind(let children, true):
      [.head, .spouse] + [HouseholdRole](repeating: .grandchild, count: children)
    case .leftBehind(let children, false):
      [.head] + [HouseholdRole](repeating: .child, count: children)
    case .grown: [.head, .child]
    case .elderAlone: [.head]
    case .elderCouple: [.head, .spouse]
    case .nuclear: [.head, .spouse, .child]
    case .threeGenerations: [.head, .spouse, .child, .parent]
    }
  }

  var isElder: Bool {
    switch self {
    case .elderAlone, .elderCouple: true
    case .leftBehind, .grown, .nuclear, .threeGenerations: false
    }
  }
}

/// One family of Chibi.
struct ChibiFamily: Sendable {
  let number: Int
  let community: Int
  /// Its place among the families of the community.
  let rank: Int
  let household: ChibiHousehold
  let roles: [HouseholdRole]
  let headAge: Int
  let headIsFemale: Bool
  let registered: Day
  var left: Day?
  var tags: [Term] = []
  var isDisabled = false
  var isPoor = false

  var isLeftBehind: Bool {
    if case .leftBehind = household { true } else { false }
  }

  func isActive(on day: Day) -> Bool { registered <= day && (left.map { day < $0 } ?? true) }
}

/// The families of Chibi: each is a pure function of the seed and its number.
struct ChibiTown: Sendable {
  let seed: SampleSeed
  let familyCount: Int
  let asOf: Day
  let order: FamilyOrder
  let ranges: PlaceRanges
  private let familySeed: SampleSeed
  private let memberSeed: SampleSeed
  private let keyWidth: Int

  /// Families with children left behind; the first fourteen have two, so there are 74 children.
  static let leftBehindFamilies = 60
  static let twoChildren = 14
  /// Families of 六米桥 whose child was looked after for years and is grown up.
  static let grownFamilies = 5

  init(seed: SampleSeed, families: Int, asOf: Day) {
    self.seed = seed
    familyCount = families
    self.asOf = asOf
    order = FamilyOrder(count: families)
    ranges = PlaceRanges(weights: ChibiPlaces.weights, count: families)
    familySeed = seed.child("families")
    memberSeed = seed.child("members")
    keyWidth = max(4, String(families).utf8.count)
  }

  func familyKey(_ family: Int) -> Key { Key("F", family + 1, width: keyWidth) }
  func memberKey(_ family: Int, _ member: Int) -> Key {
    Key("M", family + 1, width: keyWidth, part: member + 1)
  }

  func ranks(_ community: Int) -> Range<Int> { ranges.ranks(community, through: community) }

  /// The family at a place among those of its community.
  func family(_ community: Int, at place: Int) -> ChibiFamily {
    family(order.family(at: ranks(community).lowerBound + place))
  }

  func anyFamily(_ community: Int, _ random: inout SampleRandom) -> ChibiFamily? {
    let ranks = ranks(community)
    return ranks.isEmpty ? nil : family(community, at: random.below(ranks.count))
  }

  func family(_ number: Int) -> ChibiFamily {
    var random = familySeed.stream(number)
    let rank = order.rank(of: number)
    let community = ranges.place(of: rank)
    let place = rank - ranks(community).lowerBound
    let household = household(community, place, &random)
    let registered = registered(number, household, place)
    var family = ChibiFamily(
      number: number, community: community, rank: place, household: household,
      roles: household.roles, headAge: headAge(household, &random),
      headIsFemale: random.chance(household.roles.count == 2 ? 62 : 38), registered: registered)
    chooseTags(&family, &random)
    if !family.isLeftBehind, place >= ChibiTown.grownFamilies, random.chance(4) {
      let earliest = max(registered + 90, Day(2022, 1, 1))
      family.left = earliest + random.below(max(1, asOf - earliest))
    }
    return family
  }

  /// Children and their helpers have been known for years; the others came one after the other.
  private func registered(_ number: Int, _ household: ChibiHousehold, _ place: Int) -> Day {
    let start = Day(2015, 3, 2)
    switch household {
    case .grown: return start + place
    case .leftBehind: return start + (Day(2023, 12, 1) - start) * number / max(1, familyCount)
    case .elderAlone, .elderCouple, .nuclear, .threeGenerations:
      return start + (asOf - 30 - start) * number / max(1, familyCount)
    }
  }

  private func household(
    _ community: Int, _ place: Int, _ random: inout SampleRandom
  ) -> ChibiHousehold {
    let draw = random.below(100)
    switch community {
    case ChibiPlaces.osmanthus where place < ChibiTown.leftBehindFamilies:
      let children = place < ChibiTown.twoChildren ? 2 : 1
      return .leftBehind(children: children, grandparents: draw < 68)
    case ChibiPlaces.bridge where place < ChibiTown.grownFamilies:
      return .grown
    case ChibiPlaces.peach:
      return draw < 26
        ? .elderAlone : draw < 62 ? .elderCouple : draw < 82 ? .nuclear : .threeGenerations
    default:
      return draw < 14
        ? .elderAlone : draw < 28 ? .elderCouple : draw < 78 ? .nuclear : .threeGenerations
    }
  }

  private func headAge(_ household: ChibiHousehold, _ random: inout SampleRandom) -> Int {
    switch household {
    case .leftBehind(_, true): 52 + random.below(20)
    case .leftBehind(_, false): 27 + random.below(16)
    case .grown: 42 + random.below(10)
    case .elderAlone, .elderCouple: 65 + random.below(13) + random.below(11)
    case .nuclear: 29 + random.below(28)
    case .threeGenerations: 36 + random.below(18)
    }
  }

  private func chooseTags(_ family: inout ChibiFamily, _ random: inout SampleRandom) {
    var tags: [Term] = []
    let isBridge = family.community == ChibiPlaces.bridge
    if isBridge, random.chance(9) { tags.append(Tag.bereaved) }
    if family.isLeftBehind { tags.append(Tag.leftBehind) }
    let emptyNest = random.chance(72)
    switch family.household {
    case .elderCouple:
      if emptyNest { tags.append(Tag.emptyNest) }
    case .elderAlone:
      if emptyNest { tags.append(Tag.emptyNest) }
      tags.append(Tag.livingAlone)
    case .leftBehind, .grown, .nuclear, .threeGenerations: break
    }
    family.isDisabled = random.chance(isBridge ? 17 : 7)
    family.isPoor = random.chance(isBridge ? 22 : 13)
    if family.isDisabled { tags.append(Tag.disabled) }
    if family.isPoor { tags.append(Tag.lowIncome) }
    if random.chance(6) { tags.append(Tag.illness) }
    if asOf - family.registered < 300 { tags.append(Tag.new) }
    if isBridge, case .nuclear = family.household, random.chance(20) {
      tags.append(Tag.migrantChild)
    }
    if isBridge, case .elderAlone = family.household, random.chance(55) {
      tags.append(Tag.lonelyElder)
    }
    family.tags = tags
  }

  func age(_ family: ChibiFamily, _ position: Int) -> Int {
    var random = memberSeed.stream(family.number &* 8 &+ position)
    let head = family.headAge
    switch (family.roles[position], family.household) {
    case (.head, _): return head
    case (.spouse, _): return max(25, head - 4 + random.below(7))
    case (.child, .leftBehind), (.grandchild, _):
      // Few of them are babies or about to leave school.
      let age = [random.below(6), 6 + random.below(8), 6 + random.below(8), 14 + random.below(3)]
      return min(random.pick(age), max(0, head - 20))
    case (.child, .grown): return 19 + random.below(5)
    case (.child, _): return min(17, max(0, head - 24 - random.below(6)))
    case (.parent, _): return head + 23 + random.below(6)
    }
  }

  func member(_ family: ChibiFamily, _ position: Int) -> SampleMember {
    var random = memberSeed.stream(family.number &* 8 &+ position &+ 4_000_000_000)
    let role = family.roles[position]
    let age = age(family, position)
    let headSex: Sex = family.headIsFemale ? .female : .male
    let sex: Sex =
      role == .head
      ? headSex : role == .spouse ? headSex.other : random.chance(50) ? .female : .male
    let born = asOf - age * 1461 / 4 - 1 - random.below(364)
    var member = SampleMember(role: role.term, sex: sex, born: born)
    var own = memberSeed.stream(family.number &* 8 &+ 7)
    let surname = role == .spouse ? nil : Surname(&own)
    member.name = PersonName(&random, sex: sex, bornIn: born.year, surname: surname)
    member.chooseHealth(age: age, disabledChild: position == 0 && family.isDisabled, &random)
    return member
  }

  /// The children left behind, at most 74, in the order of their families.
  func leftBehindChildren() -> [(family: ChibiFamily, member: Int)] {
    let families = min(ChibiTown.leftBehindFamilies, ranks(ChibiPlaces.osmanthus).count)
    return (0..<families).flatMap { place in
      let family = family(ChibiPlaces.osmanthus, at: place)
      return family.roles.indices.filter { isChildLeftBehind(family, $0) }.map { (family, $0) }
    }
  }

  func isChildLeftBehind(_ family: ChibiFamily, _ position: Int) -> Bool {
    guard family.isLeftBehind else { return false }
    switch family.roles[position] {
    case .child, .grandchild: return true
    case .head, .spouse, .parent: return false
    }
  }
}
