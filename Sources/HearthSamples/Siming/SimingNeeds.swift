/// What families of Siming asked for since 2024, on its way to an answer.
struct SimingNeeds {
  let town: SimingTown
  private let seed: SampleSeed
  /// Needs of a year and 1200 families.
  private static let perYear = 210
  private static let steps = [
    Linkage.Step(days: 3...24, percent: 88), Linkage.Step(days: 2...30, percent: 90),
    Linkage.Step(days: 1...28, percent: 92),
  ]

  init(town: SimingTown) {
    self.town = town
    seed = town.seed.child("needs")
  }

  func write(_ table: inout TableWriter) throws {
    let start = Day(2024, 1, 2)
    guard town.asOf >= start, town.familyCount > 0 else { return }
    var (row, due) = (0, 0.0)
    let perDay = Double(SimingNeeds.perYear * town.familyCount) / (1200 * 365)
    for number in start.number...town.asOf.number {
      let day = Day(number: number)
      guard day.weekday < 6 else { continue }
      var random = seed.stream(number)
      due += perDay * (day.month == 6 || day.month == 7 ? 2.2 : 1.0)
      while due >= 1 {
        due -= 1
        let family = town.family(random.below(town.familyCount))
        guard family.isActive(on: day), family.reach != .never else { continue }
        row += 1
        try need(&table, row, family, day, &random)
      }
    }
  }

  private func need(
    _ table: inout TableWriter, _ row: Int, _ family: SimingFamily, _ day: Day,
    _ random: inout SampleRandom
  ) throws {
    let kind = random.pick((5...8).contains(day.month) ? Need.summer : Need.usual)
    let linkage = Linkage(raised: day, asOf: town.asOf, steps: SimingNeeds.steps, &random)
    table.cell(Key("N", row, width: 4))
    table.cell(town.familyKey(family.number))
    table.cell(SimingPlaces.code(community: family.community))
    table.cell(kind.term)
    linkage.write(&table)
    table.cell(linkage.isClaimed ? SimingOrganizations.key(kind.organization) : nil)
    try table.endRow()
  }
}

/// A kind of need and the organisation that answers it.
private struct Need {
  let term: Term
  let organization: Int

  static let aircon = Need(term: Term("aircon", "空调清洗"), organization: 5)
  static let cooling = Need(term: Term("cooling", "防暑降温"), organization: 0)
  static let housekeeping = Need(term: Term("housekeeping", "家政"), organization: 5)
  static let companionship = Need(term: Term("companionship", "陪伴"), organization: 3)
  static let escort = Need(term: Term("escort", "陪诊"), organization: 4)
  static let counselling = Need(term: Term("counselling", "心理辅导"), organization: 10)
  static let medical = Need(term: Term("medical", "医疗"), organization: 9)
  static let repair = Need(term: Term("repair", "维修"), organization: 5)

  static let usual = [
    housekeeping, housekeeping, companionship, escort, counselling, medical, repair,
  ]
  static let summer = [aircon, aircon, aircon, aircon, cooling, housekeeping, escort]
}
