/// What runs in the three communities, who carries it and where.
enum ChibiPrograms {
  struct Program {
    let name: String
    let kind: Term
    let tier: Term
    let community: Int
    let organization: Int?
    let opened: Day
    var yuan: Int?
    var method: String?
  }

  static let sunday = 0
  static let afterSchool = 1
  static let mothers = 2
  static let caring = 3
  static let cleanup = 4
  static let patrol = 5
  static let neighbours = 6
  static let mediation = 7
  static let homeCare = 8
  static let dayCare = 9
  static let flats = 10
  static let medical = 11
  static let dance = 12
  static let science = 13
  static let painting = 14
  static let handicraft = 15

  static func key(_ program: Int) -> Key { Key("P", program + 1, width: 2) }

  private static let children = Term("children", "儿童关爱")
  private static let volunteering = Term("volunteering", "志愿服务")
  private static let elderCare = Term("elder_care", "居家养老")
  private static let linkage = "三社联动"

  static let all: [Program] = [
    Program(
      name: "快乐星期天", kind: children, tier: Word.special, community: 0, organization: 0,
      opened: Day(2016, 3, 6), yuan: 40_000, method: linkage),
    Program(
      name: "五点半学校", kind: children, tier: Word.special, community: 0, organization: 0,
      opened: Day(2016, 9, 1), yuan: 36_000, method: linkage),
    Program(
      name: "爱心妈妈结对", kind: children, tier: Word.regular, community: 0, organization: 1,
      opened: Day(2015, 3, 8)),
    Program(
      name: "社区大关爱", kind: Term("care", "关怀帮扶"), tier: Word.regular, community: 0,
      organization: 0, opened: Day(2015, 6, 1), yuan: 30_000, method: linkage),
    Program(
      name: "社区清洁", kind: volunteering, tier: Word.regular, community: 1, organization: 2,
      opened: Day(2014, 3, 5)),
    Program(
      name: "义务巡逻", kind: volunteering, tier: Word.regular, community: 1, organization: 3,
      opened: Day(2014, 5, 4)),
    Program(
      name: "邻里爱心帮扶", kind: Term("neighbourhood", "邻里互助"), tier: Word.regular,
      community: 1, organization: 2, opened: Day(2014, 3, 5), yuan: 24_000, method: linkage),
    Program(
      name: "婚姻家庭调解室", kind: Term("mediation", "纠纷调解"), tier: Word.regular, community: 1,
      organization: nil, opened: Day(2016, 1, 4)),
    Program(
      name: "居家养老服务", kind: elderCare, tier: Word.special, community: 2, organization: 4,
      opened: Day(2016, 10, 9), yuan: 80_000, method: linkage),
    Program(
      name: "老年人日间照料", kind: elderCare, tier: Word.special, community: 2, organization: 4,
      opened: Day(2016, 10, 9), yuan: 30_000),
    Program(
      name: "老年公寓", kind: elderCare, tier: Word.special, community: 2, organization: 4,
      opened: Day(2017, 5, 1)),
    Program(
      name: "医养结合", kind: Term("health", "健康服务"), tier: Word.special, community: 2,
      organization: 5, opened: Day(2017, 5, 1), yuan: 26_000, method: "医养结合"),
    Program(
      name: "小区广场舞", kind: volunteering, tier: Word.regular, community: 1, organization: 7,
      opened: Day(2013, 6, 1)),
    Program(
      name: "科普知识讲座", kind: Term("health", "健康服务"), tier: Word.regular, community: 2,
      organization: 5, opened: Day(2018, 4, 1), yuan: 8_000),
    Program(
      name: "银龄书画", kind: elderCare, tier: Word.regular, community: 2, organization: 6,
      opened: Day(2026, 3, 1), yuan: 12_000, method: linkage),
    Program(
      name: "巧手编织", kind: Term("neighbourhood", "邻里互助"), tier: Word.regular, community: 1,
      organization: 6, opened: Day(2026, 5, 8), yuan: 9_000, method: linkage),
  ]
}

enum ChibiOrganizations {
  static func key(_ organization: Int) -> Key { Key("O", organization + 1, width: 2) }
  static let hospital = 5

  static let all: [(name: String, kind: Term, community: Int?, founded: Day?)] = [
    ("关爱留守儿童服务社", social, 0, Day(2016, 3, 1)),
    ("爱心妈妈志愿者队", team, 0, Day(2015, 3, 8)),
    ("六米桥社区志愿者服务队", team, 1, Day(2014, 3, 5)),
    ("六米桥社区义工组织", team, 1, Day(2014, 5, 4)),
    ("桃花坪居家养老服务中心", social, 2, Day(2016, 10, 9)),
    ("蒲纺医院", Term("hospital", "医院"), nil, nil),
    ("蒲纺三社社会工作服务中心", Term("social_work", "社工机构"), nil, Day(2017, 8, 15)),
    ("小区广场舞队", team, 1, Day(2013, 6, 1)),
    ("园区就业互助社", social, nil, Day(2018, 4, 12)),
    ("向阳助残服务社", social, nil, Day(2019, 5, 19)),
  ]

  private static let social = Term("social_organization", "社会组织")
  private static let team = Term("volunteer_team", "志愿服务队")
}

/// Where it happens, and the rooms of the two houses that have several.
enum ChibiVenues {
  struct Venue {
    let name: String
    let program: Int
    let community: Int
    var rooms: Int?
    var landArea: Int?
    var floorArea: Int?
    var beds: Int?
    var yuan: Int?
    var note: StaticString?
  }

  static func key(_ venue: Int) -> Key { Key("VN", venue + 1, width: 2) }
  static func roomKey(_ room: Int) -> Key { Key("RM", room + 1, width: 2) }

  static let school = 0
  static let centre = 1
  static let dayCare = 2
  static let flats = 3
  static let station = 4
  static let mediation = 5
  static let dayCareBeds = 10
  static let flatBeds = 62

  static let all = [
    Venue(name: "五点半学校", program: ChibiPrograms.afterSchool, community: 0, rooms: 3),
    Venue(
      name: "居家养老服务中心", program: ChibiPrograms.homeCare, community: 2, rooms: 5,
      landArea: 3000, floorArea: 1800, note: "总占地约3000多平方米"),
    Venue(
      name: "老年人日间照料室", program: ChibiPrograms.dayCare, community: 2, rooms: 2,
      beds: dayCareBeds, yuan: 0, note: "免费"),
    Venue(
      name: "老年公寓", program: ChibiPrograms.flats, community: 2, beds: flatBeds, yuan: 680,
      note: "床位60多个，低价有偿"),
    Venue(name: "志愿者服务站", program: ChibiPrograms.neighbours, community: 1, rooms: 2),
    Venue(name: "婚姻家庭调解室", program: ChibiPrograms.mediation, community: 1, rooms: 1),
  ]

  static let reading = 0
  static let classroom = 1
  static let playroom = 2
  static let canteen = 3
  static let gym = 4
  static let lounge = 5
  static let talk = 7

  static let rooms: [(name: StaticString, venue: Int, use: Term)] = [
    ("阅览室", school, Term("class", "学习")), ("教室", school, Term("class", "学习")),
    ("娱乐室", school, Term("play", "娱乐")), ("食堂", centre, Term("meal", "用餐")),
    ("健身室", centre, Term("sport", "健身")), ("娱乐室", centre, Term("play", "娱乐")),
    ("图书室", centre, Term("class", "学习")), ("聊天室", centre, Term("talk", "谈话")),
  ]
}
