/// The services of Siming since 2023 in the order of their days: people who came to sessions,
/// rounds of visits to everybody, and what single families asked for.
struct SimingServices {
  private let town: SimingTown
  private let volunteers: SimingVolunteers
  private let sessions: [SimingSession]
  private let seed: SampleSeed
  private let keyWidth: Int
  /// Families by the small group that they belong to.
  private let enrolled: [[Int32]]
  private var number = 0

  /// About how many services there will be.
  static func expected(families: Int) -> Int { families * 21 / 2 }

  init(town: SimingTown, volunteers: SimingVolunteers, sessions: [SimingSession]) {
    self.town = town
    self.volunteers = volunteers
    self.sessions = sessions
    seed = town.seed.child("services")
    keyWidth = max(5, String(SimingServices.expected(families: town.familyCount)).utf8.count)
    let households = SimingHouseholds(town: town)
    var enrolled = [[Int32]](repeating: [], count: SmallGroup.all.count)
    for rank in town.ranks(street: SimingPlaces.kaiyuan) {
      let family = town.family(town.order.family(at: rank))
      for group in households.groups(of: family) { enrolled[group].append(Int32(family.number)) }
    }
    self.enrolled = enrolled
  }

  mutating func write(_ table: inout TableWriter) throws {
    let start = SimingCalendar.start
    guard town.asOf >= start, town.familyCount > 0 else { return }
    let rounds = SimingRound.all(through: town.asOf.year)
    var requests = SimingRequest.all.map { PendingRequest($0) }
    var session = 0
    for number in start.number...town.asOf.number {
      let day = Day(number: number)
      var random = seed.stream(number)
      while session < sessions.count, sessions[session].day == day {
        try attend(&table, session, &random)
        session += 1
      }
      for round in rounds where round.days(from: day) != nil {
        try visit(&table, round, day, &random)
      }
      for position in requests.indices {
        requests[position].advance(to: day, families: town.familyCount, &random)
        while requests[position].take() {
          try answer(&table, requests[position].request, day, &random)
        }
      }
    }
  }

  // MARK: Sessions

  private mutating func attend(
    _ table: inout TableWriter, _ position: Int, _ random: inout SampleRandom
  ) throws {
    let session = sessions[position]
    let shape = SimingShape.of(session)
    if let share = session.share {
      for rank in town.ranks(street: session.street) {
        let family = town.family(town.order.family(at: rank))
        if random.below(10_000) < share * family.reach.percent, family.isActive(on: session.day) {
          try row(&table, family, session.program, shape, session.day, position, &random)
        }
      }
      return
    }
    if let group = session.group {
      let pool = enrolled[group]
      try each(of: pool.count, session, &random) { this, index, random in
        try this.comes(&table, Int(pool[index]), position, shape, &random)
      }
      return
    }
    let ranks = town.ranks(street: session.street)
    try each(of: ranks.count, session, &random) { this, index, random in
      let family = this.town.order.family(at: ranks.lowerBound + index)
      try this.comes(&table, family, position, shape, &random)
    }
  }

  /// Different positions out of `count`, evenly spread from a random one, as many as turn up.
  private mutating func each(
    of count: Int, _ session: SimingSession, _ random: inout SampleRandom,
    _ body: (inout SimingServices, Int, inout SampleRandom) throws -> Void
  ) throws {
    guard count > 0 else { return }
    let mean = session.turnout * town.familyCount * 9 / 5
    let people = max(1, (mean * (70 + random.below(61)) / 100 + 600) / 1200)
    let wanted = min(count, people)
    let start = random.below(count)
    let step = max(1, count / wanted)
    let before = number
    for turn in 0..<wanted { try body(&self, (start + turn * step) % count, &random) }
    // Somebody always comes, if anybody can.
    for turn in 0..<min(count, 40) where number == before {
      try body(&self, (start + turn) % count, &random)
    }
  }

  private mutating func comes(
    _ table: inout TableWriter, _ number: Int, _ position: Int, _ shape: ServiceShape,
    _ random: inout SampleRandom
  ) throws {
    let family = town.family(number)
    let session = sessions[position]
    guard family.isActive(on: session.day), random.chance(family.reach.sociable) else { return }
    try row(&table, family, session.program, shape, session.day, position, &random)
  }

  // MARK: Rounds

  /// One day of a round: the families whose number leaves the day's remainder.
  private mutating func visit(
    _ table: inout TableWriter, _ round: SimingRound, _ day: Day, _ random: inout SampleRandom
  ) throws {
    guard let slot = round.days(from: day) else { return }
    for number in stride(from: slot, to: town.familyCount, by: round.length) {
      let family = town.family(number)
      guard round.includes(family), family.isActive(on: day) else { continue }
      let percent = round.percent[family.street] * family.reach.percent
      if random.below(10_000) < percent {
        let program = round.program ?? SimingPrograms.everyday + family.street
        try row(&table, family, program, round.shape, day, nil, &random)
      }
    }
  }

  // MARK: Requests

  private mutating func answer(
    _ table: inout TableWriter, _ request: SimingRequest, _ day: Day,
    _ random: inout SampleRandom
  ) throws {
    for _ in 0..<8 {
      let number: Int
      if let community = request.community {
        let ranks = town.ranks(community: community)
        guard !ranks.isEmpty else { return }
        number = town.order.family(at: ranks.lowerBound + random.below(ranks.count))
      } else if let street = request.street {
        guard let any = town.anyFamily(street: street, &random) else { return }
        number = any
      } else {
        number = random.below(town.familyCount)
      }
      let family = town.family(number)
      guard family.isActive(on: day) else { continue }
      let ready = request.atDistance && family.reach == .byPhone ? 100 : family.reach.readiness
      guard random.chance(ready), request.suits(family, town, &random) else { continue }
      let program = request.program ?? SimingPrograms.everyday + family.street
      try row(&table, family, program, request.shape(&random), day, nil, &random)
      return
    }
  }

  // MARK: Rows

  private mutating func row(
    _ table: inout TableWriter, _ family: SimingFamily, _ program: Int, _ shape: ServiceShape,
    _ day: Day, _ session: Int?, _ random: inout SampleRandom
  ) throws {
    number += 1
    table.cell(Key("S", number, width: keyWidth))
    table.cell(town.familyKey(family.number))
    let members = min(2, family.roles.count)
    table.cell(
      random.chance(86) ? town.memberKey(family.number, random.below(members)) : nil)
    table.cell(SimingPrograms.key(program))
    table.cell(shape.line)
    table.cell(shape.kind)
    table.cell(shape.tier)
    table.cell(day)
    table.cell(shape.mode)
    table.cell(session.map { SimingVenues.key(sessions[$0].venue) })
    table.cell(volunteer(family, shape, day, &random))
    table.cell(SimingPrograms.all[program].organization.map(SimingOrganizations.key))
    table.cell(
      random.chance(96) ? shape.minutes.0 + random.below(shape.minutes.1 + 1) * 5 : nil)
    table.money(shape.yuan.map { ($0.0 + random.below($0.1 + 1) * 10) * 100 })
    table.cell(random.chance(shape.rated) ? random.weighted([1, 2, 7, 34, 56]) + 1 : nil)
    table.cell(session.map(SimingCalendar.key))
    table.cell(shape.fund)
    try table.endRow()
  }

  private func volunteer(
    _ family: SimingFamily, _ shape: ServiceShape, _ day: Day, _ random: inout SampleRandom
  ) -> Key? {
    guard shape.helped else { return nil }
    let helper = volunteers.helper(
      street: family.street, on: day, not: family.number, &random)
    return helper.map(volunteers.key)
  }
}
