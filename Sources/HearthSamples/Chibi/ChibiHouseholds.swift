/// The tables of Chibi that follow its families: who they are, who is how old, who needs what.
struct ChibiHouseholds {
  let town: ChibiTown
  private let seed: SampleSeed

  init(town: ChibiTown) {
    self.town = town
    seed = town.seed.child("households")
  }

  func writeFamilies(_ table: inout TableWriter) throws {
    for number in 0..<town.familyCount {
      let family = town.family(number)
      var random = seed.stream(number)
      table.cell(town.familyKey(number))
      table.cell(town.member(family, 0).name!)
      table.cell(ChibiPlaces.code(family.community))
      table.list(family.tags)
      table.cell(family.registered)
      table.cell(
        family.left == nil ? Word.active : random.chance(55) ? Word.moved : Word.closed)
      if random.chance(92) { table.phone(&random) } else { table.empty() }
      if random.chance(88) {
        table.joined {
          $0.append(ChibiPlaces.names[family.community])
          $0.append("小区")
          $0.append(random.within(1...48), width: 1)
          $0.append("栋")
          $0.append(random.within(1...6) * 100 + random.within(1...4), width: 3)
          $0.append("号")
        }
      } else {
        table.empty()
      }
      try table.endRow()
    }
  }

  func writeMembers(_ table: inout TableWriter) throws {
    for number in 0..<town.familyCount {
      let family = town.family(number)
      for position in family.roles.indices {
        let member = town.member(family, position)
        let isLeftBehind = town.isChildLeftBehind(family, position)
        table.cell(town.memberKey(number, position))
        table.cell(town.familyKey(number))
        table.cell(member.name!)
        table.cell(member.sex.term)
        table.cell(member.born)
        table.cell(member.role)
        table.list(member.conditions)
        table.cell(member.mobility)
        table.cell(isLeftBehind)
        try guardian(&table, isLeftBehind ? family : nil)
        try table.endRow()
      }
    }
  }

  /// Who looks after a child left behind; of one in seven families it was never written down.
  private func guardian(_ table: inout TableWriter, _ family: ChibiFamily?) throws {
    guard let family, seed.percentile(family.number, 3) >= 14 else {
      table.empty()
      table.empty()
      return
    }
    table.cell(town.member(family, 0).name!)
    switch family.household {
    case .leftBehind(_, true): table.cell(Term("grandparents", "祖父母"))
    case .leftBehind, .grown, .elderAlone, .elderCouple, .nuclear, .threeGenerations:
      table.cell(family.headIsFemale ? Term("mother", "母亲") : Term("father", "父亲"))
    }
  }

  /// Check-ups by 蒲纺医院 of people of 65 and more: most of 桃花坪, few elsewhere.
  func writeCheckups(_ table: inout TableWriter) throws {
    guard town.asOf.year >= 2024 else { return }
    var row = 0
    let length = 300
    for year in 2024...town.asOf.year {
      for offset in 0..<length {
        let day = Day(year, 1, 8) + offset
        guard day <= town.asOf else { break }
        for number in stride(from: offset, to: town.familyCount, by: length) {
          let family = town.family(number)
          guard family.isActive(on: day) else { continue }
          let percent = family.community == ChibiPlaces.peach ? 74 : 30
          for position in family.roles.indices
          where seed.percentile(number &* 8 &+ position, year) < percent {
            guard town.member(family, position).born.years(until: day) >= 65 else { continue }
            row += 1
            table.cell(Key("X", row, width: 4))
            table.cell(town.memberKey(number, position))
            table.cell(day)
            table.cell(ChibiOrganizations.key(ChibiOrganizations.hospital))
            table.cell(day + 365)
            try table.endRow()
          }
        }
      }
    }
  }

  /// Old people of 桃花坪 in the beds of the centre; nobody lies in two at a time, because each
  /// bed has its own people.
  func writeStays(_ table: inout TableWriter) throws {
    let elders = elders()
    let beds = ChibiVenues.dayCareBeds + ChibiVenues.flatBeds
    var row = 0
    for bed in 0..<beds {
      let isDayCare = bed < ChibiVenues.dayCareBeds
      var random = seed.stream(21_000_000 + bed)
      let people = Array(stride(from: bed, to: elders.count, by: beds))
      guard !people.isEmpty else { continue }
      var day = Day(2024, 1, 2) + random.below(isDayCare ? 20 : 260)
      var turn = 0
      while day <= town.asOf {
        let elder = elders[people[turn % people.count]]
        turn += 1
        let length = isDayCare ? random.within(12...75) : random.within(120...520)
        let last = day + length
        row += 1
        table.cell(Key("ST", row, width: 4))
        table.cell(ChibiVenues.key(isDayCare ? ChibiVenues.dayCare : ChibiVenues.flats))
        table.cell(town.memberKey(elder.family, elder.member))
        table.cell(day)
        table.cell(last <= town.asOf ? last : nil)
        try table.endRow()
        let gap = isDayCare ? (random.chance(60) ? 1 : random.within(2...9)) : random.within(2...50)
        day = last + gap
      }
    }
  }

  /// At most 300 people of 65 and more.
  private func elders() -> [(family: Int, member: Int)] {
    var elders: [(Int, Int)] = []
    for place in 0..<min(400, town.ranks(ChibiPlaces.peach).count) {
      let family = town.family(ChibiPlaces.peach, at: place)
      guard family.left == nil else { continue }
      for position in family.roles.indices
      where town.member(family, position).born.years(until: Day(2024, 1, 2)) >= 65 {
        elders.append((family.number, position))
      }
    }
    return Array(elders.prefix(300))
  }

  /// Who belongs to which of the eleven groups; the hardest lots are few.
  func writeGroupMembers(_ table: inout TableWriter) throws {
    var row = 0
    for number in 0..<town.familyCount {
      let family = town.family(number)
      guard family.left == nil else { continue }
      for position in family.roles.indices {
        for group in groups(of: family, position) {
          row += 1
          table.cell(Key("GM", row, width: 4))
          table.cell(ChibiGroups.key(group))
          table.cell(town.memberKey(number, position))
          try table.endRow()
        }
      }
    }
  }

  private func groups(of family: ChibiFamily, _ position: Int) -> [Int] {
    let age = town.member(family, position).born.years(until: town.asOf)
    let draw = seed.percentile(family.number &* 8 &+ position, 31)
    let rare = family.number % 131
    var groups: [Int] = []
    if age >= 65, draw < 70 { groups.append(ChibiGroups.elders) }
    if age < 15, draw < 80 { groups.append(ChibiGroups.children) }
    if position == 0, family.isDisabled { groups.append(ChibiGroups.disabled) }
    if position == 0, family.isPoor { groups.append(ChibiGroups.poor) }
    if (18..<60).contains(age) {
      if draw < 6 { groups.append(ChibiGroups.unemployed) }
      if (40..<52).contains(draw) { groups.append(ChibiGroups.migrants) }
      if (60..<72).contains(draw) { groups.append(ChibiGroups.women) }
      if position == 0, rare == 17 { groups.append(ChibiGroups.mentallyIll) }
      if position == 0, rare == 53 { groups.append(ChibiGroups.corrected) }
    }
    if (12..<18).contains(age), rare % 45 == 20 { groups.append(ChibiGroups.troubled) }
    if age < 18, rare == 29 || rare == 71 { groups.append(ChibiGroups.childrenOfPrisoners) }
    return groups
  }
}

/// The eleven groups of people whom the city names.
enum ChibiGroups {
  static let elders = 0
  static let women = 1
  static let children = 2
  static let disabled = 3
  static let unemployed = 4
  static let migrants = 5
  static let childrenOfPrisoners = 6
  static let poor = 7
  static let mentallyIll = 8
  static let troubled = 9
  static let corrected = 10

  static let names: [StaticString] = [
    "老年人", "妇女", "儿童", "残疾人", "失业人员", "农民工", "服刑人员未成年子女", "困难家庭",
    "严重精神障碍患者", "有不良行为青少年", "社区矫正人员",
  ]
  /// Which organisations serve which group; three groups have none.
  static let served: [(group: Int, organization: Int)] = [
    (elders, 4), (elders, 5), (elders, 2), (women, 1), (women, 7), (children, 0), (children, 1),
    (disabled, 2), (disabled, 9), (unemployed, 8), (migrants, 8), (poor, 2), (poor, 3),
    (mentallyIll, 5), (corrected, 6),
  ]

  static func key(_ group: Int) -> Key { Key("G", group + 1, width: 2) }
}
