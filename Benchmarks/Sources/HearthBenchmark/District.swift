import Foundation

/// A made-up district of any size: the tables that the twelve questions ask, no others.
///
/// The same number of families always gives the same files. Services come in the order of their
/// dates and of random families, as a register of deliveries grows.
struct District {
  let families: Int
  /// Services are spread over so many years, a quarter of a service a month for each family; nil for
  /// ten a family, from 2023 on.
  var years: Int?

  private static let streets = 40
  private static let communitiesPerStreet = 10
  private static let lastDay = 20_757  // 2026-10-31

  private var dayCount: Int { years.map { $0 * 365 } ?? 1_400 }
  private var firstDay: Int { Self.lastDay + 1 - dayCount }
  private var services: Int { years.map { families * 3 * $0 } ?? families * 10 }
  private var programs: Int { max(50, families / 500) }
  private var pairings: Int { families / 8 }

  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.schema.write(toFile: "\(folder)/schema.hearth", atomically: true, encoding: .utf8)
    try table("areas", in: folder, "code,name,level,parent", writeAreas)
    try table("programs", in: folder, "id,kind,tier", writePrograms)
    try table("families", in: folder, "id,head,area,tags,status,phone", writeFamilies)
    try table("pairings", in: folder, "id,family,kind,since,until", writePairings)
    try table("services", in: folder, "family,program,kind,date,minutes,cost", writeServices)
  }

  /// Like the built-in schema of the care register, with no fields but those that are there.
  private static let schema = """
    entity areas levels street > community {
      code text key; name text; level (street, community); parent -> areas as children
    }
    entity programs {
      id text key; kind category; tier (district, street, community)
    }
    entity families {
      id text key; head text; area -> areas
      tags set (
        bereaved, disabled_child, left_behind, empty_nest, living_alone, disabled, low_income
      ) flags
      status (active, moved, closed); phone text
    }
    entity pairings {
      id text key; family -> families; kind category; since date; until date
    }
    entity services {
      family -> families; program -> programs
      kind (
        visit, call, meal, cleaning, guidance, companionship, gathering, tutoring, counselling,
        training, material, lecture
      )
      date date occurred; minutes int; cost decimal(2)
    }

    """

  private func table(
    _ name: String, in folder: String, _ header: String, _ write: (inout RowWriter) -> Void
  ) throws {
    var rows = try RowWriter(path: "\(folder)/\(name).csv")
    rows.row(header)
    write(&rows)
    try rows.close()
  }

  /// Streets have the codes 100 and up; the communities of street 100 are 10000, 10001, ….
  private func writeAreas(_ rows: inout RowWriter) {
    for street in 100..<100 + Self.streets { rows.row("\(street),S\(street),street,") }
    for street in 100..<100 + Self.streets {
      for place in 0..<Self.communitiesPerStreet {
        let code = street * 100 + place
        rows.row("\(code),S\(code),community,\(street)")
      }
    }
  }

  private func writePrograms(_ rows: inout RowWriter) {
    let kinds = ["home", "purchased", "care", "health", "children", "elder_care"]
    let tiers = ["district", "street", "community"]
    for id in 1...programs { rows.row("\(id),\(kinds[id % kinds.count]),\(tiers[id % 3])") }
  }

  private func writeFamilies(_ rows: inout RowWriter) {
    var random = Random(seed: 1)
    let surnames = ["张", "王", "李", "陈", "林", "黄", "吴", "刘", "杨", "郑", "周", "许"]
    let given = ["伟", "芳", "秀英", "敏", "静", "丽华", "强", "磊", "军", "洋", "勇", "艳"]
    let tags = [
      (7, "bereaved"), (5, "disabled_child"), (9, "left_behind"), (12, "empty_nest"),
      (11, "living_alone"), (8, "disabled"), (10, "low_income"),
    ]
    for id in 1...families {
      let head = surnames[random.below(surnames.count)] + given[random.below(given.count)]
      let street = 100 + random.below(Self.streets)
      let area = street * 100 + random.below(Self.communitiesPerStreet)
      let own = tags.filter { random.below(100) < $0.0 }.map(\.1).joined(separator: ";")
      let chance = random.below(100)
      let status = chance < 92 ? "active" : chance < 97 ? "moved" : "closed"
      let phone = 13_000_000_000 + random.below(999_999_999)
      rows.row("\(id),\(head),\(area),\(own),\(status),\(phone)")
    }
  }

  private func writePairings(_ rows: inout RowWriter) {
    var random = Random(seed: 2)
    guard pairings > 0 else { return }
    for id in 1...pairings {
      let family = 1 + random.below(families)
      let since = random.below(dayCount - 200)
      let until = random.below(100) < 40 ? date(since + 1 + random.below(199)) : ""
      rows.row("\(id),\(family),peer,\(date(since)),\(until)")
    }
  }

  private func writeServices(_ rows: inout RowWriter) {
    var random = Random(seed: 3)
    let kinds = [
      (350, "visit"), (200, "call"), (80, "meal"), (70, "cleaning"), (60, "guidance"),
      (50, "companionship"), (50, "gathering"), (50, "tutoring"), (40, "counselling"),
      (30, "training"), (15, "material"), (5, "lecture"),
    ].flatMap { Array(repeating: $0.1, count: $0.0) }
    let dates = (0..<dayCount).map(date)
    for row in 0..<services {
      let family = 1 + random.below(families)
      let program = 1 + random.below(programs)
      let kind = kinds[random.below(1_000)]
      let minutes = random.below(50) == 0 ? "" : String(10 + random.below(110))
      let cents = random.below(50_000)
      let cost = "\(cents / 100).\(cents % 100 / 10)\(cents % 10)"
      let day = dates[row * dayCount / services]
      rows.row("\(family),\(program),\(kind),\(day),\(minutes),\(cost)")
    }
  }

  /// Howard Hinnant's algorithm `civil_from_days`.
  private func date(_ day: Int) -> String {
    let z = firstDay + day + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * part + 2) / 5 + 1
    let month = part < 10 ? part + 3 : part - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
