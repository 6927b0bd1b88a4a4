/// The places of Siming District: ten streets and some of their communities.
///
/// The articles and the register of places give the names; how many families live where is made up.
enum SimingPlaces {
  struct Street {
    let name: StaticString
    /// Families of 1200.
    let families: Int
    let communities: [StaticString]
  }

  static let streets: [Street] = [
    Street(
      name: "厦港", families: 96, communities: ["沙坡尾", "蜂巢山", "巡司顶", "鸿山", "福海", "下沃"]),
    Street(name: "中华", families: 72, communities: ["镇海", "霞溪", "仁安", "中山"]),
    Street(name: "滨海", families: 66, communities: ["黄厝", "曾厝垵", "上李", "溪头下"]),
    Street(name: "鹭江", families: 90, communities: ["大同", "小学路", "双莲池", "营平", "禾祥西"]),
    Street(
      name: "开元", families: 150,
      communities: ["希望", "溪岸", "湖滨", "深田", "天湖", "美仁", "后江"]),
    Street(
      name: "梧村", families: 138, communities: ["文屏", "文灶", "金祥", "金榜", "浦南", "梧村"]),
    Street(
      name: "筼筜", families: 192,
      communities: ["育秀", "官任", "仙阁里", "西郭", "金桥", "振兴", "岳阳", "仙岳"]),
    Street(
      name: "莲前", families: 228,
      communities: [
        "前埔南", "前埔西", "莲成", "前埔北", "前埔东", "莲顺", "莲丰", "莲翔", "侨福", "西林",
      ]),
    Street(
      name: "嘉莲", families: 144,
      communities: ["莲西", "莲兴", "盈翠", "长青", "龙山", "华福", "松柏"]),
    Street(name: "鼓浪屿", families: 24, communities: ["内厝澳", "龙头"]),
  ]

  static let kaiyuan = 4
  static let wucun = 5
  static let yundang = 6
  static let lianqian = 7
  static let jialian = 8
  /// Streets with a home; the other six have none.
  static let withHome = [kaiyuan, wucun, yundang, lianqian]
  static let withoutHome = streets.indices.filter { !withHome.contains($0) }

  /// The communities that 睦邻我家 cares for above all: the first five of 筼筜.
  static let focusCount = 5

  /// All communities in the order of their codes, each with its street.
  static let communities: [(street: Int, number: Int, name: StaticString)] =
    streets.enumerated().flatMap { street in
      street.element.communities.enumerated().map { (street.offset, $0.offset, $0.element) }
    }

  /// The position of the first community of each street, and one past the last.
  static let firstCommunity: [Int] = streets.reduce(into: [0]) {
    $0.append($0[$0.count - 1] + $1.communities.count)
  }

  /// Families of 1200 in each community: the first ones of a street are the larger.
  static let weights: [Int] = streets.flatMap { street in
    let shares = street.communities.indices.map { street.communities.count * 2 - $0 }
    let total = shares.reduce(0, +)
    return shares.map { street.families * 100 * $0 / total }
  }

  static func community(_ name: String) -> Int {
    communities.firstIndex { $0.name.description == name }!
  }

  static let qianpuXi = community("前埔西")
  static let wenping = community("文屏")

  static let cityCode = Key("350200")
  static let districtCode = Key("350203")

  static func code(street: Int) -> Key { Key("350203", street + 1, width: 3) }

  static func code(community: Int) -> Key {
    let place = communities[community]
    return Key("350203", (place.street + 1) * 1000 + place.number + 1, width: 6)
  }
}
