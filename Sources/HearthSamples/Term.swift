import HearthText

/// One word of the schema in both languages; a sample is written in either.
struct Term: Sendable {
  let english: StaticString
  let chinese: StaticString

  init(_ english: StaticString, _ chinese: StaticString) {
    self.english = english
    self.chinese = chinese
  }

  subscript(language: Language) -> StaticString { language == .english ? english : chinese }
}

/// Words that many tables use.
enum Word {
  static let yes = Term("yes", "是")
  static let no = Term("no", "否")

  static let city = Term("city", "市级")
  static let district = Term("district", "区级")
  static let street = Term("street", "街道级")
  static let community = Term("community", "社区级")

  static let active = Term("active", "在册")
  static let moved = Term("moved", "迁出")
  static let closed = Term("closed", "注销")

  static let female = Term("female", "女")
  static let male = Term("male", "男")

  static let universal = Term("district", "普惠")
  static let special = Term("street", "特色")
  static let regular = Term("community", "经常")

  static let day = Term("day", "天")
  static let week = Term("week", "周")
  static let month = Term("month", "月")
  static let quarter = Term("quarter", "季度")
  static let half = Term("half", "半年")
  static let year = Term("year", "年")
}

/// Tags of families, in the declared order.
enum Tag {
  static let bereaved = Term("bereaved", "失独")
  static let disabledChild = Term("disabled_child", "伤残")
  static let leftBehind = Term("left_behind", "留守")
  static let emptyNest = Term("empty_nest", "空巢")
  static let livingAlone = Term("living_alone", "独居")
  static let disabled = Term("disabled", "残疾")
  static let lowIncome = Term("low_income", "困难")
  static let illness = Term("illness", "因病困弱")
  static let new = Term("new", "新增")
  static let migrantChild = Term("migrant_child", "流动儿童")
  static let lonelyElder = Term("lonely_elder", "孤寡老人")
}

/// Roles of members in their family.
enum Role {
  static let head = Term("head", "户主")
  static let spouse = Term("spouse", "配偶")
  static let child = Term("child", "子女")
  static let parent = Term("parent", "父母")
  static let grandparent = Term("grandparent", "祖辈")
  static let grandchild = Term("grandchild", "孙辈")
}

/// What keeps a member from going out.
enum Mobility {
  static let independent = Term("independent", "行动自如")
  static let limited = Term("limited", "行动不便")
  static let homebound = Term("homebound", "足不出户")
  static let bedridden = Term("bedridden", "卧床")
}

/// Health conditions of members.
enum Condition {
  static let hypertension = Term("hypertension", "高血压")
  static let diabetes = Term("diabetes", "糖尿病")
  static let heart = Term("heart_disease", "心脏病")
  static let stroke = Term("stroke", "脑卒中")
  static let cancer = Term("cancer", "癌症")
  static let dementia = Term("dementia", "失智")
  static let depression = Term("depression", "抑郁")
  static let physical = Term("physical_disability", "肢体障碍")
  static let sensory = Term("sensory_disability", "视听障碍")
  static let mental = Term("mental_disability", "精神障碍")

  /// Those of old age, the frequent ones first.
  static let ofAge = [hypertension, diabetes, heart, stroke, depression, cancer, dementia]
}
