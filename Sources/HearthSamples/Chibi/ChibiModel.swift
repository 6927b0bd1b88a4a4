/// All tables of the Chibi model, those that others link to first.
struct ChibiModel {
  let town: ChibiTown

  init(seed: UInt64, families: Int, asOf: Day) {
    town = ChibiTown(seed: SampleSeed(seed).child("chibi"), families: families, asOf: asOf)
  }

  static func expectedRows(families: Int) -> Int {
    2500 + families * 6 + ChibiServices.expected(families: families)
  }

  func write(to output: SampleOutput) throws {
    let sessions = ChibiCalendar(seed: town.seed, asOf: town.asOf).sessions()
    let registers = ChibiRegisters(town: town, sessions: sessions)
    let households = ChibiHouseholds(town: town)
    let helpers = ChibiHelpers(town: town)
    let requests = ChibiRequests(town: town)
    try output.table(Table.areas, Columns.areas, registers.writeAreas)
    try output.table(Table.families, Columns.families, households.writeFamilies)
    try output.table(Table.members, ChibiColumns.members, households.writeMembers)
    try output.table(
      Table.organizations, Columns.organizations, registers.writeOrganizations)
    try output.table(Table.programs, Columns.programs, registers.writePrograms)
    try output.table(Table.venues, Columns.venues, registers.writeVenues)
    try output.table(ChibiTable.rooms, ChibiColumns.rooms, registers.writeRooms)
    try output.table(Table.commitments, Columns.commitments, registers.writeCommitments)
    try output.table(Table.volunteers, ChibiColumns.volunteers, helpers.writeVolunteers)
    try output.table(Table.pairings, ChibiColumns.pairings, helpers.writePairings)
    try output.table(Table.sessions, ChibiColumns.sessions, registers.writeSessions)
    var services = ChibiServices(town: town, sessions: sessions)
    try output.table(Table.services, ChibiColumns.services) { try services.write(&$0) }
    try output.table(Table.stays, Columns.stays, households.writeStays)
    try output.table(Table.needs, Columns.needs, requests.writeNeeds)
    try output.table(ChibiTable.workers, ChibiColumns.workers, registers.writeWorkers)
    try output.table(ChibiTable.checkups, ChibiColumns.checkups, households.writeCheckups)
    try output.table(ChibiTable.cases, ChibiColumns.cases, requests.writeCases)
    try output.table(ChibiTable.tasks, ChibiColumns.tasks, requests.writeTasks)
    try output.table(ChibiTable.grants, ChibiColumns.grants, registers.writeGrants)
    try output.table(ChibiTable.groups, ChibiColumns.groups, registers.writeGroups)
    try output.table(
      ChibiTable.groupMembers, ChibiColumns.groupMembers, households.writeGroupMembers)
    try output.table(
      ChibiTable.groupOrganizations, ChibiColumns.groupOrganizations,
      registers.writeGroupOrganizations)
  }
}

private enum ChibiTable {
  static let rooms = Term("rooms", "房间")
  static let workers = Term("workers", "社工")
  static let checkups = Term("checkups", "体检记录")
  static let cases = Term("cases", "调解")
  static let tasks = Term("tasks", "事项")
  static let grants = Term("grants", "资助")
  static let groups = Term("groups", "人群")
  static let groupMembers = Term("group_members", "人群成员")
  static let groupOrganizations = Term("group_organizations", "人群组织")
}

private enum ChibiColumns {
  static let members =
    Columns.members + [
      Term("left_behind", "留守儿童"), Term("guardian", "监护人"),
      Term("guardian_kind", "监护关系"),
    ]
  static let volunteers = Columns.volunteers + [Term("exemplar", "先进典型")]
  static let pairings = Columns.pairings + [Term("outcome", "去向")]
  static let services =
    Columns.services + [
      Term("provider", "服务人员"), Term("support", "帮扶内容"), Columns.session,
    ]
  static let rooms = [Columns.id, Columns.venue, Columns.name, Term("use", "用途")]
  static let sessions = [
    Columns.id, Columns.program, Columns.kind, Term("course", "课程"), Columns.date,
    Columns.venue, Term("room", "房间"), Term("attended", "到场人数"),
  ]
  static let workers = [
    Columns.id, Columns.personName, Columns.area, Columns.organization,
    Term("since", "到岗日期"), Term("until", "离岗日期"),
  ]
  static let checkups = [
    Columns.id, Columns.member, Columns.date, Term("hospital", "医院"), Term("due", "下次体检"),
  ]
  static let cases = [
    Columns.id, Columns.family, Columns.area, Columns.kind, Term("raised", "受理日期"),
    Term("settled", "结案日期"), Term("result", "结果"),
  ]
  static let tasks = [
    Columns.id, Columns.name, Term("source", "来源"), Columns.area, Term("received", "收到日期"),
    Term("admitted", "准入"),
  ]
  static let grants = [
    Columns.id, Columns.organization, Columns.program, Columns.kind, Term("date", "拨付日期"),
    Term("amount", "金额"),
  ]
  static let groups = [Columns.id, Columns.name]
  static let groupMembers = [Columns.id, Term("group", "人群"), Columns.member]
  static let groupOrganizations = [Columns.id, Term("group", "人群"), Columns.organization]
}
