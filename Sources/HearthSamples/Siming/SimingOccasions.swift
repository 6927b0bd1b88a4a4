/// A round on which every family of some kind is visited, spread over some days.
struct SimingRound: Sendable {
  let start: Day
  let length: Int
  /// Nothing for the everyday visits of the family's street.
  let program: Int?
  let shape: ServiceShape
  /// Percent of the families who are met, by street.
  let percent: [Int]
  var everybody = true

  /// How many days of the round are over on that day; nothing outside it.
  func days(from day: Day) -> Int? {
    let days = day - start
    return days >= 0 && days < length ? days : nil
  }

  /// The autumn round goes to the bereaved and to the old.
  func includes(_ family: SimingFamily) -> Bool {
    everybody || family.bereaved || family.headAge >= 70
  }

  static func all(through last: Int) -> [SimingRound] {
    guard last >= 2023 else { return [] }
    return (2023...last).flatMap { year in
      [
        SimingRound(
          start: springFestival(year) - 16, length: 15, program: SimingPrograms.festival,
          shape: SimingShape.festivalVisit,
          percent: year < 2025
            ? [58, 62, 40, 55, 66, 60, 57, 52, 56, 70] : [84, 88, 61, 80, 93, 86, 82, 74, 83, 96]),
        SimingRound(
          start: Day(year, 7, 8), length: 12, program: SimingPrograms.cooling,
          shape: SimingShape.cooling, percent: [14, 15, 10, 13, 18, 16, 15, 12, 14, 20]),
      ] + (year < 2025 ? [] : recent(year))
    }
  }

  private static func recent(_ year: Int) -> [SimingRound] {
    [
      SimingRound(
        start: Day(year, 5, 11), length: 20, program: SimingPrograms.insurance,
        shape: SimingShape.insurance,
        percent: year < 2026
          ? [30, 34, 22, 31, 36, 33, 30, 26, 31, 40] : [52, 55, 38, 50, 61, 57, 52, 44, 50, 66]),
      SimingRound(
        start: Day(year, 10, 8), length: 20, program: nil, shape: SimingShape.everydayVisit,
        percent: year < 2026
          ? [70, 74, 58, 69, 80, 76, 70, 61, 72, 84] : [93, 95, 84, 90, 99, 97, 92, 80, 91, 99],
        everybody: false),
    ]
  }
}

/// Something that single families ask for through the year.
struct SimingRequest: Sendable {
  enum Need: Sendable { case anybody, old, priority, homebound }

  let shapes: [ServiceShape]
  let program: Int?
  /// How many in a year among 1200 families.
  let perYear: Int
  var months: ClosedRange<Int> = 1...12
  var need = Need.anybody
  var atDistance = false
  var street: Int?
  var community: Int?

  func shape(_ random: inout SampleRandom) -> ServiceShape { random.pick(shapes) }

  func suits(_ family: SimingFamily, _ town: SimingTown, _ random: inout SampleRandom) -> Bool {
    switch need {
    case .anybody: true
    case .old: family.headAge >= 62 || random.chance(25)
    case .priority: family.isPriority || random.chance(20)
    case .homebound:
      // Two of five who cannot go out have never been on the list.
      town.member(family, 0).isHomebound && family.number % 5 < 3
    }
  }

  static let all: [SimingRequest] = [
    SimingRequest(
      shapes: [SimingShape.everydayVisit], program: nil, perYear: 170, need: .priority),
    SimingRequest(
      shapes: [SimingShape.call, SimingShape.message], program: SimingPrograms.peers,
      perYear: 190, need: .priority, atDistance: true),
    SimingRequest(
      shapes: [SimingShape.cleaning], program: SimingPrograms.housekeeping, perYear: 230,
      need: .old),
    SimingRequest(
      shapes: [SimingShape.aircon], program: SimingPrograms.housekeeping, perYear: 250,
      months: 6...9),
    SimingRequest(
      shapes: [SimingShape.companionship, SimingShape.escort], program: SimingPrograms.peers,
      perYear: 110, need: .priority),
    SimingRequest(
      shapes: [SimingShape.egret], program: SimingPrograms.egret, perYear: 36, need: .old,
      street: SimingPlaces.yundang),
    SimingRequest(
      shapes: [SimingShape.counselling], program: SimingPrograms.counselling, perYear: 45),
    SimingRequest(
      shapes: [SimingShape.guidance, SimingShape.consultation, SimingShape.consultation],
      program: SimingPrograms.health, perYear: 60),
    SimingRequest(
      shapes: [SimingShape.testing], program: SimingPrograms.goldenSun, perYear: 26,
      need: .homebound, community: SimingPlaces.qianpuXi),
    SimingRequest(
      shapes: [SimingShape.material], program: SimingPrograms.festival, perYear: 24,
      need: .priority),
  ]
}

/// Requests that are due; what is less than one waits for the days after.
struct PendingRequest {
  let request: SimingRequest
  private var due = 0.0

  init(_ request: SimingRequest) { self.request = request }

  /// Adds what a day brings: little at weekends, and only in the months of the request.
  mutating func advance(to day: Day, families: Int, _ random: inout SampleRandom) {
    guard request.months.contains(day.month) else { return }
    let share = Double(12) / Double(request.months.count)
    let weekday = day.weekday < 6 ? 1.26 : 0.35
    let mood = 0.4 + Double(random.below(120)) / 100
    due += Double(request.perYear * families) / (1200 * 365) * share * weekday * mood
  }

  mutating func take() -> Bool {
    guard due >= 1 else { return false }
    due -= 1
    return true
  }
}

/// What the services of Siming look like.
enum SimingShape {
  static let festivalVisit = ServiceShape(
    ServiceKind.visit, Line.visit, Word.universal, Mode.home, minutes: (20, 6),
    yuan: (900, 30), fund: Fund.visits, rated: 30)
  static let everydayVisit = ServiceShape(
    ServiceKind.visit, Line.visit, Word.regular, Mode.home, minutes: (20, 10), rated: 35)
  static let call = ServiceShape(
    ServiceKind.call, Line.volunteering, Word.regular, Mode.phone, minutes: (5, 5), helped: true)
  static let message = ServiceShape(
    ServiceKind.call, Line.volunteering, Word.regular, Mode.wechat, minutes: (5, 2), helped: true)
  static let cleaning = ServiceShape(
    ServiceKind.cleaning, Line.housekeeping, Word.universal, Mode.home, minutes: (120, 24),
    yuan: (380, 20), fund: Fund.housekeeping, rated: 62)
  static let aircon = ServiceShape(
    ServiceKind.aircon, Line.housekeeping, Word.universal, Mode.home, minutes: (40, 10),
    yuan: (260, 10), fund: Fund.housekeeping, rated: 58)
  static let cooling = ServiceShape(
    ServiceKind.cooling, Line.visit, Word.universal, Mode.home, minutes: (15, 4),
    yuan: (260, 8), fund: Fund.visits, rated: 12)
  static let insurance = ServiceShape(
    ServiceKind.insurance, Line.insurance, Word.universal, Mode.venue, minutes: (15, 3),
    yuan: (380, 16), fund: Fund.purchase, rated: 8)
  static let companionship = ServiceShape(
    ServiceKind.companionship, Line.volunteering, Word.regular, Mode.home, minutes: (60, 24),
    rated: 40, helped: true)
  static let escort = ServiceShape(
    ServiceKind.escort, Line.volunteering, Word.regular, Mode.home, minutes: (120, 36),
    rated: 44, helped: true)
  static let egret = ServiceShape(
    ServiceKind.companionship, Line.volunteering, Word.special, Mode.home, minutes: (90, 18),
    yuan: (260, 16), fund: Fund.purchase, rated: 60)
  static let counselling = ServiceShape(
    ServiceKind.counselling, Line.visit, Word.universal, Mode.home, minutes: (50, 8),
    yuan: (480, 24), fund: Fund.purchase, rated: 48)
  static let guidance = ServiceShape(
    ServiceKind.guidance, Line.visit, Word.universal, Mode.home, minutes: (30, 8),
    yuan: (120, 8), fund: Fund.purchase, rated: 33)
  static let consultation = ServiceShape(
    ServiceKind.consultation, nil, Word.universal, Mode.phone, minutes: (10, 8), rated: 15)
  static let testing = ServiceShape(
    ServiceKind.testing, Line.volunteering, Word.regular, Mode.home, minutes: (15, 4), rated: 20,
    helped: true)
  static let material = ServiceShape(
    ServiceKind.material, Line.visit, Word.universal, Mode.home, minutes: (15, 3),
    yuan: (500, 50), fund: Fund.visits, rated: 10)

  /// Sessions are bought by the head: half a year of agency work over those who come.
  static func of(_ session: SimingSession) -> ServiceShape {
    if session.program == SimingPrograms.midAutumn { return midAutumn }
    return switch session.kind {
    case .training: training
    case .gathering: gathering
    case .lecture: lecture
    case .outing: outing
    case .council: council
    case .interest: interest
    }
  }

  private static let midAutumn = event(ServiceKind.gathering, (150, 6), (280, 8), Word.universal)
  private static let gathering = event(ServiceKind.gathering, (120, 12), (420, 12))
  private static let lecture = event(ServiceKind.lecture, (60, 8), (260, 8))
  private static let outing = event(ServiceKind.outing, (300, 24), (560, 16))
  private static let interest = event(ServiceKind.interest, (60, 12), (280, 12))
  private static let training = ServiceShape(
    ServiceKind.training, Line.volunteering, Word.special, Mode.venue, minutes: (120, 24),
    yuan: (360, 8), fund: Fund.purchase, rated: 55)
  private static let council = ServiceShape(
    ServiceKind.council, Line.social, Word.special, Mode.venue, minutes: (60, 12))

  private static func event(
    _ kind: Term, _ minutes: (Int, Int), _ yuan: (Int, Int), _ tier: Term = Word.special
  ) -> ServiceShape {
    ServiceShape(
      kind, Line.social, tier, Mode.venue, minutes: minutes, yuan: yuan, fund: Fund.purchase,
      rated: 40)
  }
}
