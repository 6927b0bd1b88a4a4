/// The columns of the tables that both models have, in the order of the care schema; a model adds
/// its own at the end.
enum Columns {
  static let id = Term("id", "编号")
  static let name = Term("name", "名称")
  static let personName = Term("name", "姓名")
  static let area = Term("area", "区域")
  static let family = Term("family", "家庭")
  static let member = Term("member", "成员")
  static let program = Term("program", "项目")
  static let organization = Term("organization", "组织")
  static let venue = Term("venue", "场所")
  static let volunteer = Term("volunteer", "志愿者")
  static let kind = Term("kind", "类型")
  static let date = Term("date", "日期")
  static let note = Term("note", "备注")
  static let year = Term("year", "年份")
  static let number = Term("number", "序号")
  static let session = Term("session", "场次")
  static let since = Term("since", "起始日期")
  static let until = Term("until", "结束日期")

  static let areas = [
    Term("code", "代码"), name, Term("level", "层级"), Term("parent", "上级"),
    Term("households", "户数"), Term("residents", "居民数"), Term("km2", "面积"),
    Term("aged_share", "老年人占比"), note,
  ]
  static let families = [
    id, Term("head", "户主"), area, Term("tags", "类别"), Term("registered", "登记日期"),
    Term("status", "状态"), Term("phone", "电话"), Term("address", "住址"),
  ]
  static let members = [
    id, family, personName, Term("sex", "性别"), Term("born", "出生日期"),
    Term("role", "家庭角色"), Term("conditions", "健康状况"), Term("mobility", "行动能力"),
  ]
  static let programs = [
    id, name, kind, Term("tier", "帮扶层级"), area, organization, Term("opened", "开办日期"),
    Term("closed", "结束日期"), Term("level", "级别"), Term("budget", "预算金额"),
    Term("method", "工作法"),
  ]
  static let services = [
    id, family, member, program, Term("line", "服务系列"), kind, Term("tier", "帮扶层级"), date,
    Term("mode", "方式"), venue, volunteer, organization, Term("minutes", "时长"),
    Term("cost", "费用"), Term("rating", "评分"),
  ]
  static let commitments = [
    id, program, kind, Term("every", "周期"), Term("at_least", "最低次数"),
    Term("since", "生效日期"), Term("until", "失效日期"),
  ]
  static let volunteers = [
    id, personName, area, kind, family, Term("since", "加入日期"), Term("capacity", "可结对数"),
  ]
  static let pairings = [
    id, volunteer, family, member, kind, Term("since", "结对日期"), until,
  ]
  static let organizations = [id, name, kind, area, Term("founded", "成立日期")]
  static let venues = [
    id, name, program, area, Term("rooms", "房间数"), Term("land_area", "占地面积"),
    Term("floor_area", "建筑面积"), Term("beds", "床位数"), Term("fee", "收费"), note,
  ]
  static let stays = [
    id, venue, member, Term("from", "入住日期"), Term("until", "退住日期"),
  ]
  static let needs = [
    id, family, area, kind, Term("raised", "提出日期"), Term("designed", "设计日期"),
    Term("claimed", "承接日期"), Term("delivered", "落实日期"), organization,
  ]
  static let budgets = [id, year, area, Term("line", "科目"), Term("amount", "金额"), note]
  static let campaigns = [
    id, Term("festival", "名目"), year, Term("areas", "区域"), Term("partner", "合作组织"),
  ]
}

/// The names of the tables that both models have.
enum Table {
  static let areas = Term("areas", "区域")
  static let families = Term("families", "家庭")
  static let members = Term("members", "成员")
  static let organizations = Term("organizations", "组织")
  static let programs = Term("programs", "项目")
  static let venues = Term("venues", "场所")
  static let volunteers = Term("volunteers", "志愿者")
  static let pairings = Term("pairings", "结对")
  static let commitments = Term("commitments", "承诺")
  static let sessions = Term("sessions", "场次")
  static let services = Term("services", "服务")
  static let stays = Term("stays", "入住")
  static let needs = Term("needs", "需求")
  static let budgets = Term("budgets", "预算")
  static let campaigns = Term("campaigns", "活动")
}
