import HearthData
import HearthIO

@testable import Hearth

/// A small register made up from a seed: families with tags, streets and lives, and their services.
struct GeneratedRegister {
  struct Family {
    var id: String
    var street: String?
    var tags: [String]
    var status: String?
    var opened: Day?
    var closed: Day?
  }

  struct Service {
    var family: String?
    var kind: String?
    var date: Day?
    var minutes: Int?
  }

  static let tags = ["bereaved", "alone", "ill"]
  static let statuses = ["active", "moved", "closed"]
  static let kinds = ["visit", "call", "lecture"]
  static let streets = ["开元", "莲前", "梧村"]

  var today: Day
  var families: [Family]
  var services: [Service]

  /// Numbers of families that end words and bytes of masks, and none at all.
  static let sizes = [0, 1, 63, 64, 65, 30]

  init(seed: Int) {
    var random = TestRandom(seed: UInt64(seed))
    let count = Self.sizes[seed % Self.sizes.count]
    let today = Day(20_754 + Int32(seed))
    func some<Element>(_ values: [Element], _ random: inout TestRandom) -> Element? {
      random.number(0...7) == 0 ? nil : random.pick(values)
    }
    func day(_ days: ClosedRange<Int>, _ random: inout TestRandom) -> Day {
      Day(today.number + Int32(random.number(days)))
    }
    self.today = today
    families = (0..<count).map { number in
      Family(
        id: "F\(100 + number)", street: some(Self.streets, &random),
        tags: Self.tags.filter { _ in random.number(0...2) == 0 },
        status: some(Self.statuses, &random),
        opened: random.number(0...2) == 0 ? day(-300 ... -10, &random) : nil,
        closed: random.number(0...4) == 0 ? day(-60...30, &random) : nil)
    }
    services = (0..<4 * count).map { _ in
      Service(
        family: random.number(0...30) == 0
          ? nil : "F\(100 + random.number(0...max(0, count * 5 / 4)))",
        kind: some(Self.kinds, &random),
        date: random.number(0...15) == 0 ? nil : day(-200...10, &random),
        minutes: some([10, 20, 30], &random))
    }
  }

  /// The same register so many days later.
  func shifted(by days: Int) -> GeneratedRegister {
    func moved(_ day: Day) -> Day { Day(day.number + Int32(days)) }
    var result = self
    result.today = moved(today)
    for index in families.indices {
      result.families[index].opened = families[index].opened.map(moved)
      result.families[index].closed = families[index].closed.map(moved)
    }
    for index in services.indices {
      result.services[index].date = services[index].date.map(moved)
    }
    return result
  }

  // MARK: As a data set

  private static let schema = """
    entity families "家庭" {
      id      text key        "编号"
      street  category        "街道"
      tags    set (bereaved "失独", alone "独居", ill "患病") flags  "类别"
      status  (active "在册", moved "迁出", closed "注销")  "状态"
      opened  date opens      "建档日期"
      ended   date closes     "销档日期"
    }
    entity services "服务" {
      id       text key       "编号"
      family   -> families    "家庭"
      kind     (visit "探访", call "问候", lecture "健康讲座")  "类型"
      date     date occurred  "日期"
      minutes  int            "时长"
    }
    """

  var workspace: Workspace {
    get throws {
      let families = families.map { family in
        [
          family.id, family.street ?? "", family.tags.joined(separator: ";"), family.status ?? "",
          text(family.opened), text(family.closed),
        ]
      }
      let services = services.enumerated().map { number, service in
        [
          "S\(number)", service.family ?? "", service.kind ?? "", text(service.date),
          service.minutes.map(String.init) ?? "",
        ]
      }
      let source = MemorySource(texts: [
        "schema.hearth": Self.schema,
        "families.csv": table(["id", "street", "tags", "status", "opened", "ended"], families),
        "services.csv": table(["id", "family", "kind", "date", "minutes"], services),
      ])
      return Workspace(
        try DataSet(source: source, name: "generated"),
        options: WorkspaceOptions(today: today, isSafe: true))
    }
  }

  private func text(_ day: Day?) -> String { day?.description ?? "" }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }
}
