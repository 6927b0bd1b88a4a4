import HearthData

/// A condition on a service, as a query says it and as Swift does.
struct ServiceCondition {
  var text: String
  var holds: (GeneratedRegister.Service, GeneratedRegister.Family) -> Bool
}

/// A condition on a family, as a query says it and as Swift does.
struct FamilyCondition {
  var text: String
  var holds: (GeneratedRegister.Family) -> Bool
}

/// What a family is asked for: services with P, at least so many of them.
struct GeneratedEvidence {
  var condition: ServiceCondition?
  var minimum = 1

  var text: String {
    "services" + (condition.map { " where " + $0.text } ?? "")
      + (minimum > 1 ? " at least \(minimum)" : "")
  }

  /// How many services count: those of the family up to today; one without a date has not been
  /// ruled out.
  func done(for family: GeneratedRegister.Family, in register: GeneratedRegister) -> Int {
    register.services.filter { service in
      service.family == family.id && service.date.map { $0 <= register.today } ?? true
        && condition.map { $0.holds(service, family) } ?? true
    }.count
  }

  func covers(_ family: GeneratedRegister.Family, in register: GeneratedRegister) -> Bool {
    done(for: family, in: register) >= minimum
  }
}

/// Makes conditions, evidence and keys for the register of a seed. The same seed makes the same
/// ones for a register that is shifted in time.
struct EvidenceGenerator {
  var random: TestRandom
  let today: Day

  init(seed: Int, today: Day) {
    random = TestRandom(seed: UInt64(seed) &* 31 &+ 7)
    self.today = today
  }

  mutating func evidence() -> GeneratedEvidence {
    GeneratedEvidence(
      condition: random.number(0...4) == 0 ? nil : serviceCondition(depth: 2),
      minimum: random.pick([1, 1, 1, 2, 3]))
  }

  /// Whose limit of the date, if there is one, can be taken away: `gaps` looks beyond it.
  mutating func gapEvidence() -> GeneratedEvidence {
    var condition = serviceCondition(depth: 1, mayLimitDate: false)
    if random.number(0...1) == 0 {
      let (undated, days) = (condition, random.number(1...90))
      let today = today
      condition = ServiceCondition(text: "\(undated.text) and date in last \(days) days") {
        service, family in
        undated.holds(service, family)
          && service.date.map { $0 <= today && $0.number > today.number - Int32(days) } ?? false
      }
    }
    return GeneratedEvidence(condition: condition, minimum: random.pick([1, 1, 2, 3]))
  }

  static let singleKeys = ["status", "street", "ill", "count(services) > 3", "street, status"]

  mutating func serviceCondition(
    depth: Int, mayLimitDate: Bool = true
  ) -> ServiceCondition {
    if depth > 0, random.number(0...2) > 0 {
      return combined(
        serviceCondition(depth: depth - 1, mayLimitDate: mayLimitDate),
        serviceCondition(depth: depth - 1, mayLimitDate: mayLimitDate))
    }
    return mayLimitDate && random.number(0...1) == 0 ? datedCondition() : undatedCondition()
  }

  private mutating func datedCondition() -> ServiceCondition {
    let today = today
    switch random.number(0...2) {
    case 0:
      let days = random.number(1...90)
      return ServiceCondition(text: "date in last \(days) days") { service, _ in
        service.date.map { $0 <= today && $0.number > today.number - Int32(days) } ?? false
      }
    case 1:
      let first = Day(today.number - Int32(random.number(0...150)))
      return ServiceCondition(text: "date >= \(first)") { service, _ in
        service.date.map { $0 >= first } ?? false
      }
    default:
      let week = Period(.week, containing: today)
      return ServiceCondition(text: "date in this week") { service, _ in
        service.date.map { week.contains($0) } ?? false
      }
    }
  }

  private mutating func undatedCondition() -> ServiceCondition {
    switch random.number(0...3) {
    case 0:
      let kind = random.pick(GeneratedRegister.kinds)
      return ServiceCondition(text: "kind = \(kind)") { service, _ in service.kind == kind }
    case 1:
      let minutes = random.pick([10, 20, 30])
      return ServiceCondition(text: "minutes >= \(minutes)") { service, _ in
        service.minutes.map { $0 >= minutes } ?? false
      }
    case 2:
      return ServiceCondition(text: "kind is missing") { service, _ in service.kind == nil }
    default:
      // A name of the row outside.
      return ServiceCondition(text: "status = active") { _, family in family.status == "active" }
    }
  }

  private mutating func combined(_ a: ServiceCondition, _ b: ServiceCondition) -> ServiceCondition {
    switch random.number(0...2) {
    case 0:
      ServiceCondition(text: "(\(a.text) and \(b.text))") { a.holds($0, $1) && b.holds($0, $1) }
    case 1:
      ServiceCondition(text: "(\(a.text) or \(b.text))") { a.holds($0, $1) || b.holds($0, $1) }
    default: ServiceCondition(text: "not \(a.text)") { !a.holds($0, $1) }
    }
  }

  mutating func familyCondition() -> FamilyCondition {
    switch random.number(0...3) {
    case 0:
      let status = random.pick(GeneratedRegister.statuses)
      return FamilyCondition(text: "status = \(status)") { $0.status == status }
    case 1:
      let tag = random.pick(GeneratedRegister.tags)
      return FamilyCondition(text: tag) { $0.tags.contains(tag) }
    case 2:
      let first = Day(today.number - Int32(random.number(10...300)))
      return FamilyCondition(text: "opened >= \(first)") { family in
        family.opened.map { $0 >= first } ?? false
      }
    default: return FamilyCondition(text: "street is missing") { $0.street == nil }
    }
  }
}
