import HearthSamples
import Testing

/// Every number that the article about Chibi states holds in the shipped sample.
struct ChibiNumbersTests {
  let data: SampleData

  init() throws { data = try SampleData(.chibi) }

  @Test func `the three communities have the stated totals`() {
    let areas = data["区域"]
    #expect(areas.value("名称", of: "421281400") == "蒲纺工业园")
    func row(_ name: String) -> [String] {
      let row = areas.rows(where: "名称", is: name)
      return ["户数", "居民数", "面积", "老年人占比"].map { row.column($0)[0] }
    }
    #expect(row("桂花树") == ["2412", "7421", "", ""])
    #expect(row("六米桥") == ["3025", "8894", "1.2", ""])
    #expect(row("桃花坪") == ["4700", "12500", "", "0.3"])
    #expect(areas.rows(where: "名称", is: "桃花坪").column("备注")[0].contains("4700多户"))
  }

  @Test func `seventy-four children are left behind, none older than sixteen`() {
    let children = data["成员"].rows(where: "留守儿童", is: "是")
    #expect(children.rows.count == 74)
    #expect(children.column("出生日期").allSatisfy { $0 > "2009-10-31" && $0 <= "2026-10-31" })
    let areas = Dictionary(uniqueKeysWithValues: data["家庭"].rows.map { ($0[0], $0[2]) })
    #expect(Set(children.column("家庭").map { areas[$0]! }) == ["421281400001"])
    #expect(children.column("监护人").contains(""))
  }

  @Test func `some of them were babies, some at school and some nearly grown up in autumn 2026`() {
    let born = data["成员"].rows(where: "留守儿童", is: "是").column("出生日期")
    let ages = born.map { 2026 - Int($0.prefix(4))! - ($0.dropFirst(5) > "09-01" ? 1 : 0) }
    #expect(Set(ages).isSubset(of: Set(0...16)))
    for ages in [0...5, 6...13, 14...16].map({ band in ages.filter(band.contains) }) {
      #expect(!ages.isEmpty)
    }
  }

  @Test func `three kinds of people help, in three ways, and the flow has four steps`() {
    let services = data["服务"]
    #expect(Set(services.column("服务人员")).subtracting([""]) == ["心理辅导老师", "社工", "志愿者"])
    #expect(Set(services.column("帮扶内容")) == ["生活关心", "心灵抚慰", "物质资助"])
    #expect(Set(data["资助"].column("类型")) == ["政府购买服务", "项目资金", "活动经费补贴"])
    let reached = ["提出日期", "设计日期", "承接日期", "落实日期"].map { step in
      data["需求"].filter(step) { !$0.isEmpty }.rows.count
    }
    #expect(reached == reached.sorted(by: >) && Set(reached).count == 4)
  }

  @Test func `exactly twenty of them have a volunteer mother`() {
    let children = Set(data["成员"].rows(where: "留守儿童", is: "是").column("编号"))
    let pairings = data["结对"].filter("成员") { children.contains($0) }
    let current = pairings.rows(where: "结束日期", is: "")
    #expect(Set(current.column("成员")).count == 20)
    #expect(current.rows.count == 20)
    #expect((Double(current.rows.count) / Double(children.count) * 1000).rounded() == 270)
    #expect(children.subtracting(current.column("成员")).count == 54)
    #expect(pairings.rows(where: "类型", is: "爱心妈妈").rows.count == pairings.rows.count)
    let ended = Set(pairings.filter("结束日期") { !$0.isEmpty }.column("成员"))
    #expect(!ended.subtracting(current.column("成员")).isEmpty)
  }

  @Test func `over a hundred volunteers work in 六米桥, three of them exemplars`() {
    let volunteers = data["志愿者"]
    #expect(volunteers.rows(where: "区域", is: "421281400002").rows.count > 100)
    #expect(volunteers.rows(where: "先进典型", is: "是").rows.count == 3)
  }

  @Test func `they help five groups of people`() {
    let families = data["家庭"].rows(where: "区域", is: "421281400002").column("类别")
    for group in [["困难"], ["残疾"], ["失独"], ["留守", "流动儿童"], ["孤寡老人"]] {
      #expect(
        families.contains { $0.split(separator: "、").contains { group.contains(String($0)) } })
    }
  }

  @Test func `one mother has helped for eleven years, and five children are grown up`() {
    let outcomes = data["结对"].filter("去向") { !$0.isEmpty }
    #expect(outcomes.rows.count == 5)
    #expect(Set(outcomes.column("去向")) == ["参加工作", "升入大学"])
    let mothers = Set(outcomes.column("志愿者"))
    #expect(mothers.count == 1)
    let since = data["志愿者"].value("加入日期", of: mothers.first!)!
    #expect(since > "2014-10-31" && since <= "2015-10-31")
  }

  @Test func `the elder-care centre has its areas and its beds`() {
    let venues = data["场所"]
    let centre = venues.rows(where: "名称", is: "居家养老服务中心")
    #expect(centre.column("占地面积") == ["3000"])
    #expect(centre.column("建筑面积") == ["1800"])
    #expect(venues.rows(where: "名称", is: "老年人日间照料室").column("床位数") == ["10"])
    #expect(venues.rows(where: "名称", is: "老年人日间照料室").column("收费") == ["0.00"])
    let flats = venues.rows(where: "名称", is: "老年公寓")
    #expect((60...69).contains(Int(flats.column("床位数")[0])!))
    #expect(flats.column("备注")[0].contains("60多个"))
    #expect(Double(flats.column("收费")[0])! > 0)
  }

  @Test func `every bed was taken on some day, none by two people, and nobody has two`() {
    let stays = data["入住"]
    for (venue, beds) in [("VN03", 10), ("VN04", 62)] {
      let own = stays.rows(where: "场所", is: venue)
      var changes: [(String, Int)] = []
      for row in own.rows {
        changes.append((row[3], 1))
        // The last day belongs to the stay: the bed is free from the day after.
        if !row[4].isEmpty { changes.append((row[4] + "~", -1)) }
      }
      var (now, most) = (0, 0)
      for change in changes.sorted(by: { $0 < $1 }) {
        now += change.1
        most = max(most, now)
      }
      #expect(most == beds, "\(venue)")
    }
    for rows in Dictionary(grouping: stays.rows, by: { $0[2] }).values {
      let sorted = rows.sorted { $0[3] < $1[3] }
      for (earlier, later) in zip(sorted, sorted.dropFirst()) {
        #expect(!earlier[4].isEmpty && earlier[4] < later[3], "\(earlier[2])")
      }
    }
  }

  @Test func `five courses, eleven groups, some of them with fewer than five people`() {
    #expect(Set(data["场次"].column("课程")).subtracting([""]).count == 5)
    #expect(
      data["人群"].column("名称") == [
        "老年人", "妇女", "儿童", "残疾人", "失业人员", "农民工", "服刑人员未成年子女", "困难家庭",
        "严重精神障碍患者", "有不良行为青少年", "社区矫正人员",
      ])
    let members = Dictionary(grouping: data["人群成员"].column("人群")) { $0 }.mapValues(\.count)
    #expect(members.values.contains { $0 < 5 })
    #expect(Set(data["人群组织"].column("人群")).count < 11)
  }

  @Test func `mediation began in 2016 and families came back`() {
    let cases = data["调解"]
    #expect(cases.column("受理日期").first!.hasPrefix("2016"))
    let room = data["项目"].rows(where: "类型", is: "纠纷调解")
    #expect(room.column("级别") == ["省级"])
    #expect(room.column("开办日期")[0].hasPrefix("2016"))
    let families = cases.column("家庭").filter { !$0.isEmpty }
    #expect(Set(families).count < families.count)
  }

  @Test func `the daily patrol and the monthly clean-up were missed now and then`() {
    let sessions = data["场次"]
    let patrols = Set(sessions.rows(where: "类型", is: "义务巡逻").column("日期"))
    #expect(patrols.count > 600 && patrols.count < 669)
    let cleanups = Set(sessions.rows(where: "类型", is: "社区清洁").column("日期").map { $0.prefix(7) })
    #expect(cleanups.count == 30)
  }

  @Test func `one community lacks a social worker`() {
    let workers = data["社工"].rows(where: "离岗日期", is: "")
    #expect(Set(workers.column("区域")) == ["421281400001", "421281400003"])
  }
}
