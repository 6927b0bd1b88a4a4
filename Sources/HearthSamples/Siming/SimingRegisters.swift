/// The small tables of Siming: places, programs, promises, money, what was found on home visits.
struct SimingRegisters {
  let town: SimingTown
  let sessions: [SimingSession]

  func writeAreas(_ table: inout TableWriter) throws {
    try area(&table, SimingPlaces.cityCode, "厦门", Word.city, nil, false)
    let (city, district) = (SimingPlaces.cityCode, SimingPlaces.districtCode)
    try area(&table, district, "思明", Word.district, city, false)
    for (street, place) in SimingPlaces.streets.enumerated() {
      try area(
        &table, SimingPlaces.code(street: street), place.name, Word.street, district, false)
    }
    for (position, place) in SimingPlaces.communities.enumerated() {
      let focus =
        place.street == SimingPlaces.yundang && place.number < SimingPlaces.focusCount
      try area(
        &table, SimingPlaces.code(community: position), place.name, Word.community,
        SimingPlaces.code(street: place.street), focus)
    }
  }

  /// The articles give no households and residents for Siming, so the columns stay empty.
  private func area(
    _ table: inout TableWriter, _ code: Key, _ name: StaticString, _ level: Term, _ parent: Key?,
    _ focus: Bool
  ) throws {
    table.cell(code)
    table.cell(name)
    table.cell(level)
    table.cell(parent)
    for _ in 0..<5 { table.empty() }
    table.cell(focus)
    try table.endRow()
  }

  func writeOrganizations(_ table: inout TableWriter) throws {
    for (position, organization) in SimingOrganizations.all.enumerated() {
      table.cell(SimingOrganizations.key(position))
      table.cell(organization.name)
      table.cell(organization.kind)
      table.cell(
        organization.street.map { SimingPlaces.code(street: $0) }
          ?? SimingPlaces.districtCode)
      table.cell(organization.founded)
      try table.endRow()
    }
  }

  func writePrograms(_ table: inout TableWriter) throws {
    for (position, program) in SimingPrograms.all.enumerated() {
      table.cell(SimingPrograms.key(position))
      table.cell(program.name)
      table.cell(program.alias)
      table.cell(program.kind)
      table.cell(program.tier)
      table.cell(program.area)
      table.cell(program.organization.map(SimingOrganizations.key))
      table.cell(program.opened)
      table.cell(program.closed)
      table.cell(program.level)
      table.money(program.yuan.map { $0 * 100 })
      table.cell(program.method)
      try table.endRow()
    }
  }

  func writeVenues(_ table: inout TableWriter) throws {
    for (position, venue) in SimingVenues.all.enumerated() {
      table.cell(SimingVenues.key(position))
      table.cell(venue.name)
      table.cell(SimingPrograms.key(venue.program))
      table.cell(venue.area)
      table.cell(venue.rooms)
      table.empty()
      table.cell(venue.floorArea)
      table.empty()
      table.empty()
      table.empty()
      try table.endRow()
    }
  }

  /// Every home promises the four rhythms, 温馨我家 also its council; each street a monthly visit.
  func writeCommitments(_ table: inout TableWriter) throws {
    let rhythms = [
      (ServiceKind.training, Word.year), (ServiceKind.gathering, Word.quarter),
      (ServiceKind.lecture, Word.month), (ServiceKind.interest, Word.week),
    ]
    var promises = SimingPrograms.homes.flatMap { home in rhythms.map { (home, $0.0, $0.1) } }
    promises.append((SimingPrograms.cosy, ServiceKind.council, Word.quarter))
    for street in SimingPlaces.streets.indices {
      promises.append((SimingPrograms.everyday + street, ServiceKind.visit, Word.month))
    }
    for (position, promise) in promises.enumerated() {
      table.cell(Key("C", position + 1, width: 2))
      table.cell(SimingPrograms.key(promise.0))
      table.cell(promise.1)
      table.cell(promise.2)
      table.cell(1)
      table.cell(SimingCalendar.start)
      table.empty()
      try table.endRow()
    }
  }

  func writeSessions(_ table: inout TableWriter) throws {
    for (position, session) in sessions.enumerated() {
      table.cell(SimingCalendar.key(position))
      table.cell(SimingPrograms.key(session.program))
      table.cell(session.kindTerm)
      table.cell(session.group.map { SmallGroup.all[$0] })
      table.cell(session.theme)
      if let topic = session.topic { table.cell(topic) } else { table.empty() }
      table.cell(session.day)
      table.cell(SimingVenues.key(session.venue))
      try table.endRow()
    }
  }

  /// Near two million yuan a year under three headings.
  func writeBudgets(_ table: inout TableWriter) throws {
    guard town.asOf.year >= 2023 else { return }
    var number = 0
    for year in 2023...town.asOf.year {
      let totals = SimingRegisters.plan(year)
      for (heading, fund) in [Fund.visits, Fund.purchase, Fund.housekeeping].enumerated() {
        number += 1
        table.cell(Key("B", number, width: 2))
        table.cell(year)
        table.cell(SimingPlaces.districtCode)
        table.cell(fund)
        table.money(totals[heading] * 100)
        if heading == 0 { table.cell("三项合计近200万元") } else { table.empty() }
        try table.endRow()
      }
    }
  }

  /// Yuan for visits, purchased services and housekeeping: together near two million.
  static func plan(_ year: Int) -> [Int] {
    switch year {
    case ...2023: [1_000_000, 730_000, 200_000]
    case 2024: [1_020_000, 740_000, 200_000]
    case 2025: [1_040_000, 740_000, 200_000]
    default: [1_010_000, 780_000, 200_000]
    }
  }

  func writeCampaigns(_ table: inout TableWriter) throws {
    guard town.asOf.year >= 2023 else { return }
    var number = 0
    let district = SimingPlaces.districtCode
    let streets = SimingPlaces.streets.indices.map { SimingPlaces.code(street: $0) }
    let homes = SimingPlaces.withHome.map { SimingPlaces.code(street: $0) }
    let others = SimingPlaces.withoutHome.map { SimingPlaces.code(street: $0) }
    for year in 2023...town.asOf.year {
      let occasions: [(Term, Day, [Key], Int?)] = [
        (Term("spring_festival", "春节走访"), springFestival(year) - 8, streets, 0),
        (Term("reunion_dinner", "暖心年夜饭"), springFestival(year) - 3, homes, nil),
        (Term("four_seasons", "四季相伴"), Day(year, 6, 1), [district], 0),
        (
          Term("mid_autumn", "中秋国庆联谊"), midAutumn(year), others,
          SimingOrganizations.sunrise
        ),
        (Term("team_building", "志愿队团建"), Day(year, 11, 20), [district], nil),
      ]
      for (festival, day, areas, partner) in occasions where day <= town.asOf {
        for area in areas {
          number += 1
          table.cell(Key("K", number, width: 3))
          table.cell(festival)
          table.cell(year)
          table.cell(area)
          table.cell(partner.map(SimingOrganizations.key))
          try table.endRow()
        }
      }
    }
  }

  /// Person-times before the register of single services begins, by year.
  func writeHistory(_ table: inout TableWriter) throws {
    let years = [
      (820, 236), (1_240, 471), (1_530, 540), (1_860, 574), (2_110, 612), (2_480, 650),
      (2_730, 690), (2_260, 668), (2_650, 720), (2_920, 755),
    ]
    for (offset, (personTimes, families)) in years.enumerated() {
      table.cell(Key("Y", offset + 1, width: 2))
      table.cell(2013 + offset)
      table.cell(personTimes)
      table.cell(families)
      if offset == 0 { table.cell("当年3月起") } else { table.empty() }
      try table.endRow()
    }
  }
}
