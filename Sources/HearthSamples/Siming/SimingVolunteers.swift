/// Who helps in Siming: 54 clients who became peers, and neighbours who are no clients.
struct SimingVolunteers: Sendable {
  struct Peer: Sendable {
    let family: Int
    let street: Int
    let since: Day
  }

  /// In the order of their numbers; fewer than 54 only where there are too few families.
  let peers: [Peer]
  /// Volunteers who are no clients, spread over the streets one after the other.
  let neighbourCount: Int
  private let peersOfStreet: [[Int]]
  private let town: SimingTown
  private let seed: SampleSeed

  static let peerCount = 54

  init(town: SimingTown) {
    self.town = town
    seed = town.seed.child("volunteers")
    var peers: [Peer] = []
    var next = 0
    for position in 0..<SimingVolunteers.peerCount {
      // Those of the last years are too new to help others.
      let oldFamilies = town.familyCount * 3 / 4
      let block = oldFamilies / SimingVolunteers.peerCount
      var draw = seed.stream(9000 + position)
      next = max(
        next, position * oldFamilies / SimingVolunteers.peerCount + draw.below(block / 2))
      while next < town.familyCount {
        let family = town.family(next)
        next += 1
        if SimingVolunteers.canHelp(family, town.asOf) {
          var random = seed.stream(position)
          let since = SimingVolunteers.since(family, town.asOf, &random)
          peers.append(Peer(family: family.number, street: family.street, since: since))
          break
        }
      }
    }
    self.peers = peers
    peersOfStreet = SimingPlaces.streets.indices.map { street in
      peers.indices.filter { peers[$0].street == street }
    }
    neighbourCount = town.familyCount * 46 / 1200
  }

  private static func canHelp(_ family: SimingFamily, _ asOf: Day) -> Bool {
    let wellKnown = family.reach == .usual || family.reach == .often
    return wellKnown && family.fate == .active && !family.isNew && family.headAge < 76
      && !family.illness && family.registered <= asOf - 1400
  }

  /// Two in five began to help after they had been helped for a while.
  private static func since(
    _ family: SimingFamily, _ asOf: Day, _ random: inout SampleRandom
  ) -> Day {
    let earliest = max(family.registered + 200, Day(2016, 3, 5))
    let register = Day(2023, 5, 4)
    if random.chance(40) || earliest >= register {
      let first = max(earliest, register)
      return first + random.below(max(1, asOf - 30 - first))
    }
    return earliest + random.below(register - earliest)
  }

  var count: Int { peers.count + neighbourCount }

  func key(_ volunteer: Int) -> Key { Key("V", volunteer + 1, width: 3) }

  func street(of volunteer: Int) -> Int {
    volunteer < peers.count
      ? peers[volunteer].street : (volunteer - peers.count) % SimingPlaces.streets.count
  }

  func since(_ volunteer: Int) -> Day {
    if volunteer < peers.count { return peers[volunteer].since }
    var random = seed.stream(1000 + volunteer)
    let first = Day(2017, 3, 5)
    return first + random.below(max(1, town.asOf - 90 - first))
  }

  /// A volunteer of the street who helps on that day, if a few draws find one.
  func helper(street: Int, on day: Day, not family: Int, _ random: inout SampleRandom) -> Int? {
    let own = peersOfStreet[street]
    let streets = SimingPlaces.streets.count
    let neighbours = max(0, (neighbourCount - street + streets - 1) / streets)
    guard own.count + neighbours > 0 else { return nil }
    for _ in 0..<3 {
      let draw = random.below(own.count + neighbours)
      let volunteer =
        draw < own.count ? own[draw] : peers.count + street + (draw - own.count) * streets
      let isSelf = volunteer < peers.count && peers[volunteer].family == family
      if !isSelf, since(volunteer) <= day { return volunteer }
    }
    return nil
  }

  func writeVolunteers(_ table: inout TableWriter) throws {
    for volunteer in 0..<count {
      var random = seed.stream(2000 + volunteer)
      table.cell(key(volunteer))
      if volunteer < peers.count {
        let family = town.family(peers[volunteer].family)
        table.cell(town.member(family, 0).name!)
        table.cell(SimingPlaces.code(community: family.community))
        table.cell(Term("peer", "同伴志愿者"))
        table.cell(town.familyKey(family.number))
      } else {
        let sex: Sex = random.chance(64) ? .female : .male
        table.cell(PersonName(&random, sex: sex, bornIn: 1950 + random.below(50)))
        let street = street(of: volunteer)
        let communities =
          SimingPlaces.firstCommunity[street]..<SimingPlaces.firstCommunity[street + 1]
        table.cell(
          SimingPlaces.code(community: communities.lowerBound + random.below(communities.count)))
        let professional = random.chance(15)
        table.cell(
          professional ? Term("professional", "专业志愿者") : Term("community", "社区志愿者"))
        table.empty()
      }
      table.cell(since(volunteer))
      table.cell(random.within(1...4))
      try table.endRow()
    }
  }

  /// Peers look after families of their street who are old and alone, ill or new; a quarter of the
  /// pairings have ended, and not every family that was left found another.
  func writePairings(_ table: inout TableWriter) throws {
    var taken: Set<Int> = []
    var number = 0
    for volunteer in 0..<count {
      var random = seed.stream(5000 + volunteer)
      let isPeer = volunteer < peers.count
      let pairings = isPeer ? [0, 1, 1, 2, 2, 3, 2, 4][random.below(8)] : random.chance(30) ? 1 : 0
      for _ in 0..<pairings {
        guard let family = ward(of: volunteer, taken, &random) else { continue }
        taken.insert(family.number)
        let earliest = max(since(volunteer), family.registered) + 7
        guard earliest < town.asOf - 20 else { continue }
        let begin = earliest + random.below(max(1, min(700, town.asOf - 10 - earliest)))
        let latest = min(town.asOf, family.left ?? town.asOf)
        let ended = family.left != nil || random.chance(24)
        let end = ended ? begin + random.below(max(1, latest - begin)) : nil
        guard end.map({ $0 >= begin }) ?? true, begin <= latest else { continue }
        number += 1
        try row(&table, number, volunteer, family, begin, end)
        if let end, family.left == nil, random.chance(35),
          let other = helper(
            street: family.street, on: end, not: family.number, &random), other != volunteer
        {
          number += 1
          try row(&table, number, other, family, min(end + 14, town.asOf), nil)
        }
      }
    }
  }

  private func ward(
    of volunteer: Int, _ taken: Set<Int>, _ random: inout SampleRandom
  ) -> SimingFamily? {
    let own = volunteer < peers.count ? peers[volunteer].family : -1
    for _ in 0..<60 {
      guard let number = town.anyFamily(street: street(of: volunteer), &random) else { return nil }
      let family = town.family(number)
      if family.isPriority, number != own, !taken.contains(number), family.reach != .never {
        return family
      }
    }
    return nil
  }

  private func row(
    _ table: inout TableWriter, _ number: Int, _ volunteer: Int, _ family: SimingFamily,
    _ since: Day, _ until: Day?
  ) throws {
    table.cell(Key("J", number, width: 4))
    table.cell(key(volunteer))
    table.cell(town.familyKey(family.number))
    table.cell(town.memberKey(family.number, 0))
    table.cell(
      volunteer < peers.count ? Term("peer", "同伴关怀") : Term("visiting", "探访陪伴"))
    table.cell(since)
    table.cell(until)
    try table.endRow()
  }
}
