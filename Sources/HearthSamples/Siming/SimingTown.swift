/// The families of Siming: each is a pure function of the seed and its number.
struct SimingTown: Sendable {
  let seed: SampleSeed
  let familyCount: Int
  let asOf: Day
  let order: FamilyOrder
  let ranges: PlaceRanges
  private let familySeed: SampleSeed
  private let memberSeed: SampleSeed
  private let keyWidth: Int

  init(seed: SampleSeed, families: Int, asOf: Day) {
    self.seed = seed
    familyCount = families
    self.asOf = asOf
    order = FamilyOrder(count: families)
    ranges = PlaceRanges(weights: SimingPlaces.weights, count: families)
    familySeed = seed.child("families")
    memberSeed = seed.child("members")
    keyWidth = max(4, String(families).utf8.count)
  }

  func familyKey(_ family: Int) -> Key { Key("F", family + 1, width: keyWidth) }
  func memberKey(_ family: Int, _ member: Int) -> Key {
    Key("M", family + 1, width: keyWidth, part: member + 1)
  }

  /// The ranks of a street's families; `order.family(at:)` gives the families.
  func ranks(street: Int) -> Range<Int> {
    let first = SimingPlaces.firstCommunity
    return ranges.ranks(first[street], through: first[street + 1] - 1)
  }

  func ranks(community: Int) -> Range<Int> { ranges.ranks(community, through: community) }

  /// A family of a street, any of them alike; nothing when nobody lives there.
  func anyFamily(street: Int, _ random: inout SampleRandom) -> Int? {
    let ranks = ranks(street: street)
    guard !ranks.isEmpty else { return nil }
    return order.family(at: ranks.lowerBound + random.below(ranks.count))
  }

  /// Half of the register dates from its first two years, one in twenty is of the last year.
  private func registered(_ family: Int) -> Day {
    let start = Day(2013, 3, 1)
    let second = Day(2015, 1, 5)
    let lastYear = asOf - 364
    let share = family * 1000 / max(1, familyCount)
    switch share {
    case ..<500: return start + (second - start) * share / 500
    case ..<950: return second + (lastYear - second) * (share - 500) / 450
    default: return lastYear + 364 * (share - 949) / 51
    }
  }

  func family(_ number: Int) -> SimingFamily {
    var random = familySeed.stream(number)
    let community = ranges.place(of: order.rank(of: number))
    let registered = registered(number)
    let kind = random.below(100)
    var family = SimingFamily(
      number: number, community: community, registered: registered,
      bereaved: kind < 58, disabledChild: kind >= 56)
    family.communityKnown = !random.chance(2)
    family.chooseHousehold(&random)
    family.isNew = asOf - registered < 365
    let fate = random.below(100)
    if !family.isNew, fate < 8 {
      family.fate = fate < 4 ? .moved : .closed
      let earliest = max(registered + 60, Day(2019, 1, 1))
      family.left = earliest + random.below(max(1, asOf - earliest))
    }
    family.lowIncome = random.chance(14)
    family.illness = random.chance(13)
    family.disabled = random.chance(8)
    family.reach = Reach(percentile: random.below(100))
    return family
  }

  func member(_ family: SimingFamily, _ position: Int) -> SampleMember {
    var random = memberSeed.stream(family.number &* 8 &+ position)
    let role = family.roles[position]
    let age = age(of: role, in: family, &random)
    let headSex: Sex = family.headIsFemale ? .female : .male
    let sex: Sex
    switch role {
    case .head: sex = headSex
    case .spouse: sex = headSex.other
    case .child, .parent, .grandchild: sex = random.chance(50) ? .female : .male
    }
    let born = asOf - age * 1461 / 4 - 1 - random.below(364)
    var member = SampleMember(role: role.term, sex: sex, born: born)
    member.bornKnown = !random.chance(1)
    member.name = name(of: role, in: family, sex: sex, born: born, &random)
    member.chooseHealth(age: age, disabledChild: role == .child && family.disabledChild, &random)
    if family.community == SimingPlaces.qianpuXi, role == .head, random.chance(45) {
      member.becomeHomebound()
    }
    return member
  }

  /// Children carry the name of the family, a couple has two.
  private func name(
    of role: HouseholdRole, in family: SimingFamily, sex: Sex, born: Day,
    _ random: inout SampleRandom
  ) -> PersonName {
    var own = memberSeed.stream(family.number &* 8 &+ 7)
    let surname = role == .spouse ? nil : Surname(&own)
    return PersonName(&random, sex: sex, bornIn: born.year, surname: surname)
  }

  private func age(
    of role: HouseholdRole, in family: SimingFamily, _ random: inout SampleRandom
  ) -> Int {
    switch role {
    case .head: family.headAge
    case .spouse: max(45, family.headAge - 4 + random.below(8))
    case .child: max(14, family.headAge - 25 - random.below(8))
    case .parent: min(97, family.headAge + 22 + random.below(8))
    case .grandchild: max(3, family.headAge - 50 - random.below(6))
    }
  }
}

enum HouseholdRole: Sendable {
  case head, spouse, child, parent, grandchild

  var term: Term {
    switch self {
    case .head: Role.head
    case .spouse: Role.spouse
    case .child: Role.child
    case .parent: Role.parent
    case .grandchild: Role.grandchild
    }
  }
}
