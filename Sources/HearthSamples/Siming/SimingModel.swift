/// All tables of the Siming model, those that others link to first.
struct SimingModel {
  let town: SimingTown

  init(seed: UInt64, families: Int, asOf: Day) {
    town = SimingTown(seed: SampleSeed(seed).child("siming"), families: families, asOf: asOf)
  }

  static func expectedRows(families: Int) -> Int {
    2000 + families * 4 + SimingServices.expected(families: families)
  }

  func write(to output: SampleOutput) throws {
    let sessions = SimingCalendar(seed: town.seed, asOf: town.asOf).sessions()
    let registers = SimingRegisters(town: town, sessions: sessions)
    let households = SimingHouseholds(town: town)
    let volunteers = SimingVolunteers(town: town)
    let areas = Columns.areas + [Term("focus", "重点")]
    try output.table(Table.areas, areas, registers.writeAreas)
    try output.table(Table.families, Columns.families, households.writeFamilies)
    try output.table(Table.members, Columns.members, households.writeMembers)
    try output.table(
      Table.organizations, Columns.organizations, registers.writeOrganizations)
    var programs = Columns.programs
    programs.insert(Term("alias", "别名"), at: 2)
    try output.table(Table.programs, programs, registers.writePrograms)
    try output.table(Table.venues, Columns.venues, registers.writeVenues)
    try output.table(Table.commitments, Columns.commitments, registers.writeCommitments)
    try output.table(Table.volunteers, Columns.volunteers, volunteers.writeVolunteers)
    try output.table(Table.pairings, Columns.pairings, volunteers.writePairings)
    try output.table(Table.sessions, SimingColumns.sessions, registers.writeSessions)
    var services = SimingServices(town: town, volunteers: volunteers, sessions: sessions)
    try output.table(Table.services, SimingColumns.services) { try services.write(&$0) }
    try output.table(Table.needs, Columns.needs, SimingNeeds(town: town).write)
    try output.table(Table.budgets, Columns.budgets, registers.writeBudgets)
    try output.table(Table.campaigns, Columns.campaigns, registers.writeCampaigns)
    try output.table(
      Term("assessments", "评估"), SimingColumns.assessments, households.writeAssessments)
    try output.table(
      Term("enrolments", "入组"), SimingColumns.enrolments, households.writeEnrolments)
    try output.table(Term("teams", "队伍"), SimingColumns.teams, households.writeTeams)
    try output.table(Term("rules", "制度"), SimingColumns.rules, households.writeRules)
    try output.table(Term("history", "历年"), SimingColumns.history, registers.writeHistory)
  }
}

private enum SimingColumns {
  static let sessions = [
    Columns.id, Columns.program, Columns.kind, Term("group", "小组"), Term("theme", "主题"),
    Term("topic", "题目"), Columns.date, Columns.venue,
  ]
  static let services = Columns.services + [Columns.session, Term("fund", "经费科目")]
  static let assessments = [
    Columns.id, Columns.family, Columns.program, Columns.date, Term("result", "结论"),
    Term("score", "得分"),
  ]
  static let enrolments = [
    Columns.id, Term("group", "小组"), Columns.family, Term("since", "入组日期"),
    Term("until", "离组日期"),
  ]
  static let teams = [
    Columns.id, Columns.number, Columns.name, Columns.area, Term("since", "成立日期"),
    Term("until", "解散日期"), Term("people", "人数"),
  ]
  static let rules = [
    Columns.id, Columns.number, Columns.name, Columns.area, Term("since", "施行日期"),
    Term("until", "废止日期"), Term("content", "内容"),
  ]
  static let history = [
    Columns.id, Columns.year, Term("person_times", "服务人次"), Term("families", "服务户数"),
    Columns.note,
  ]
}
