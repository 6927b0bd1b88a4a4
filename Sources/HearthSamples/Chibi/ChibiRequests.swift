/// What comes to the communities of Chibi from outside: needs, disputes, tasks of other offices.
struct ChibiRequests {
  let town: ChibiTown
  private let seed: SampleSeed
  private static let steps = [
    Linkage.Step(days: 4...40, percent: 86), Linkage.Step(days: 5...45, percent: 84),
    Linkage.Step(days: 7...60, percent: 88),
  ]

  init(town: ChibiTown) {
    self.town = town
    seed = town.seed.child("requests")
  }

  /// Needs since 2024 on the four steps of the linkage; some are stuck on the way.
  func writeNeeds(_ table: inout TableWriter) throws {
    let start = Day(2024, 1, 8)
    guard town.asOf >= start else { return }
    var (row, due) = (0, 0.0)
    let perDay = 92.0 * Double(max(town.familyCount, 1)) / (420 * 365)
    for number in start.number...town.asOf.number {
      let day = Day(number: number)
      guard day.weekday < 6, town.familyCount > 0 else { continue }
      due += perDay * 1.4
      var random = seed.stream(number)
      while due >= 1 {
        due -= 1
        row += 1
        try need(&table, row, day, &random)
      }
    }
  }

  private func need(
    _ table: inout TableWriter, _ row: Int, _ day: Day, _ random: inout SampleRandom
  ) throws {
    let community = random.weighted([4, 4, 5])
    let family = random.chance(72) ? town.anyFamily(community, &random) : nil
    let kinds: [(Term, Int)] = [
      [
        (Term("tutoring", "课业辅导"), 0), (Term("counselling", "心理辅导"), 0),
        (Term("material", "物资"), 0),
      ],
      [
        (Term("safety", "安全"), 3), (Term("environment", "环境"), 2),
        (Term("employment", "就业"), 8), (Term("companionship", "陪伴"), 2),
      ],
      [
        (Term("meal", "助餐"), 4), (Term("medical", "医疗"), 5),
        (Term("companionship", "陪伴"), 4), (Term("escort", "陪诊"), 6),
      ],
    ][community]
    let (kind, organization) = random.pick(kinds)
    let linkage = Linkage(raised: day, asOf: town.asOf, steps: ChibiRequests.steps, &random)
    table.cell(Key("N", row, width: 4))
    let known = family.flatMap { $0.isActive(on: day) ? $0 : nil }
    table.cell(known.map { town.familyKey($0.number) })
    table.cell(ChibiPlaces.code(community))
    table.cell(kind)
    linkage.write(&table)
    table.cell(linkage.isClaimed ? ChibiOrganizations.key(organization) : nil)
    try table.endRow()
  }

  /// Disputes since 2016; some families come again, some are in no register.
  func writeCases(_ table: inout TableWriter) throws {
    let start = Day(2016, 1, 11)
    guard town.asOf >= start else { return }
    let kinds = [
      Term("marriage", "婚姻"), Term("marriage", "婚姻"), Term("upbringing", "抚养"),
      Term("support", "赡养"), Term("inheritance", "继承"), Term("property", "财产"),
      Term("neighbours", "邻里"),
    ]
    var (row, day) = (0, start)
    while day <= town.asOf {
      var random = seed.stream(30_000_000 + row)
      row += 1
      let family = town.anyFamily(ChibiPlaces.bridge, &random)
      let known = family.flatMap { $0.isActive(on: day) && random.chance(58) ? $0 : nil }
      let settled = day + random.within(3...70)
      let isSettled = settled <= town.asOf && random.chance(93)
      table.cell(Key("D", row, width: 3))
      table.cell(known.map { town.familyKey($0.number) })
      table.cell(ChibiPlaces.code(ChibiPlaces.bridge))
      table.cell(random.pick(kinds))
      table.cell(day)
      table.cell(isSettled ? settled : nil)
      table.cell(
        isSettled
          ? [
            Term("agreed", "达成协议"), Term("withdrawn", "撤回"), Term("referred", "转交"),
          ][random.weighted([78, 12, 10])] : nil)
      try table.endRow()
      day = day + random.within(6...42)
    }
  }

  /// Work that other offices send to a community, and whether the rule admitted it.
  func writeTasks(_ table: inout TableWriter) throws {
    let tasks: [(source: String, names: [String])] = [
      ("市民政局", ["低保年审入户", "高龄津贴申报", "社会组织台账"]),
      ("市卫健委", ["健康档案更新", "家庭医生签约宣传"]),
      ("市人社局", ["就业状况摸底", "社保卡激活"]),
      ("市统计局", ["住户抽样调查", "小微企业清查"]),
      ("市教育局", ["适龄儿童摸底"]),
      ("市残联", ["残疾人需求调查"]),
      ("园区管委会", ["安全生产巡查", "环境整治迎检", "证明材料代办"]),
    ]
    let start = Day(2024, 1, 15)
    guard town.asOf >= start else { return }
    var (row, day) = (0, start)
    while day <= town.asOf {
      var random = seed.stream(40_000_000 + row)
      row += 1
      let (source, names) = random.pick(tasks)
      table.cell(Key("T", row, width: 3))
      table.cell(random.pick(names))
      table.cell(source)
      table.cell(ChibiPlaces.code(random.below(3)))
      table.cell(day)
      // What came in the last two weeks is not decided yet.
      if town.asOf - day < 14 { table.empty() } else { table.cell(random.chance(71)) }
      try table.endRow()
      day = day + random.within(2...20)
    }
  }
}
