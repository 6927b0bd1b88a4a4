/// Who brings a service, and what it is for.
struct ChibiHelp: Sendable {
  enum Provider: Sendable {
    case counsellor, socialWorker, volunteer

    var term: Term {
      switch self {
      case .counsellor: Term("counsellor", "心理辅导老师")
      case .socialWorker: Term("social_worker", "社工")
      case .volunteer: Term("volunteer", "志愿者")
      }
    }
  }

  static let living = Term("living", "生活关心")
  static let spiritual = Term("spiritual", "心灵抚慰")
  static let material = Term("material", "物质资助")

  let shape: ServiceShape
  let provider: Provider
  let support: Term
}

/// The services of Chibi since 2024 in the order of their days.
struct ChibiServices {
  private let town: ChibiTown
  private let sessions: [ChibiSession]
  private let children: [(family: ChibiFamily, member: Int)]
  private let seed: SampleSeed
  private let keyWidth: Int
  private var number = 0

  static func expected(families: Int) -> Int { families * 9 }

  init(town: ChibiTown, sessions: [ChibiSession]) {
    self.town = town
    self.sessions = sessions
    children = town.leftBehindChildren()
    seed = town.seed.child("services")
    keyWidth = max(5, String(ChibiServices.expected(families: town.familyCount)).utf8.count)
  }

  mutating func write(_ table: inout TableWriter) throws {
    guard town.asOf >= ChibiCalendar.start, town.familyCount > 0 else { return }
    var requests = ChibiRequest.all.map { PendingChibiRequest(request: $0) }
    var session = 0
    for number in ChibiCalendar.start.number...town.asOf.number {
      let day = Day(number: number)
      var random = seed.stream(number)
      while session < sessions.count, sessions[session].day == day {
        if let course = sessions[session].course {
          try teach(&table, session, course, &random)
        }
        session += 1
      }
      try visitElders(&table, day, &random)
      for position in requests.indices {
        requests[position].advance(to: day, families: town.familyCount)
        while requests[position].take() {
          try answer(&table, requests[position].request, day, &random)
        }
      }
    }
  }

  /// How a child is reached: a tenth never comes, a tenth gets things and nothing else.
  private func reach(_ family: ChibiFamily) -> Int { seed.percentile(family.number, 17) }

  private mutating func teach(
    _ table: inout TableWriter, _ position: Int, _ course: Int, _ random: inout SampleRandom
  ) throws {
    let session = sessions[position]
    for (family, member) in children where reach(family) >= 20 && random.chance(20) {
      let age = town.member(family, member).born.years(until: session.day)
      guard age >= 5, family.isActive(on: session.day) else { continue }
      let help = ChibiHelp(
        shape: ChibiShape.course, provider: course == 0 ? .counsellor : .volunteer,
        support: course == 0 ? ChibiHelp.spiritual : ChibiHelp.living)
      try row(
        &table, family, member, ChibiPrograms.sunday, help, session.day, position, &random)
    }
  }

  /// Old people of 桃花坪 who live alone are visited around the double ninth.
  private mutating func visitElders(
    _ table: inout TableWriter, _ day: Day, _ random: inout SampleRandom
  ) throws {
    let (year, month, number) = day.components
    guard month == 10, number >= 8, number <= 25, year >= 2025 else { return }
    let length = 18
    for place in stride(
      from: number - 8, to: town.ranks(ChibiPlaces.peach).count, by: length)
    {
      let family = town.family(ChibiPlaces.peach, at: place)
      guard family.household.isElder, family.isActive(on: day), random.chance(76) else { continue }
      let help = ChibiHelp(
        shape: ChibiShape.visit, provider: .socialWorker, support: ChibiHelp.spiritual)
      try row(&table, family, 0, ChibiPrograms.homeCare, help, day, nil, &random)
    }
  }

  private mutating func answer(
    _ table: inout TableWriter, _ request: ChibiRequest, _ day: Day,
    _ random: inout SampleRandom
  ) throws {
    for _ in 0..<6 {
      if request.forChildren {
        guard !children.isEmpty else { return }
        let (family, member) = random.pick(children)
        let reach = reach(family)
        let served = reach >= 20 || reach >= 10 && request.isMaterial
        guard served, family.isActive(on: day), town.member(family, member).born <= day else {
          continue
        }
        try row(&table, family, member, request.program, request.help, day, nil, &random)
        return
      }
      guard let family = town.anyFamily(request.community, &random) else { return }
      let wanted = request.forElders ? family.household.isElder : !family.tags.isEmpty
      guard wanted, !family.isLeftBehind, family.isActive(on: day), reach(family) >= 9 else {
        continue
      }
      try row(&table, family, 0, request.program, request.help, day, nil, &random)
      return
    }
  }

  private mutating func row(
    _ table: inout TableWriter, _ family: ChibiFamily, _ member: Int, _ program: Int,
    _ help: ChibiHelp, _ day: Day, _ session: Int?, _ random: inout SampleRandom
  ) throws {
    number += 1
    let shape = help.shape
    let isVolunteer = help.provider == .volunteer
    table.cell(Key("S", number, width: keyWidth))
    table.cell(town.familyKey(family.number))
    table.cell(
      session != nil || random.chance(92) ? town.memberKey(family.number, member) : nil)
    table.cell(ChibiPrograms.key(program))
    table.cell(shape.line)
    table.cell(shape.kind)
    table.cell(shape.tier)
    table.cell(day)
    table.cell(shape.mode)
    table.cell(session.flatMap { sessions[$0].venue }.map(ChibiVenues.key))
    table.cell(
      isVolunteer && random.chance(88)
        ? ChibiHelpers.key(ChibiHelpers.any(of: family.community, &random)) : nil)
    table.cell(ChibiPrograms.all[program].organization.map(ChibiOrganizations.key))
    table.cell(
      random.chance(95) ? shape.minutes.0 + random.below(shape.minutes.1 + 1) * 5 : nil)
    table.money(shape.yuan.map { ($0.0 + random.below($0.1 + 1) * 10) * 100 })
    table.cell(random.chance(shape.rated) ? random.weighted([1, 2, 8, 36, 53]) + 1 : nil)
    table.cell(random.chance(97) ? help.provider.term : nil)
    table.cell(help.support)
    table.cell(session.map(ChibiCalendar.key))
    try table.endRow()
  }
}

/// Something that happens through the year to single families of one community.
struct ChibiRequest: Sendable {
  let help: ChibiHelp
  let program: Int
  let community: Int
  /// How many in a year among 420 families.
  let perYear: Int
  var forChildren = false
  var forElders = false
  var isMaterial = false

  private static func children(
    _ shape: ServiceShape, _ provider: ChibiHelp.Provider, _ support: Term, _ perYear: Int,
    material: Bool = false
  ) -> ChibiRequest {
    ChibiRequest(
      help: ChibiHelp(shape: shape, provider: provider, support: support),
      program: ChibiPrograms.caring, community: ChibiPlaces.osmanthus, perYear: perYear,
      forChildren: true, isMaterial: material)
  }

  private static func elders(
    _ shape: ServiceShape, _ provider: ChibiHelp.Provider, _ support: Term, _ perYear: Int
  ) -> ChibiRequest {
    ChibiRequest(
      help: ChibiHelp(shape: shape, provider: provider, support: support),
      program: ChibiPrograms.homeCare, community: ChibiPlaces.peach, perYear: perYear,
      forElders: true)
  }

  private static func neighbours(
    _ shape: ServiceShape, _ support: Term, _ community: Int, _ perYear: Int
  ) -> ChibiRequest {
    ChibiRequest(
      help: ChibiHelp(shape: shape, provider: .volunteer, support: support),
      program: community == ChibiPlaces.bridge ? ChibiPrograms.neighbours : ChibiPrograms.caring,
      community: community, perYear: perYear)
  }

  static let all = [
    children(ChibiShape.counselling, .counsellor, ChibiHelp.spiritual, 120),
    children(ChibiShape.tutoring, .volunteer, ChibiHelp.living, 150),
    children(ChibiShape.visit, .socialWorker, ChibiHelp.living, 140),
    children(ChibiShape.material, .socialWorker, ChibiHelp.material, 66, material: true),
    neighbours(ChibiShape.visit, ChibiHelp.living, ChibiPlaces.bridge, 170),
    neighbours(ChibiShape.material, ChibiHelp.material, ChibiPlaces.bridge, 46),
    neighbours(ChibiShape.companionship, ChibiHelp.spiritual, ChibiPlaces.bridge, 60),
    neighbours(ChibiShape.visit, ChibiHelp.living, ChibiPlaces.osmanthus, 46),
    elders(ChibiShape.visit, .volunteer, ChibiHelp.living, 120),
    elders(ChibiShape.call, .volunteer, ChibiHelp.spiritual, 70),
    elders(ChibiShape.escort, .socialWorker, ChibiHelp.living, 36),
    elders(ChibiShape.counselling, .counsellor, ChibiHelp.spiritual, 24),
    elders(ChibiShape.meal, .volunteer, ChibiHelp.living, 64),
  ]
}

/// Requests that are due; what is less than one waits for the days after.
struct PendingChibiRequest {
  let request: ChibiRequest
  private var due = 0.0

  init(request: ChibiRequest) { self.request = request }

  mutating func advance(to day: Day, families: Int) {
    // What children get does not grow with the register: there are 74 in any size.
    let families = request.forChildren ? min(families, SampleModel.chibi.families) : families
    due += Double(request.perYear * families) / (420 * 365) * (day.weekday < 6 ? 1.3 : 0.25)
  }

  mutating func take() -> Bool {
    guard due >= 1 else { return false }
    due -= 1
    return true
  }
}

/// What the services of Chibi look like; none belongs to a warm-heart line.
enum ChibiShape {
  static let course = ServiceShape(
    ServiceKind.course, nil, Word.special, Mode.venue, minutes: (60, 6), yuan: (10, 1), rated: 20)
  static let visit = ServiceShape(
    ServiceKind.visit, nil, Word.regular, Mode.home, minutes: (20, 12), rated: 30)
  static let call = ServiceShape(
    ServiceKind.call, nil, Word.regular, Mode.phone, minutes: (5, 4))
  static let counselling = ServiceShape(
    ServiceKind.counselling, nil, Word.special, Mode.home, minutes: (40, 6), yuan: (80, 8),
    rated: 35)
  static let tutoring = ServiceShape(
    ServiceKind.tutoring, nil, Word.regular, Mode.home, minutes: (60, 12), rated: 25)
  static let material = ServiceShape(
    ServiceKind.material, nil, Word.regular, Mode.home, minutes: (10, 4), yuan: (100, 40),
    rated: 10)
  static let companionship = ServiceShape(
    ServiceKind.companionship, nil, Word.regular, Mode.home, minutes: (60, 18), rated: 35)
  static let escort = ServiceShape(
    ServiceKind.escort, nil, Word.special, Mode.home, minutes: (120, 24), yuan: (60, 6),
    rated: 40)
  static let meal = ServiceShape(
    ServiceKind.meal, nil, Word.special, Mode.home, minutes: (10, 2), yuan: (12, 1), rated: 12)
}
