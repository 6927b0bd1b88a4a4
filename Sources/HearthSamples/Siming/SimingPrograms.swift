/// What runs in Siming: the four homes, the purchased services and the standing actions.
struct SimingProgram {
  let name: String
  var alias: String?
  let kind: Term
  let tier: Term
  let area: Key
  /// The position of the organisation that carries it.
  let organization: Int?
  let opened: Day
  var closed: Day?
  var level: Term?
  var yuan: Int?
  var method: String?
}

enum SimingPrograms {
  static let happy = 0
  static let cosy = 1
  static let neighbours = 2
  static let gathered = 3
  static let homes = [happy, cosy, neighbours, gathered]
  static let festival = 4
  static let housekeeping = 5
  static let insurance = 6
  static let cooling = 7
  static let peers = 8
  static let health = 9
  static let midAutumn = 10
  static let goldenSun = 11
  static let egret = 12
  static let familyDay = 13
  static let counselling = 14
  static let retrofit = 15
  /// The first of ten: the everyday visits of each street's communities.
  static let everyday = 16

  static func key(_ program: Int) -> Key { Key("P", program + 1, width: 2) }

  static func street(ofHome home: Int) -> Int {
    [SimingPlaces.lianqian, SimingPlaces.kaiyuan, SimingPlaces.yundang, SimingPlaces.wucun][home]
  }

  static func mainVenue(ofHome home: Int) -> Int {
    [
      SimingVenues.careCentre, SimingVenues.hope, SimingVenues.familyRoom, SimingVenues.wenping,
    ][home]
  }

  private static let home = Term("home", "暖心家园")
  private static let purchased = Term("purchased", "购买服务")
  private static let care = Term("care", "关怀帮扶")
  private static let healthKind = Term("health", "健康服务")
  private static let volunteering = Term("volunteering", "志愿服务")
  private static let neighbourhood = Term("neighbourhood", "邻里互助")
  private static let national = Term("national", "国家级")
  private static let municipal = Term("municipal", "市级")

  static let all: [SimingProgram] = theHomes + ofDistrict + ofStreets + ofCommunities

  private static let theHomes: [SimingProgram] = [
    SimingProgram(
      name: "快乐我家", kind: home, tier: Word.special,
      area: SimingPlaces.code(street: SimingPlaces.lianqian), organization: 1,
      opened: Day(2018, 10, 20), level: national, yuan: 120_000, method: "同伴互助法"),
    SimingProgram(
      name: "温馨我家", kind: home, tier: Word.special,
      area: SimingPlaces.code(street: SimingPlaces.kaiyuan), organization: 2,
      opened: Day(2018, 11, 15), level: national, yuan: 120_000, method: "三三制工作法"),
    SimingProgram(
      name: "睦邻我家", kind: home, tier: Word.special,
      area: SimingPlaces.code(street: SimingPlaces.yundang), organization: 3,
      opened: Day(2019, 6, 18), level: municipal, yuan: 100_000),
    SimingProgram(
      name: "情暖梧家", alias: "爱聚梧家", kind: home, tier: Word.special,
      area: SimingPlaces.code(street: SimingPlaces.wucun), organization: 4,
      opened: Day(2020, 5, 15), level: municipal, yuan: 100_000),
  ]

  private static let ofDistrict: [SimingProgram] = [
    SimingProgram(
      name: "节日走访慰问", kind: care, tier: Word.universal, area: SimingPlaces.districtCode,
      organization: 0,
      opened: Day(2013, 3, 1)),
    SimingProgram(
      name: "暖心家政", kind: purchased, tier: Word.universal, area: SimingPlaces.districtCode,
      organization: 5,
      opened: Day(2014, 1, 1), yuan: 180_000),
    SimingProgram(
      name: "暖心保险", kind: purchased, tier: Word.universal, area: SimingPlaces.districtCode,
      organization: 6,
      opened: Day(2015, 5, 1), yuan: 260_000),
    SimingProgram(
      name: "夏日送清凉", kind: care, tier: Word.universal, area: SimingPlaces.districtCode,
      organization: 0,
      opened: Day(2016, 6, 15)),
    SimingProgram(
      name: "红帆领航·同伴互助", kind: volunteering, tier: Word.universal, area: SimingPlaces.districtCode,
      organization: 0, opened: Day(2019, 3, 5), method: "同伴互助法"),
    SimingProgram(
      name: "红帆领航·健康同行", kind: healthKind, tier: Word.universal, area: SimingPlaces.districtCode,
      organization: 9, opened: Day(2021, 4, 7)),
    SimingProgram(
      name: "近邻思民·情暖中秋", kind: care, tier: Word.universal, area: SimingPlaces.districtCode,
      organization: 7, opened: Day(2021, 9, 1)),
  ]

  private static let ofStreets: [SimingProgram] = [
    SimingProgram(
      name: "金色阳光上门服务", kind: volunteering, tier: Word.regular,
      area: SimingPlaces.code(community: SimingPlaces.qianpuXi), organization: 8,
      opened: Day(2021, 9, 13)),
    SimingProgram(
      name: "安心小白鹭", kind: purchased, tier: Word.special,
      area: SimingPlaces.code(street: SimingPlaces.yundang), organization: 3,
      opened: Day(2020, 3, 1), yuan: 60_000),
    SimingProgram(
      name: "我们的家庭日", kind: care, tier: Word.special,
      area: SimingPlaces.code(street: SimingPlaces.yundang), organization: 3,
      opened: Day(2020, 5, 10), yuan: 30_000),
    SimingProgram(
      name: "心桥个案辅导", kind: purchased, tier: Word.universal, area: SimingPlaces.districtCode,
      organization: 10, opened: Day(2019, 9, 1), yuan: 80_000),
    SimingProgram(
      name: "居家安全小修", kind: purchased, tier: Word.universal, area: SimingPlaces.districtCode,
      organization: 5, opened: Day(2022, 3, 1), closed: Day(2024, 12, 31), yuan: 40_000),
  ]

  private static let ofCommunities: [SimingProgram] = SimingPlaces.streets.indices.map {
    SimingProgram(
      name: "\(SimingPlaces.streets[$0].name)社区日常走访", kind: neighbourhood, tier: Word.regular,
      area: SimingPlaces.code(street: $0), organization: nil, opened: Day(2014, 3, 1))
  }
}

/// Organisations of Siming; the names of agencies and companies are made up.
enum SimingOrganizations {
  static func key(_ organization: Int) -> Key { Key("O", organization + 1, width: 2) }
  static let sunrise = 7

  static let all: [(name: String, kind: Term, street: Int?, founded: Day?)] = [
    ("思明区计划生育协会", Term("association", "协会"), nil, nil),
    ("思明区结伴社会工作服务中心", socialWork, SimingPlaces.lianqian, Day(2015, 4, 20)),
    ("思明区围炉社会工作服务中心", socialWork, SimingPlaces.kaiyuan, Day(2014, 8, 11)),
    ("思明区颐邻社会工作服务中心", socialWork, SimingPlaces.yundang, Day(2012, 11, 6)),
    ("思明区梧桐社会工作服务中心", socialWork, SimingPlaces.wucun, Day(2016, 3, 28)),
    ("厦门厝边净家家政服务有限公司", company, SimingPlaces.lianqian, Day(2011, 7, 1)),
    ("厦门安厝保险服务有限公司", company, SimingPlaces.kaiyuan, Day(2009, 5, 18)),
    ("晨曦公益志愿服务队", volunteers, nil, Day(2013, 12, 5)),
    ("前埔西“金色阳光”志愿者队", volunteers, SimingPlaces.lianqian, nil),
    ("思明区近邻健康服务站", Term("hospital", "医院"), SimingPlaces.wucun, Day(2010, 1, 4)),
    ("思明区心桥心理服务中心", Term("social_organization", "社会组织"), SimingPlaces.jialian, nil),
  ]

  private static let socialWork = Term("social_work", "社工机构")
  private static let company = Term("company", "企业")
  private static let volunteers = Term("volunteer_team", "志愿服务队")
}

/// Rooms of the homes, and of the six streets without a home.
enum SimingVenues {
  struct Venue {
    let name: String
    let program: Int
    let area: Key
    let rooms: Int?
    let floorArea: Int?
  }

  static func key(_ venue: Int) -> Key { Key("VN", venue + 1, width: 2) }
  static let careCentre = 0
  static let teaRoom = 1
  static let hope = 2
  static let creek = 3
  static let familyRoom = 4
  static let wenping = 5
  /// The first of six: a hall in each street without a home.
  static let halls = 6

  static let all: [Venue] =
    [
      venue("前埔南社区关爱中心", SimingPrograms.happy, "前埔南", 4, 260),
      venue("莲成社区茶聊室", SimingPrograms.happy, "莲成", 1, 60),
      venue("希望社区活动场所", SimingPrograms.cosy, "希望", 3, 180),
      venue("溪岸社区活动场所", SimingPrograms.cosy, "溪岸", 3, 150),
      venue("育秀社区家庭日活动室", SimingPrograms.neighbours, "育秀", 2, 120),
      venue("文屏社区爱聚梧家", SimingPrograms.gathered, "文屏", 3, nil),
    ]
    + SimingPlaces.withoutHome.map {
      Venue(
        name: "\(SimingPlaces.streets[$0].name)街道联谊厅", program: SimingPrograms.midAutumn,
        area: SimingPlaces.code(street: $0), rooms: 1, floorArea: nil)
    }

  private static func venue(
    _ name: String, _ program: Int, _ community: String, _ rooms: Int, _ floorArea: Int?
  ) -> Venue {
    Venue(
      name: name, program: program,
      area: SimingPlaces.code(community: SimingPlaces.community(community)), rooms: rooms,
      floorArea: floorArea)
  }
}
