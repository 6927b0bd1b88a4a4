/// One event of a community.
struct ChibiSession: Sendable {
  let program: Int
  let kind: Term
  let day: Day
  let venue: Int?
  var room: Int?
  var course: Int?
  var attended: Int?
}

/// The five courses of 快乐星期天.
enum Course {
  static let all = [
    Term("care", "心理关爱"), Term("handicraft", "手工辅导"), Term("art", "美术"),
    Term("sports", "体育"), Term("classics", "国学知识"),
  ]
}

/// What was held since 2024, day by day, with the days and months that were missed.
struct ChibiCalendar: Sendable {
  private let seed: SampleSeed
  private let asOf: Day

  static let start = Day(2024, 1, 1)
  static func key(_ session: Int) -> Key { Key("SE", session + 1, width: 4) }

  init(seed: SampleSeed, asOf: Day) {
    self.seed = seed.child("sessions")
    self.asOf = asOf
  }

  func sessions() -> [ChibiSession] {
    guard asOf >= ChibiCalendar.start else { return [] }
    var sessions: [ChibiSession] = []
    for number in ChibiCalendar.start.number...asOf.number {
      let day = Day(number: number)
      var random = seed.stream(number)
      addChildren(day, &random, &sessions)
      addVolunteers(day, &random, &sessions)
      addElders(day, &random, &sessions)
    }
    return sessions
  }

  /// School terms, the long holidays left out.
  private func isTerm(_ day: Day) -> Bool {
    let (year, month, number) = day.components
    let festival = springFestival(year)
    if month == 10, number <= 7 { return false }
    return day >= festival + 8 && day < Day(year, 7, 8)
      || day >= Day(year, 9, 1) || day < min(festival - 14, Day(year, 1, 24))
  }

  /// 五点半学校 on school days since autumn 2025; 快乐星期天 on Sundays since March 2025.
  private func addChildren(
    _ day: Day, _ random: inout SampleRandom, _ sessions: inout [ChibiSession]
  ) {
    guard isTerm(day) else { return }
    if day.weekday < 6, day >= Day(2025, 9, 1), !random.chance(3) {
      var rooms = [ChibiVenues.classroom]
      if day.weekday % 2 == 1 { rooms.append(ChibiVenues.reading) }
      // The playroom has stood idle since summer 2026.
      if day.weekday == 5, day < Day(2026, 7, 1) { rooms.append(ChibiVenues.playroom) }
      for room in rooms {
        sessions.append(
          ChibiSession(
            program: ChibiPrograms.afterSchool, kind: ServiceKind.afterSchool, day: day,
            venue: ChibiVenues.school, room: room,
            attended: random.within(room == ChibiVenues.classroom ? 19...34 : 6...14)))
      }
    }
    guard day.weekday == 7, day >= Day(2025, 3, 2), !random.chance(5) else { return }
    for course in [day.week % 5, (day.week + 2) % 5] where course != 3 || day.week % 2 == 0 {
      sessions.append(
        ChibiSession(
          program: ChibiPrograms.sunday, kind: ServiceKind.course, day: day,
          venue: ChibiVenues.school,
          room: course == 0 ? ChibiVenues.reading : ChibiVenues.classroom, course: course))
    }
  }

  /// The daily patrol since 2025 and the monthly clean-up of 六米桥; dancing on Saturdays.
  private func addVolunteers(
    _ day: Day, _ random: inout SampleRandom, _ sessions: inout [ChibiSession]
  ) {
    let (year, month, number) = day.components
    let storm = Day(2026, 8, 9)...Day(2026, 8, 12)
    let festival = springFestival(year)
    let atHome = (festival...(festival + 1)).contains(day)
    if day >= Day(2025, 1, 1), !atHome, !storm.contains(day), !random.chance(3) {
      sessions.append(
        ChibiSession(
          program: ChibiPrograms.patrol, kind: ServiceKind.patrol, day: day,
          venue: ChibiVenues.station, attended: random.within(4...9)))
    }
    let missed = [[2024, 2], [2025, 1], [2026, 2], [2026, 7]].contains([year, month])
    if number == 5 + month % 4, !missed {
      sessions.append(
        ChibiSession(
          program: ChibiPrograms.cleanup, kind: ServiceKind.cleanup, day: day,
          venue: ChibiVenues.station, attended: random.within(18...46)))
    }
    if day.weekday == 6, day >= Day(2026, 3, 1), !random.chance(8) {
      sessions.append(
        ChibiSession(
          program: ChibiPrograms.dance, kind: ServiceKind.interest, day: day, venue: nil,
          attended: random.within(14...32)))
    }
  }

  /// The elder-care centre; nobody has used its library.
  private func addElders(
    _ day: Day, _ random: inout SampleRandom, _ sessions: inout [ChibiSession]
  ) {
    guard day >= Day(2025, 1, 1) else { return }
    let (year, month, number) = day.components
    if day.weekday == 3, !random.chance(7) {
      let rooms = [ChibiVenues.lounge, ChibiVenues.gym, ChibiVenues.talk, ChibiVenues.lounge]
      sessions.append(
        ChibiSession(
          program: ChibiPrograms.homeCare, kind: ServiceKind.gathering, day: day,
          venue: ChibiVenues.centre, room: rooms[day.week % 4],
          attended: random.within(12...38)))
    }
    if number == 15, month % 3 == 0 {
      sessions.append(
        ChibiSession(
          program: ChibiPrograms.medical, kind: ServiceKind.consultation, day: day,
          venue: ChibiVenues.centre, room: ChibiVenues.talk, attended: random.within(20...44)))
    }
    let missed = [[2025, 8], [2026, 4], [2026, 10]].contains([year, month])
    if number == 20, !missed {
      sessions.append(
        ChibiSession(
          program: ChibiPrograms.science, kind: ServiceKind.lecture, day: day,
          venue: ChibiVenues.centre, room: ChibiVenues.canteen,
          attended: random.within(22...55)))
    }
  }
}
