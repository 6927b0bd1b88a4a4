import HearthSamples
import Testing

/// Every number that the two articles state holds in the shipped samples.
struct SimingNumbersTests {
  let data: SampleData

  init() throws { data = try SampleData(.siming) }

  @Test func `Siming has ten streets and the communities that the article names`() {
    let areas = data["areas"]
    let streets = areas.rows(where: "level", is: "street")
    #expect(
      streets.column("name") == [
        "厦港", "中华", "滨海", "鹭江", "开元", "梧村", "筼筜", "莲前", "嘉莲", "鼓浪屿",
      ])
    #expect(streets.column("code").allSatisfy { $0.hasPrefix("350203") })
    for (community, street) in [
      ("文屏", "梧村"), ("前埔南", "莲前"), ("前埔西", "莲前"), ("莲成", "莲前"), ("希望", "开元"), ("溪岸", "开元"),
    ] {
      let row = areas.rows(where: "name", is: community)
      #expect(row.column("level") == ["community"])
      #expect(row.column("parent").map { areas.value("name", of: $0) } == [street])
    }
    #expect(areas.column("name").contains("湖滨"))
    #expect(!areas.rows.joined().contains { $0.contains("筓") })
  }

  @Test func `there are four homes, two national and two municipal, and six streets without`() {
    let homes = data["programs"].rows(where: "kind", is: "home")
    #expect(homes.column("name") == ["快乐我家", "温馨我家", "睦邻我家", "情暖梧家"])
    #expect(homes.rows(where: "alias", is: "爱聚梧家").column("name") == ["情暖梧家"])
    #expect(homes.column("level").sorted() == ["municipal", "municipal", "national", "national"])
    #expect(homes.column("opened").allSatisfy { $0 >= "2018" })
    let streets = Set(homes.column("area").map { $0.prefix(9) })
    #expect(streets.count == 4)
  }

  @Test func `fifty-four clients are volunteers`() {
    let volunteers = data["volunteers"]
    let peers = volunteers.rows(where: "kind", is: "peer")
    #expect(peers.rows.count == 54)
    #expect(Set(peers.column("family")).subtracting([""]).count == 54)
    #expect(volunteers.filter("family") { !$0.isEmpty }.rows.count == 54)
  }

  @Test func `six small groups, five lines, three teams, five systems, three budget lines`() {
    #expect(Set(data["enrolments"].column("group")).count == 6)
    #expect(Set(data["services"].column("line")).subtracting([""]).count == 5)
    #expect(Set(data["teams"].column("name")).count == 3)
    #expect(data["teams"].column("people").allSatisfy { $0.isEmpty })
    #expect(Set(data["rules"].column("name")).count == 5)
    #expect(data["rules"].column("content").allSatisfy { $0.isEmpty })
    #expect(Set(data["budgets"].column("line")).count == 3)
  }

  @Test func `the budget of each year is near two million`() {
    let budgets = data["budgets"]
    for year in ["2023", "2024", "2025", "2026"] {
      let amounts = budgets.rows(where: "year", is: year).column("amount").map { Double($0)! }
      #expect((1_900_000..<2_000_000).contains(amounts.reduce(0, +)), "\(year)")
    }
    #expect(budgets.column("note").contains { $0.contains("近200万") })
  }

  @Test func `person-times since 2013 are tens of thousands, year by year`() {
    let history = data["history"]
    #expect(history.column("year") == (2013...2022).map(String.init))
    let before = history.column("person_times").map { Int($0)! }.reduce(0, +)
    #expect((20_000...90_000).contains(before + data["services"].rows.count))
    #expect(data["services"].column("date").first! >= "2023")
  }

  @Test func `each home promises the four rhythms`() {
    let commitments = data["commitments"]
    for home in ["P01", "P02", "P03", "P04"] {
      let own = commitments.rows(where: "program", is: home).filter("kind") { $0 != "council" }
      #expect(
        zip(own.column("kind"), own.column("every")).map { "\($0) \($1)" } == [
          "training year", "gathering quarter", "lecture month", "interest week",
        ])
    }
  }

  @Test func `快乐我家 has two platforms and four themes, one of them never held in one place`() {
    let sessions = data["sessions"].rows(where: "program", is: "P01")
    #expect(Set(data["venues"].rows(where: "program", is: "P01").column("id")).count == 2)
    #expect(Set(sessions.column("theme")).subtracting([""]).count == 4)
    let tea = sessions.rows(where: "venue", is: "VN02")
    #expect(Set(tea.column("theme")).count == 3)
  }

  @Test func `睦邻我家 has five communities in focus`() {
    let focus = data["areas"].rows(where: "focus", is: "yes")
    #expect(focus.rows.count == 5)
    #expect(Set(focus.column("parent")).count == 1)
  }

  @Test func `every session was attended by somebody`() {
    let sessions = Set(data["sessions"].column("id"))
    #expect(Set(data["services"].column("session")).subtracting([""]) == sessions)
  }

  @Test func `the new families are those of the last year`() {
    let families = data["families"]
    for row in families.rows {
      let isNew = row[3].split(separator: ";").contains("new")
      #expect(isNew == (row[4] > "2025-10-31"), "\(row[0])")
    }
  }

  @Test func `nobody is served after the family has gone or before it came`() {
    let registered = Dictionary(
      uniqueKeysWithValues: data["families"].rows.map { ($0[0], $0[4]) })
    for row in data["services"].rows {
      #expect(registered[row[1]]! <= row[7], "\(row[0])")
    }
  }

  @Test func `the names in the articles are not among the people`() throws {
    let named = [
      "宋金城", "徐勇", "张彩虹", "邓秋红", "程桂仙", "张培锋", "黄洁", "朱伯奇", "赵骥", "阮先强", "张亚", "马映",
    ]
    let chibi = try SampleData(.chibi)
    for cell in (data.tables + chibi.tables).flatMap(\.rows).joined() {
      #expect(!named.contains(cell), "\(cell)")
    }
  }
}

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

  @Test func `exactly twenty of them have a volunteer mother`() {
    let children = Set(data["成员"].rows(where: "留守儿童", is: "是").column("编号"))
    let pairings = data["结对"].filter("成员") { children.contains($0) }
    let current = pairings.rows(where: "结束日期", is: "")
    #expect(Set(current.column("成员")).count == 20)
    #expect(current.rows.count == 20)
    #expect(pairings.rows(where: "类型", is: "爱心妈妈").rows.count == pairings.rows.count)
    let ended = Set(pairings.filter("结束日期") { !$0.isEmpty }.column("成员"))
    #expect(!ended.subtracting(current.column("成员")).isEmpty)
  }

  @Test func `over a hundred volunteers work in 六米桥, three of them exemplars`() {
    let volunteers = data["志愿者"]
    #expect(volunteers.rows(where: "区域", is: "421281400002").rows.count > 100)
    #expect(volunteers.rows(where: "先进典型", is: "是").rows.count == 3)
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
  }

  @Test func `no bed has two people and nobody two beds`() {
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
      #expect(most <= beds, "\(venue)")
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
    #expect(data["人群"].rows.count == 11)
    let members = Dictionary(grouping: data["人群成员"].column("人群")) { $0 }.mapValues(\.count)
    #expect(members.values.contains { $0 < 5 })
    #expect(Set(data["人群组织"].column("人群")).count < 11)
  }

  @Test func `mediation began in 2016 and families came back`() {
    let cases = data["调解"]
    #expect(cases.column("受理日期").first!.hasPrefix("2016"))
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
