/// One event of a home or an action, to which families come.
struct SimingSession: Sendable {
  enum Kind: Sendable { case training, gathering, lecture, interest, outing, council }

  let program: Int
  let kind: Kind
  let day: Day
  let venue: Int
  var street: Int
  var group: Int?
  var theme: Term?
  var topic: StaticString?
  /// How many of 1200 families come.
  var turnout = 3
  /// Percent of the street's families who come, where everybody is invited.
  var share: Int?

  var kindTerm: Term {
    switch kind {
    case .training: ServiceKind.training
    case .gathering: ServiceKind.gathering
    case .lecture: ServiceKind.lecture
    case .interest: ServiceKind.interest
    case .outing: ServiceKind.outing
    case .council: ServiceKind.council
    }
  }
}

/// The six small groups of 温馨我家.
enum SmallGroup {
  static let all = [
    Term("tea", "茶聊"), Term("chat", "话仙"), Term("singing", "唱歌"), Term("dancing", "跳舞"),
    Term("volunteering", "志愿"), Term("love", "爱心"),
  ]
}

/// The calendar of sessions since 2023: the promised rhythm of each home, with the slots it missed.
struct SimingCalendar: Sendable {
  private let seed: SampleSeed
  private let asOf: Day

  static let start = Day(2023, 1, 1)
  static func key(_ session: Int) -> Key { Key("SE", session + 1, width: 4) }

  init(seed: SampleSeed, asOf: Day) {
    self.seed = seed.child("sessions")
    self.asOf = asOf
  }

  /// All sessions up to the day of the data, in the order of their days.
  func sessions() -> [SimingSession] {
    guard asOf >= SimingCalendar.start else { return [] }
    var sessions: [SimingSession] = []
    addWeeks(&sessions)
    for year in SimingCalendar.start.year...asOf.year { addYear(year, &sessions) }
    // Sessions of one day stay in the order in which they were added.
    return sessions.enumerated().filter { $0.element.day <= asOf }.sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }

  /// Every week an interest group in each home; in 温馨我家 three of the six groups take turns.
  private func addWeeks(_ sessions: inout [SimingSession]) {
    let monday = SimingCalendar.start - (SimingCalendar.start.weekday - 1)
    for start in stride(from: monday.number, through: asOf.number, by: 7) {
      let week = Day(number: start)
      for home in SimingPrograms.homes where !missesWeek(home, week) {
        switch home {
        case SimingPrograms.happy: sessions.append(happyWeek(week))
        case SimingPrograms.cosy: sessions += cosyWeek(week)
        case SimingPrograms.neighbours: sessions.append(neighboursWeek(week))
        default:
          sessions.append(
            session(
              home, .interest, week + 2, SimingVenues.wenping, turnout: 3))
        }
      }
    }
    sessions.removeAll { $0.day < SimingCalendar.start }
  }

  private func missesWeek(_ home: Int, _ monday: Day) -> Bool {
    let festival = springFestival(monday.year)
    if (monday...(monday + 6)).contains(festival) { return home != SimingPrograms.happy }
    let summerBreak = Day(2026, 8, 3)...Day(2026, 8, 24)
    if home == SimingPrograms.gathered, summerBreak.contains(monday) { return true }
    if home == SimingPrograms.neighbours, monday == Day(2026, 9, 28) { return true }
    return seed.percentile(monday.week, home) < 3
  }

  private func happyWeek(_ monday: Day) -> SimingSession {
    // The tea room is too small for exercise, so the theme of health was never held there.
    let atCentre = monday.week % 3 != 0
    let themes = atCentre ? HomeTheme.happy : HomeTheme.happyAtTable
    var session = session(
      SimingPrograms.happy, .interest, monday + 2,
      atCentre ? SimingVenues.careCentre : SimingVenues.teaRoom, turnout: 3)
    session.theme = themes[monday.week / 3 % themes.count]
    return session
  }

  private func cosyWeek(_ monday: Day) -> [SimingSession] {
    (0..<3).map { turn in
      let group = (monday.week % 2) * 3 + turn
      var session = session(
        SimingPrograms.cosy, .interest, monday + (1 + turn * 2),
        turn == 1 ? SimingVenues.creek : SimingVenues.hope, turnout: 2)
      session.group = group
      return session
    }
  }

  private func neighboursWeek(_ monday: Day) -> SimingSession {
    var session = session(
      SimingPrograms.neighbours, .interest, monday + 4, SimingVenues.familyRoom,
      turnout: 3)
    session.theme = HomeTheme.neighbours[monday.week % 3]
    return session
  }

  private func addYear(_ year: Int, _ sessions: inout [SimingSession]) {
    for home in SimingPrograms.homes {
      let venue = SimingPrograms.mainVenue(ofHome: home)
      for month in 1...12 where !missesLecture(home, year, month) {
        let first = Day(year, month, 1)
        let thursday = first + (11 - first.weekday) % 7 + 7
        var lecture = session(home, .lecture, thursday + home % 2, venue, turnout: 4)
        lecture.topic = LectureTopic.all[(year * 12 + month + home * 3) % LectureTopic.all.count]
        sessions.append(lecture)
      }
      for quarter in 0..<4 where !SimingMissed.gatherings.contains([home, year, quarter + 1]) {
        let day = Day(year, quarter * 3 + [2, 2, 2, 1][quarter], 12 + home * 4)
        sessions.append(session(home, .gathering, day, venue, turnout: 7))
      }
      if !SimingMissed.trainings.contains([home, year]) {
        let day = Day(year, 5, 13 + home)
        sessions.append(session(home, .training, day, venue, turnout: 5))
      }
      for month in [4, 11] {
        let day = Day(year, month, 16 + home * 2)
        sessions.append(session(home, .outing, day, venue, turnout: 8))
      }
    }
    addCouncil(year, &sessions)
    addFamilyDay(year, &sessions)
    addMidAutumn(year, &sessions)
  }

  private func missesLecture(_ home: Int, _ year: Int, _ month: Int) -> Bool {
    SimingMissed.lectures.contains([home, year, month])
      || year < 2026 && seed.percentile(year * 12 + month, home + 10) < 4
  }

  private func addCouncil(_ year: Int, _ sessions: inout [SimingSession]) {
    for quarter in 1...4 where !SimingMissed.councils.contains([year, quarter]) {
      let day = Day(year, quarter * 3, 18)
      sessions.append(
        session(
          SimingPrograms.cosy, .council, day,
          quarter % 2 == 0 ? SimingVenues.creek : SimingVenues.hope, turnout: 3))
    }
  }

  private func addFamilyDay(_ year: Int, _ sessions: inout [SimingSession]) {
    for month in [3, 5, 8, 10] {
      var session = session(
        SimingPrograms.familyDay, .gathering, Day(year, month, 22),
        SimingVenues.familyRoom, turnout: 6)
      session.theme = HomeTheme.neighbours[month % 3]
      sessions.append(session)
    }
  }

  /// The six streets without a home celebrate together; nearly everybody is invited since 2026.
  private func addMidAutumn(_ year: Int, _ sessions: inout [SimingSession]) {
    let shares = year >= 2026 ? [93, 96, 77, 92, 86, 100] : [46, 50, 38, 44, 42, 60]
    for (position, street) in SimingPlaces.withoutHome.enumerated() {
      var session = session(
        SimingPrograms.midAutumn, .gathering, midAutumn(year) - (6 - position),
        SimingVenues.halls + position, turnout: 0)
      session.street = street
      session.share = shares[position]
      sessions.append(session)
    }
  }

  private func session(
    _ program: Int, _ kind: SimingSession.Kind, _ day: Day, _ venue: Int, turnout: Int
  ) -> SimingSession {
    let home = program == SimingPrograms.familyDay ? SimingPrograms.neighbours : program
    let street = home < 4 ? SimingPrograms.street(ofHome: home) : 0
    return SimingSession(
      program: program, kind: kind, day: day, venue: venue, street: street, turnout: turnout)
  }
}

/// Promised slots that nobody kept: home, year and month or quarter.
private enum SimingMissed {
  static let lectures: [[Int]] = [
    [0, 2025, 2], [2, 2026, 2], [2, 2026, 8], [2, 2026, 10], [3, 2026, 5], [3, 2026, 6],
    [1, 2026, 2],
  ]
  static let gatherings: [[Int]] = [
    [0, 2025, 1], [3, 2026, 2], [2, 2024, 3], [0, 2026, 4], [2, 2026, 4], [3, 2026, 4],
  ]
  static let trainings: [[Int]] = [[2, 2024], [3, 2026]]
  static let councils: [[Int]] = [[2025, 2]]
}

/// The four themes of 快乐我家 and the three of 睦邻我家.
enum HomeTheme {
  static let happy = [
    Term("companions", "快乐相伴同行"), Term("mutual_help", "快乐结伴互助"),
    Term("wellness", "快乐养护健康"), Term("forward", "快乐生活前行"),
  ]
  /// Those that need no room to move.
  static let happyAtTable = [happy[0], happy[1], happy[3]]
  static let neighbours = [
    Term("heart", "养心"), Term("body", "养身"), Term("spirit", "养神"),
  ]
}

enum LectureTopic {
  static let all: [StaticString] = [
    "高血压防治", "糖尿病饮食", "防跌倒", "心理调适", "合理用药", "中医养生", "口腔健康", "春季保健",
    "急救常识", "睡眠与健康", "反诈与健康", "骨质疏松",
  ]
}
