/// The tables of Siming that have a row or more for each family.
struct SimingHouseholds {
  let town: SimingTown
  private let seed: SampleSeed

  init(town: SimingTown) {
    self.town = town
    seed = town.seed.child("households")
  }

  func writeFamilies(_ table: inout TableWriter) throws {
    for number in 0..<town.familyCount {
      let family = town.family(number)
      var random = seed.stream(number)
      table.cell(town.familyKey(number))
      table.cell(town.member(family, 0).name!)
      table.cell(
        family.communityKnown
          ? SimingPlaces.code(community: family.community)
          : SimingPlaces.code(street: family.street))
      table.list(family.tags)
      table.cell(family.registered)
      table.cell(family.status)
      if random.chance(96) { table.phone(&random) } else { table.empty() }
      if random.chance(93) {
        table.joined {
          $0.append(SimingPlaces.communities[family.community].name)
          $0.append("里")
          $0.append(random.within(1...180), width: 1)
          $0.append("号")
          $0.append(random.within(1...7) * 100 + random.within(1...4), width: 3)
          $0.append("室")
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
        table.cell(town.memberKey(number, position))
        table.cell(town.familyKey(number))
        table.cell(member.name!)
        table.cell(member.sex.term)
        table.cell(member.bornKnown ? member.born : nil)
        table.cell(member.role)
        table.list(member.conditions)
        table.cell(member.mobility)
        try table.endRow()
      }
    }
  }

  /// Three teams in most communities. The articles never say what the three are, so they are
  /// counted and nothing else is known of them.
  func writeTeams(_ table: inout TableWriter) throws {
    var row = 0
    for community in SimingPlaces.communities.indices {
      for team in 0..<3 {
        let draw = seed.percentile(community, 10 + team)
        if draw < 7 { continue }
        row += 1
        table.cell(Key("T", row, width: 3))
        table.cell(team + 1)
        table.cell(["队伍一", "队伍二", "队伍三"][team] as StaticString)
        table.cell(SimingPlaces.code(community: community))
        table.cell(Day(2014, 6, 1) + seed.percentile(community, 20 + team) * 18)
        table.cell(draw < 10 ? ended(Day(2025, 12, 31)) : nil)
        table.empty()
        try table.endRow()
      }
    }
  }

  /// Five systems, street by street; a few are not in force yet, one has run out.
  func writeRules(_ table: inout TableWriter) throws {
    var row = 0
    for street in SimingPlaces.streets.indices {
      for rule in 0..<5 {
        let draw = seed.percentile(street, 30 + rule)
        if draw < 9 { continue }
        row += 1
        table.cell(Key("R", row, width: 2))
        table.cell(rule + 1)
        table.cell(["制度一", "制度二", "制度三", "制度四", "制度五"][rule] as StaticString)
        table.cell(SimingPlaces.code(street: street))
        table.cell(Day(2014, 1, 1) + seed.percentile(street, 40 + rule) * 20)
        table.cell(draw < 13 ? ended(Day(2026, 6, 30)) : nil)
        table.empty()
        try table.endRow()
      }
    }
  }

  /// Nothing for a day that has not come.
  private func ended(_ day: Day) -> Day? { day <= town.asOf ? day : nil }

  /// Which of the six small groups a family of 开元 belongs to, the first one its favourite.
  func groups(of family: SimingFamily) -> [Int] {
    guard family.street == SimingPlaces.kaiyuan else { return [] }
    guard family.reach == .usual || family.reach == .often else { return [] }
    var random = seed.stream(family.number &+ 7_000_000)
    let draw = random.below(100)
    let count = draw < 38 ? 0 : draw < 78 ? 1 : draw < 94 ? 2 : 3
    let first = random.below(6)
    return (0..<count).map { (first + $0 * 2 + $0 / 2) % 6 }
  }

  func writeEnrolments(_ table: inout TableWriter) throws {
    var row = 0
    for rank in town.ranks(street: SimingPlaces.kaiyuan) {
      let family = town.family(town.order.family(at: rank))
      for (position, group) in groups(of: family).enumerated() {
        var random = seed.stream(family.number &* 4 &+ position &+ 9_000_000)
        let earliest = max(family.registered + 30, Day(2019, 3, 1))
        guard earliest < town.asOf - 30 else { continue }
        let joined = earliest + random.below(max(1, min(1400, town.asOf - 20 - earliest)))
        if let gone = family.left, gone <= joined { continue }
        let left = family.left ?? (random.chance(14) ? joined + 30 + random.below(600) : nil)
        row += 1
        table.cell(Key("E", row, width: 4))
        table.cell(SmallGroup.all[group])
        table.cell(town.familyKey(family.number))
        table.cell(joined)
        table.cell(left.flatMap { $0 <= town.asOf ? $0 : nil })
        try table.endRow()
      }
    }
  }

  /// Home visits of 情暖梧家 that find out what a family needs: most of 文屏, some of 梧村, each
  /// year from February to September.
  func writeAssessments(_ table: inout TableWriter) throws {
    guard town.asOf.year >= 2024 else { return }
    var row = 0
    let ranks = town.ranks(street: SimingPlaces.wucun)
    for year in 2024...town.asOf.year {
      for offset in 0..<230 {
        let day = Day(year, 2, 20) + offset
        guard day <= town.asOf else { break }
        for rank in stride(from: ranks.lowerBound + offset, to: ranks.upperBound, by: 230) {
          let family = town.family(town.order.family(at: rank))
          let percent = family.community == SimingPlaces.wenping ? 84 : 38
          guard family.isActive(on: day),
            seed.percentile(family.number, 100 + year) < percent
          else { continue }
          row += 1
          try assessment(&table, row, family, day)
        }
      }
    }
  }

  private func assessment(
    _ table: inout TableWriter, _ row: Int, _ family: SimingFamily, _ day: Day
  ) throws {
    var random = seed.stream(row &+ 11_000_000)
    table.cell(Key("A", row, width: 4))
    table.cell(town.familyKey(family.number))
    table.cell(SimingPrograms.key(SimingPrograms.gathered))
    table.cell(day)
    let strain = random.below(60) + (family.illness ? 25 : 0) + (family.livingAlone ? 15 : 0)
    table.cell(strain < 45 ? Assessed.stable : strain < 75 ? Assessed.watch : Assessed.support)
    table.cell(random.chance(94) ? 100 - strain : nil)
    try table.endRow()
  }
}

/// What a home visit found.
private enum Assessed {
  static let stable = Term("stable", "平稳")
  static let watch = Term("watch", "需关注")
  static let support = Term("support", "需支持")
}

extension TableWriter {
  /// A number of eleven digits whose middle ones are zeros, so that it rings nowhere.
  mutating func phone(_ random: inout SampleRandom) {
    let prefix: StaticString = random.pick(["138", "139", "136", "159", "187"])
    let digits = random.below(10_000)
    joined {
      $0.append(prefix)
      $0.append("0000")
      $0.append(digits, width: 4)
    }
  }
}
