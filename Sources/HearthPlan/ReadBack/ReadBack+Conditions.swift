import HearthSyntax
import HearthText

extension ReadBack {
  /// A condition as it follows what it is about, and as it stands alone.
  struct Clause {
    /// `that are bereaved`, 失独.
    var relative: String
    /// `its status is active`, 状态为在册.
    var statement: String
    /// Several conditions, which need brackets inside another one.
    var isCompound = false
    /// Several of which one is enough.
    var isAlternative = false
  }

  func condition(_ stage: Stage.Kind) -> Clause {
    switch stage {
    case .filter(let condition): return ofRows.clause(condition)
    case .having(let isWith, let link, let filter):
      return having(isWith ? .some : .none, rows(name(link), filter))
    case .select, .add, .drop, .rename, .sort, .take, .skip, .top, .distinct, .sample, .summarize,
      .count, .expand, .expandSlots, .join, .combine, .suppress, .coverage, .gaps, .cadence,
      .trend, .funnel, .chart, .invalid:
      return Clause(relative: "", statement: "")
    }
  }

  /// Linked rows with their condition, without an article.
  func words(_ noun: String, _ filter: Expression?) -> String {
    words(Rows(noun: noun, conditions: filter.map { [clause($0)] } ?? []), article: "")
  }

  /// The same inside a condition, where several conditions on the linked rows need brackets.
  func rows(_ noun: String, _ filter: Expression?) -> String {
    let conditions = filter.map { [bracketed(clause($0))] } ?? []
    return words(Rows(noun: noun, conditions: conditions), article: "")
  }

  enum Having { case some, none, only }

  func having(_ kind: Having, _ rows: String) -> Clause {
    switch kind {
    case .some: plain(of: "have \(rows)", "has \(rows)", "有\(rows)")
    case .none: plain(of: "have no \(rows)", "has no \(rows)", "没有\(rows)")
    case .only: plain(of: "have only \(rows)", "has only \(rows)", "只有\(rows)")
    }
  }

  private func plain(of plural: String, _ singular: String, _ chinese: String) -> Clause {
    Clause(relative: say("that \(plural)", chinese), statement: say("it \(singular)", chinese))
  }

  func joined(
    _ left: Clause, _ right: Clause, by word: Bilingual = Bilingual("and", "且")
  ) -> Clause {
    func join(_ a: String, _ b: String) -> String {
      say("\(a) \(word.english) \(b)", "\(a)\(word.chinese)\(b)")
    }
    return Clause(
      relative: join(left.relative, right.relative),
      statement: join(left.statement, right.statement), isCompound: true,
      isAlternative: word.chinese == "或")
  }

  /// In brackets when it consists of several.
  func bracketed(_ clause: Clause) -> Clause {
    guard clause.isCompound else { return clause }
    return Clause(
      relative: say("(\(clause.relative))", "（\(clause.relative)）"),
      statement: say("(\(clause.statement))", "（\(clause.statement)）"))
  }

  // MARK: One condition

  func clause(_ expression: Expression) -> Clause {
    switch expression.kind {
    case .binary(let operation, let left, let right):
      return binary(operation, left, right) ?? isTrue(expression)
    case .parenthesized(let inner): return bracketed(clause(inner))
    case .not(let inner): return negation(inner)
    case .missingness(let inner, let isMissing):
      return property(
        inner, isMissing ? Bilingual("is missing", "缺失") : Bilingual("is known", "已知"))
    case .membership(let inner, let list): return membership(inner, list)
    case .between(let inner, let low, let high):
      let (low, high) = (value(low), value(high))
      return property(
        inner,
        Bilingual("is between \(low) and \(high), both included", "在\(low)与\(high)之间（含两端）"))
    case .tags(let inner, let quantifier, let tags): return self.tags(inner, quantifier, tags)
    case .call(let call): return quantified(call) ?? isTrue(expression)
    case .name(let name): return word(name, expression)
    case .bool(let isYes):
      return isYes
        ? plain(of: "are taken whatever they are", "holds always", "无论如何")
        : plain(of: "are never taken", "holds never", "永不成立")
    case .integer, .decimal, .text, .missing, .date, .dateTime, .period, .phrase, .path, .running,
      .negate, .range, .conditional, .duration, .difference, .boundary, .invalid:
      return isTrue(expression)
    }
  }

  /// A tag of the row, or something else that is yes or no.
  private func word(_ name: Name, _ expression: Expression) -> Clause {
    guard flags.contains(name.text) else { return isTrue(expression) }
    let tag = self.name(name)
    return plain(of: "are \(tag)", "is \(tag)", tag)
  }

  private func isTrue(_ expression: Expression) -> Clause {
    // A name that is yes or no needs no word beside it in Chinese.
    let isNamed = expression.pathNames != nil
    let text = value(expression)
    let holds = say(isNamed ? "“\(text)” holds" : "\(text) holds", isNamed ? text : text + "成立")
    return Clause(relative: say("for which \(holds)", holds), statement: holds)
  }

  private func negation(_ inner: Expression) -> Clause {
    if case .name(let name) = inner.unwrapped.kind, flags.contains(name.text) {
      let tag = self.name(name)
      return plain(of: "are not \(tag)", "is not \(tag)", "非\(tag)")
    }
    let inner = bracketed(clause(inner.unwrapped)).statement
    return Clause(
      relative: say("for which it is not so that \(inner)", "不满足“\(inner)”"),
      statement: say("it is not so that \(inner)", "不满足“\(inner)”"))
  }

  /// Something about a value of the row: `whose status is active`, `for which the number … is 3`.
  private func property(
    _ subject: Expression, _ predicate: Bilingual
  ) -> Clause {
    let value = value(subject)
    let (english, chinese) = (predicate.english, predicate.chinese)
    if case .name = subject.unwrapped.kind {
      return Clause(
        relative: say("whose \(value) \(english)", value + chinese),
        statement: say("its \(value) \(english)", value + chinese))
    }
    return Clause(
      relative: say("for which \(value) \(english)", value + chinese),
      statement: say("\(value) \(english)", value + chinese))
  }

  private func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Clause? {
    switch operation {
    case .and: return joined(part(left, of: .and), part(right, of: .and))
    case .or:
      return joined(part(left, of: .or), part(right, of: .or), by: Bilingual("or", "或"))
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains,
      .startsWith, .endsWith, .like, .matches:
      return property(left, comparison(operation, value(right), isMoment: right.isMoment))
    case .coalesce, .add, .subtract, .multiply, .divide, .quotient, .remainder, .power: return nil
    }
  }

  /// A side of `and` or `or`: in brackets when it is a chain of the other.
  private func part(_ side: Expression, of operation: BinaryOperator) -> Clause {
    let clause = clause(side)
    guard case .binary(let inner, _, _) = side.kind, inner == .and || inner == .or else {
      return clause
    }
    return inner == operation ? clause : bracketed(clause)
  }

  /// `is at least 3`, 不少于3.
  private func comparison(
    _ operation: BinaryOperator, _ value: String, isMoment: Bool
  ) -> Bilingual {
    switch operation {
    case .equal: Bilingual("is \(value)", "为\(value)")
    case .notEqual: Bilingual("is not \(value)", "不为\(value)")
    case .less:
      isMoment
        ? Bilingual("is before \(value)", "早于\(value)")
        : Bilingual("is less than \(value)", "小于\(value)")
    case .lessOrEqual:
      isMoment
        ? Bilingual("is not after \(value)", "不晚于\(value)")
        : Bilingual("is at most \(value)", "不超过\(value)")
    case .greater:
      isMoment
        ? Bilingual("is after \(value)", "晚于\(value)")
        : Bilingual("is more than \(value)", "大于\(value)")
    case .greaterOrEqual:
      isMoment
        ? Bilingual("is not before \(value)", "不早于\(value)")
        : Bilingual("is at least \(value)", "不少于\(value)")
    case .contains: Bilingual("contains \(value)", "包含\(value)")
    case .startsWith: Bilingual("starts with \(value)", "以\(value)开头")
    case .endsWith: Bilingual("ends with \(value)", "以\(value)结尾")
    case .like: Bilingual("is like \(value)", "形如\(value)")
    case .matches: Bilingual("matches the pattern \(value)", "匹配模式\(value)")
    case .or, .and, .coalesce, .add, .subtract, .multiply, .divide, .quotient, .remainder, .power:
      Bilingual(same: "")
    }
  }

  private func isWithin(_ period: Expression) -> Bilingual {
    if case .phrase(.since(let date)) = period.unwrapped.kind {
      return Bilingual("is \(value(date)) or later", "不早于\(value(date))")
    }
    if case .phrase(.until(let date)) = period.unwrapped.kind {
      return Bilingual("is \(value(date)) or earlier", "不晚于\(value(date))")
    }
    let text = self.period(period)
    return Bilingual("is in \(text)", "在\(text)内")
  }

  private func membership(_ inner: Expression, _ list: Expression.MembershipList) -> Clause {
    let values = list.elements.map(value)
    guard list.isBracketed else {
      guard let first = list.elements.first else { return property(inner, Bilingual(same: "")) }
      return property(inner, isWithin(first))
    }
    let any = self.list(values, last: Bilingual(" or ", "或"))
    return property(inner, Bilingual("is \(any)", "为\(any)"))
  }

  private func tags(
    _ inner: Expression, _ quantifier: Expression.Quantifier, _ tags: [Expression]
  ) -> Clause {
    let values = tags.map(value)
    switch quantifier {
    case .any:
      let any = list(values, last: Bilingual(" or ", "或"))
      return property(inner, Bilingual("include \(any)", "含\(any)"))
    case .all:
      let all = list(values)
      return property(inner, Bilingual("include all of \(all)", "同时含\(all)"))
    }
  }

  /// `any(services where P)`, `no(…)`, `all(…)`: whether there are linked rows.
  private func quantified(_ call: Expression.Call) -> Clause? {
    guard let function = FunctionTable.meaning(of: call.function.text)?.aggregate,
      call.arguments.count == 1, isLink(call.arguments[0])
    else { return nil }
    let rows = rows(value(call.arguments[0]), call.filter)
    switch function {
    case .any: return having(.some, rows)
    case .no: return having(.none, rows)
    case .all: return having(.only, rows)
    case .count, .sum, .avg, .min, .max, .median, .percentile, .stddev, .first, .last, .share,
      .longestRun, .list, .concat:
      return nil
    }
  }

  /// Whether an argument stands for the rows of a link.
  func isLink(_ argument: Expression) -> Bool {
    guard let last = argument.pathNames?.last else { return false }
    return links.contains(last.text)
  }
}

extension Expression {
  /// Whether it is a date or a period by its form.
  fileprivate var isMoment: Bool {
    switch unwrapped.kind {
    case .date, .dateTime, .period, .phrase, .boundary: true
    case .binary(.add, let left, _), .binary(.subtract, let left, _): left.isMoment
    case .integer, .decimal, .text, .bool, .missing, .name, .path, .call, .running, .parenthesized,
      .negate, .not, .binary, .missingness, .membership, .between, .tags, .range, .conditional,
      .duration, .difference, .invalid:
      false
    }
  }
}
