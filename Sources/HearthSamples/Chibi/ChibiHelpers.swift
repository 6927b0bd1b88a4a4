/// Volunteers of the three communities and whom they look after.
struct ChibiHelpers: Sendable {
  let town: ChibiTown
  private let seed: SampleSeed

  /// 六米桥 has over a hundred; the first three of it are the exemplars.
  static let bridgeCount = 112
  static let exemplarMother = 1
  static let motherCount = 18
  static let osmanthusCount = 24
  static let peachCount = 26
  static let count = bridgeCount + osmanthusCount + peachCount
  /// Children left behind who have a volunteer mother, of 74.
  static let pairedChildren = 20

  init(town: ChibiTown) {
    self.town = town
    seed = town.seed.child("volunteers")
  }

  static func key(_ volunteer: Int) -> Key { Key("V", volunteer + 1, width: 3) }

  static func community(of volunteer: Int) -> Int {
    volunteer < bridgeCount
      ? ChibiPlaces.bridge
      : volunteer < bridgeCount + osmanthusCount ? ChibiPlaces.osmanthus : ChibiPlaces.peach
  }

  static func any(of community: Int, _ random: inout SampleRandom) -> Int {
    switch community {
    case ChibiPlaces.bridge: random.below(bridgeCount)
    case ChibiPlaces.osmanthus: bridgeCount + random.below(osmanthusCount)
    default: bridgeCount + osmanthusCount + random.below(peachCount)
    }
  }

  func since(_ volunteer: Int) -> Day {
    switch volunteer {
    case 0: return Day(2016, 5, 15)
    case ChibiHelpers.exemplarMother: return Day(2015, 3, 8)
    case 2: return Day(2015, 6, 1)
    default: break
    }
    var random = seed.stream(volunteer)
    let first = random.chance(12) ? Day(2014, 3, 5) : Day(2017, 3, 5)
    return first + random.below(max(1, Day(2024, 1, 1) - first))
  }

  private func isMother(_ volunteer: Int) -> Bool {
    let mothers = ChibiHelpers.bridgeCount..<ChibiHelpers.bridgeCount + ChibiHelpers.motherCount
    return volunteer == ChibiHelpers.exemplarMother || mothers.contains(volunteer)
  }

  private func kind(_ volunteer: Int) -> Term {
    if isMother(volunteer) { return Term("mother", "爱心妈妈") }
    if volunteer == 2 || volunteer % 17 == 9 { return Term("culture", "文化志愿者") }
    return volunteer % 23 == 7
      ? Term("professional", "专业志愿者") : Term("community", "社区志愿者")
  }

  func writeVolunteers(_ table: inout TableWriter) throws {
    for volunteer in 0..<ChibiHelpers.count {
      var random = seed.stream(1000 + volunteer)
      let isWoman = volunteer < 3 || isMother(volunteer) || random.chance(58)
      table.cell(ChibiHelpers.key(volunteer))
      table.cell(
        PersonName(
          &random, sex: isWoman ? .female : .male, bornIn: 1955 + random.below(40)))
      table.cell(ChibiPlaces.code(ChibiHelpers.community(of: volunteer)))
      table.cell(kind(volunteer))
      table.empty()
      table.cell(since(volunteer))
      table.cell(random.within(1...3))
      table.cell(volunteer < 3)
      try table.endRow()
    }
  }

  func writePairings(_ table: inout TableWriter) throws {
    var rows = PairingRows(town: town)
    try writeGrown(&table, &rows)
    try writeMothers(&table, &rows)
    for community in [ChibiPlaces.bridge, ChibiPlaces.peach] {
      try writeVisits(&table, &rows, community)
    }
  }

  /// The five whom one volunteer mother looked after until they were grown up.
  private func writeGrown(_ table: inout TableWriter, _ rows: inout PairingRows) throws {
    let count = min(ChibiTown.grownFamilies, town.ranks(ChibiPlaces.bridge).count)
    for place in 0..<count {
      let family = town.family(ChibiPlaces.bridge, at: place)
      let outcome =
        place % 2 == 0 ? Term("university", "升入大学") : Term("working", "参加工作")
      try rows.add(
        &table, ChibiHelpers.exemplarMother, family, 1, PairingRows.mother,
        since: Day(2015, 4 + place, 12), until: min(Day(2021 + place, 8, 31), town.asOf),
        outcome: outcome)
    }
  }

  /// Exactly 20 of the 74 have a volunteer mother today; some others had one.
  private func writeMothers(_ table: inout TableWriter, _ rows: inout PairingRows) throws {
    let children = town.leftBehindChildren()
    let paired = ChibiHelpers.pairedChildren
    var mother = 0
    for (position, child) in children.enumerated() {
      var random = seed.stream(4000 + position)
      let isPaired = (position + 1) * paired / 74 > position * paired / 74
      let current = ChibiHelpers.bridgeCount + mother % ChibiHelpers.motherCount
      let other = ChibiHelpers.bridgeCount + (mother + 7) % ChibiHelpers.motherCount
      let begin = max(
        Day(2024, 2, 1) + random.below(700), town.member(child.family, child.member).born + 40)
      let had = isPaired ? mother % 4 == 1 : position % 9 == 4
      if had {
        // It ended before the one that may follow begins.
        let since = max(
          Day(2022, 5, 12), child.family.registered + 20,
          town.member(child.family, child.member).born + 20)
        let until = Day(2023, 12, 31)
        if since < until {
          try rows.add(
            &table, other, child.family, child.member, PairingRows.mother, since: since,
            until: until)
        }
      }
      if isPaired {
        mother += 1
        try rows.add(
          &table, current, child.family, child.member, PairingRows.mother,
          since: min(begin, town.asOf))
      }
    }
  }

  private func writeVisits(
    _ table: inout TableWriter, _ rows: inout PairingRows, _ community: Int
  ) throws {
    let families = town.ranks(community).count
    for place in stride(from: 6, to: families, by: 4) {
      let family = town.family(community, at: place)
      var random = seed.stream(6000 + community * 100_000_000 + place)
      guard !family.tags.isEmpty, family.left == nil else { continue }
      let volunteer = ChibiHelpers.any(of: community, &random)
      let since = max(family.registered, max(since(volunteer), Day(2022, 3, 5))) + 10
      let length = 90 + random.below(600)
      guard since <= town.asOf else { continue }
      let ended = random.chance(25) && since + length <= town.asOf
      try rows.add(
        &table, volunteer, family, 0, PairingRows.visiting, since: since,
        until: ended ? since + length : nil)
    }
  }
}

/// Numbers the rows of the pairings.
private struct PairingRows {
  let town: ChibiTown
  private var number = 0

  static let mother = Term("mother", "爱心妈妈")
  static let visiting = Term("visiting", "探访陪伴")

  init(town: ChibiTown) { self.town = town }

  mutating func add(
    _ table: inout TableWriter, _ volunteer: Int, _ family: ChibiFamily, _ member: Int,
    _ kind: Term, since: Day, until: Day? = nil, outcome: Term? = nil
  ) throws {
    number += 1
    table.cell(Key("J", number, width: 4))
    table.cell(ChibiHelpers.key(volunteer))
    table.cell(town.familyKey(family.number))
    table.cell(town.memberKey(family.number, member))
    table.cell(kind)
    table.cell(since)
    table.cell(until)
    table.cell(outcome)
    try table.endRow()
  }
}
