import HearthData

extension Archive {
  /// The types that a cell can have; lists are made by queries only.
  mutating func type(_ type: inout ValueType) throws(Damage) {
    var kind = Kind(type)
    try self.kind(&kind)
    switch kind {
    case .text: type = .text
    case .int: type = .int
    case .number: type = .number
    case .bool: type = .bool
    case .date: type = .date
    case .dateTime: type = .dateTime
    case .period: type = .period
    case .missing: type = .missing
    case .decimal:
      var scale = 0
      if case .decimal(let own) = type { scale = own }
      try integer(&scale)
      type = .decimal(scale: scale)
    case .category:
      var domain = CategoryDomain.none
      if case .category(let own) = type { domain = own }
      try self.domain(&domain)
      type = .category(domain)
    case .tags:
      var domain = CategoryDomain.none
      if case .tags(let own) = type { domain = own }
      try self.domain(&domain)
      type = .tags(domain)
    case .link:
      var target = 0
      var isByName = false
      if case .link(let own, let display) = type {
        (target, isByName) = (own.index, display == .name)
      }
      try integer(&target)
      try flag(&isByName)
      type = .link(EntityID(target), isByName ? .name : .key)
    }
  }

  private mutating func domain(_ domain: inout CategoryDomain) throws(Damage) {
    var field = FieldID(EntityID(0), 0)
    var values: CategoryDictionary?
    switch domain {
    case .field(let own): field = own
    case .fixed(let own): values = own
    }
    try optional(&values, blank: CategoryDictionary([], isClosed: true)) {
      (a, values) throws(Damage) in try a.dictionary(&values)
    }
    try integer(&field.entity.index)
    try integer(&field.index)
    domain = values.map { .fixed($0) } ?? .field(field)
  }

  private mutating func kind(_ kind: inout Kind) throws(Damage) {
    var number = kind.rawValue
    try integer(&number)
    guard let known = Kind(rawValue: number) else { throw Damage() }
    kind = known
  }

  /// The numbers in the file: new ones are added behind, none is ever used again.
  private enum Kind: Int {
    case text, int, number, bool, date, dateTime, period, missing, decimal, category, tags, link

    init(_ type: ValueType) {
      switch type {
      case .text: self = .text
      case .int: self = .int
      case .number: self = .number
      case .bool: self = .bool
      case .date: self = .date
      case .dateTime: self = .dateTime
      case .period: self = .period
      case .missing, .list: self = .missing
      case .decimal: self = .decimal
      case .category: self = .category
      case .tags: self = .tags
      case .link: self = .link
      }
    }
  }
}

extension CategoryDomain {
  fileprivate static var none: CategoryDomain { .field(FieldID(EntityID(0), 0)) }
}
