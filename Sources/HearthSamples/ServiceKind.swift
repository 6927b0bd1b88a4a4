/// Kinds of service, as the care schema names them.
enum ServiceKind {
  static let visit = Term("visit", "探访")
  static let call = Term("call", "问候")
  static let cleaning = Term("cleaning", "家政保洁")
  static let aircon = Term("aircon", "空调清洗")
  static let cooling = Term("cooling", "夏日送清凉")
  static let gathering = Term("gathering", "联谊交流")
  static let outing = Term("outing", "出游")
  static let training = Term("training", "培训")
  static let lecture = Term("lecture", "健康讲座")
  static let interest = Term("interest", "兴趣小组")
  static let guidance = Term("guidance", "健康指导")
  static let consultation = Term("consultation", "咨询")
  static let counselling = Term("counselling", "心理辅导")
  static let companionship = Term("companionship", "陪伴")
  static let escort = Term("escort", "陪诊")
  static let dayCare = Term("day_care", "日间照料")
  static let testing = Term("testing", "上门检测")
  static let insurance = Term("insurance", "投保")
  static let material = Term("material", "物资帮扶")
  static let tutoring = Term("tutoring", "课业辅导")
  static let course = Term("course", "课程")
  static let afterSchool = Term("after_school", "课后托管")
  static let checkup = Term("checkup", "体检")
  static let meal = Term("meal", "助餐")
  static let council = Term("council", "理事会")
  static let cleanup = Term("cleanup", "社区清洁")
  static let patrol = Term("patrol", "义务巡逻")
}

/// The five warm-heart lines.
enum Line {
  static let housekeeping = Term("housekeeping", "暖心家政")
  static let social = Term("social", "暖心联谊")
  static let insurance = Term("insurance", "暖心保险")
  static let visit = Term("visit", "暖心慰问")
  static let volunteering = Term("volunteering", "暖心志愿")
}

/// How a service reaches the family.
enum Mode {
  static let home = Term("home", "入户")
  static let venue = Term("venue", "到场")
  static let phone = Term("phone", "电话")
  static let wechat = Term("wechat", "微信")
}

/// The headings of the budget.
enum Fund {
  static let visits = Term("visits", "节日走访慰问")
  static let purchase = Term("purchase", "购买社会服务")
  static let housekeeping = Term("housekeeping", "家政服务")
}

/// What services of one kind look like: who pays, how long they take, what they cost.
struct ServiceShape: Sendable {
  let kind: Term
  let line: Term?
  let tier: Term
  let mode: Term
  /// Minutes: the least, and how many steps of five more.
  let minutes: (Int, Int)
  /// Yuan: the least, and how many steps of ten more; nothing for free.
  let yuan: (Int, Int)?
  let fund: Term?
  /// Percent of the deliveries that somebody rated.
  let rated: Int
  /// Whether a volunteer of the street brings it.
  let helped: Bool

  init(
    _ kind: Term, _ line: Term?, _ tier: Term, _ mode: Term, minutes: (Int, Int),
    yuan: (Int, Int)? = nil, fund: Term? = nil, rated: Int = 0,
    helped: Bool = false
  ) {
    self.kind = kind
    self.line = line
    self.tier = tier
    self.mode = mode
    self.minutes = minutes
    self.yuan = yuan
    self.fund = fund
    self.rated = rated
    self.helped = helped
  }
}
