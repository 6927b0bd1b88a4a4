import HearthSamples
import Testing

/// Every number that the article about Siming states holds in the shipped sample.
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
    #expect(homes.column("opened").min()!.hasPrefix("2018"))
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

  @Test func `help comes in three tiers, and the association has kept its register since 2013`() {
    #expect(Set(data["services"].column("tier")) == ["district", "street", "community"])
    #expect(data["families"].column("registered").min()!.hasPrefix("2013"))
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

  @Test func `睦邻我家 has five communities in focus and cares for heart, body and spirit`() {
    let focus = data["areas"].rows(where: "focus", is: "yes")
    #expect(focus.rows.count == 5)
    #expect(Set(focus.column("parent")).count == 1)
    let themes = data["sessions"].rows(where: "program", is: "P03").column("theme")
    #expect(Set(themes).subtracting([""]) == ["heart", "body", "spirit"])
  }

  @Test func `温馨我家 has two venues and a council, 情暖梧家 is at home in 文屏`() {
    let venues = data["venues"]
    func communities(_ home: String) -> [String?] {
      venues.rows(where: "program", is: home).column("area")
        .map { data["areas"].value("name", of: $0) }
    }
    #expect(communities("P02") == ["希望", "溪岸"])
    #expect(communities("P04") == ["文屏"])
    let council = data["sessions"].rows(where: "kind", is: "council")
    #expect(Set(council.column("program")) == ["P02"])
    #expect(Set(council.column("venue")).count == 2)
  }

  @Test func `there are five occasions, and six streets celebrate mid-autumn together`() {
    #expect(Set(data["campaigns"].column("festival")).count == 5)
    let guests = data["services"].rows(where: "program", is: "P11").column("family")
    let streets = Set(guests.map { data["families"].value("area", of: $0)!.prefix(9) })
    let homes = data["programs"].rows(where: "kind", is: "home").column("area")
    #expect(streets.count == 6)
    #expect(streets.isDisjoint(with: homes.map { $0.prefix(9) }))
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
