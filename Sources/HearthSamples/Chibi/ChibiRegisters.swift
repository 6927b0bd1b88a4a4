/// The small tables of Chibi.
struct ChibiRegisters {
  let town: ChibiTown
  let sessions: [ChibiSession]
  private let seed: SampleSeed

  init(town: ChibiTown, sessions: [ChibiSession]) {
    self.town = town
    self.sessions = sessions
    seed = town.seed.child("registers")
  }

  func writeAreas(_ table: inout TableWriter) throws {
    try place(&table, ChibiPlaces.cityCode, "咸宁", Word.city, nil)
    try place(&table, ChibiPlaces.districtCode, "赤壁", Word.district, ChibiPlaces.cityCode)
    try place(&table, ChibiPlaces.parkCode, "蒲纺工业园", Word.street, ChibiPlaces.districtCode)
    try community(&table, ChibiPlaces.osmanthus, 2412, 7421, nil, nil, nil)
    try community(&table, ChibiPlaces.bridge, 3025, 8894, "1.2", nil, nil)
    try community(
      &table, ChibiPlaces.peach, 4700, 12500, nil, "0.3",
      "4700多户、12500多人，均为下限；30%的居民在65岁以上")
  }

  private func place(
    _ table: inout TableWriter, _ code: Key, _ name: StaticString, _ level: Term, _ parent: Key?
  ) throws {
    table.cell(code)
    table.cell(name)
    table.cell(level)
    table.cell(parent)
    for _ in 0..<5 { table.empty() }
    try table.endRow()
  }

  private func community(
    _ table: inout TableWriter, _ community: Int, _ households: Int, _ residents: Int,
    _ km2: String?, _ agedShare: String?, _ note: String?
  ) throws {
    table.cell(ChibiPlaces.code(community))
    table.cell(ChibiPlaces.names[community])
    table.cell(Word.community)
    table.cell(ChibiPlaces.parkCode)
    table.cell(households)
    table.cell(residents)
    table.cell(km2)
    table.cell(agedShare)
    table.cell(note)
    try table.endRow()
  }

  func writeOrganizations(_ table: inout TableWriter) throws {
    for (position, organization) in ChibiOrganizations.all.enumerated() {
      table.cell(ChibiOrganizations.key(position))
      table.cell(organization.name)
      table.cell(organization.kind)
      table.cell(organization.community.map(ChibiPlaces.code) ?? ChibiPlaces.parkCode)
      table.cell(organization.founded)
      try table.endRow()
    }
  }

  func writePrograms(_ table: inout TableWriter) throws {
    for (position, program) in ChibiPrograms.all.enumerated() {
      table.cell(ChibiPrograms.key(position))
      table.cell(program.name)
      table.cell(program.kind)
      table.cell(program.tier)
      table.cell(ChibiPlaces.code(program.community))
      table.cell(program.organization.map(ChibiOrganizations.key))
      table.cell(program.opened)
      table.empty()
      table.cell(
        position == ChibiPrograms.mediation ? Term("provincial", "省级") : nil as Term?)
      table.money(program.yuan.map { $0 * 100 })
      table.cell(program.method)
      try table.endRow()
    }
  }

  func writeVenues(_ table: inout TableWriter) throws {
    for (position, venue) in ChibiVenues.all.enumerated() {
      table.cell(ChibiVenues.key(position))
      table.cell(venue.name)
      table.cell(ChibiPrograms.key(venue.program))
      table.cell(ChibiPlaces.code(venue.community))
      table.cell(venue.rooms)
      table.cell(venue.landArea)
      table.cell(venue.floorArea)
      table.cell(venue.beds)
      table.money(venue.yuan.map { $0 * 100 })
      if let note = venue.note { table.cell(note) } else { table.empty() }
      try table.endRow()
    }
  }

  func writeRooms(_ table: inout TableWriter) throws {
    for (position, room) in ChibiVenues.rooms.enumerated() {
      table.cell(ChibiVenues.roomKey(position))
      table.cell(ChibiVenues.key(room.venue))
      table.cell(room.name)
      table.cell(room.use)
      try table.endRow()
    }
  }

  func writeCommitments(_ table: inout TableWriter) throws {
    let promises: [(Int, Term, Term, Day)] = [
      (ChibiPrograms.sunday, ServiceKind.course, Word.week, Day(2025, 3, 1)),
      (ChibiPrograms.cleanup, ServiceKind.cleanup, Word.month, Day(2024, 1, 1)),
      (ChibiPrograms.patrol, ServiceKind.patrol, Word.day, Day(2025, 1, 1)),
      (ChibiPrograms.homeCare, ServiceKind.gathering, Word.week, Day(2025, 1, 1)),
      (ChibiPrograms.science, ServiceKind.lecture, Word.month, Day(2025, 1, 1)),
    ]
    for (position, promise) in promises.enumerated() {
      table.cell(Key("C", position + 1, width: 2))
      table.cell(ChibiPrograms.key(promise.0))
      table.cell(promise.1)
      table.cell(promise.2)
      table.cell(1)
      table.cell(promise.3)
      table.empty()
      try table.endRow()
    }
  }

  func writeSessions(_ table: inout TableWriter) throws {
    for (position, session) in sessions.enumerated() {
      table.cell(ChibiCalendar.key(position))
      table.cell(ChibiPrograms.key(session.program))
      table.cell(session.kind)
      table.cell(session.course.map { Course.all[$0] })
      table.cell(session.day)
      table.cell(session.venue.map(ChibiVenues.key))
      table.cell(session.room.map(ChibiVenues.roomKey))
      table.cell(session.attended)
      try table.endRow()
    }
  }

  /// Social workers; the only one of 六米桥 left in August 2026.
  func writeWorkers(_ table: inout TableWriter) throws {
    let posts: [(community: Int, organization: Int?, since: Day, until: Day?)] = [
      (0, 0, Day(2017, 9, 1), nil), (0, 6, Day(2019, 3, 4), nil), (0, 6, Day(2021, 7, 1), nil),
      (1, 6, Day(2018, 4, 2), Day(2022, 12, 31)), (1, 6, Day(2023, 2, 6), Day(2026, 8, 31)),
      (2, 4, Day(2017, 5, 2), nil), (2, 4, Day(2020, 6, 1), nil), (2, 6, Day(2019, 9, 2), nil),
      (2, nil, Day(2022, 3, 1), Day(2024, 6, 30)),
    ]
    for (position, post) in posts.enumerated() {
      var random = seed.stream(position)
      table.cell(Key("W", position + 1, width: 2))
      let sex: Sex = random.chance(70) ? .female : .male
      table.cell(PersonName(&random, sex: sex, bornIn: 1985 + random.below(12)))
      table.cell(ChibiPlaces.code(post.community))
      table.cell(post.organization.map(ChibiOrganizations.key))
      table.cell(post.since)
      table.cell(post.until.flatMap { $0 <= town.asOf ? $0 : nil })
      try table.endRow()
    }
  }

  /// Money of three kinds; that for 银龄书画 and 巧手编织 has led to nothing yet.
  func writeGrants(_ table: inout TableWriter) throws {
    let purchase = Term("purchase", "政府购买服务")
    let project = Term("project", "项目资金")
    let activity = Term("activity", "活动经费补贴")
    let standing: [(Int, Term, Int)] = [
      (ChibiPrograms.sunday, purchase, 38_000), (ChibiPrograms.afterSchool, project, 30_000),
      (ChibiPrograms.caring, purchase, 26_000), (ChibiPrograms.neighbours, activity, 12_000),
      (ChibiPrograms.homeCare, purchase, 72_000), (ChibiPrograms.medical, project, 24_000),
      (ChibiPrograms.science, activity, 6_000), (ChibiPrograms.cleanup, activity, 5_000),
    ]
    var grants: [(day: Day, program: Int, kind: Term, yuan: Int)] = []
    for year in 2024...2026 {
      for (position, (program, kind, yuan)) in standing.enumerated() {
        let day = Day(year, 2 + position % 4, 11 + position)
        grants.append((day, program, kind, yuan + (year - 2024) * 2_000))
      }
    }
    grants.append((Day(2026, 3, 20), ChibiPrograms.painting, project, 12_000))
    grants.append((Day(2026, 5, 25), ChibiPrograms.handicraft, activity, 9_000))
    let sorted = grants.enumerated().filter { $0.element.day <= town.asOf }.sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }
    for (position, grant) in sorted.map(\.element).enumerated() {
      table.cell(Key("Z", position + 1, width: 2))
      table.cell(ChibiPrograms.all[grant.program].organization.map(ChibiOrganizations.key))
      table.cell(ChibiPrograms.key(grant.program))
      table.cell(grant.kind)
      table.cell(grant.day)
      table.money(grant.yuan * 100)
      try table.endRow()
    }
  }

  func writeGroups(_ table: inout TableWriter) throws {
    for (position, name) in ChibiGroups.names.enumerated() {
      table.cell(ChibiGroups.key(position))
      table.cell(name)
      try table.endRow()
    }
  }

  func writeGroupOrganizations(_ table: inout TableWriter) throws {
    for (position, pair) in ChibiGroups.served.enumerated() {
      table.cell(Key("GO", position + 1, width: 2))
      table.cell(ChibiGroups.key(pair.group))
      table.cell(ChibiOrganizations.key(pair.organization))
      try table.endRow()
    }
  }
}
