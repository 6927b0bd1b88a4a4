import HearthData
import HearthSyntax
import HearthText

extension Binder {
  /// `x in (a, b)`: a chain of `=`; `date in PERIOD`.
  mutating func bindMembership(
    _ inner: Expression, _ list: Expression.MembershipList, _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    guard let subject = bind(inner, in: scope) else { return nil }
    if case .tags = subject.type {
      report(
        .incomparable, span,
        Bilingual("a set of tags is not one value", "标签集合不是单个取值"),
        hint: Bilingual("write `has any (…)`", "请写“含任一 (…)”"))
      return nil
    }
    var constants: [Value] = []
    var tests: [TypedExpression] = []
    var failed = false
    for element in list.elements {
      let part = bindElement(
        element, isAlone: !list.isBracketed, subject, &constants, in: scope)
      if let part { tests += part } else { failed = true }
    }
    if failed { return nil }
    if !constants.isEmpty || tests.isEmpty {
      tests.insert(TypedExpression(.isOneOf(subject, constants), .bool), at: 0)
    }
    return .disjunction(tests)
  }

  /// The test for one element; none when it is a constant, which joins the others.
  private mutating func bindElement(
    _ element: Expression, isAlone: Bool, _ subject: TypedExpression,
    _ constants: inout [Value], in scope: Scope
  ) -> [TypedExpression]? {
    lintHiddenParameters(element, in: scope)
    let bare = element.unwrapped
    if case .range(let low, let high) = bare.kind, !subject.type.isMoment,
      subject.type != .period
    {
      return bindRangeTest(subject, low, high, element.span, in: scope).map { [$0] }
    }
    let isDayOfList = !isAlone && subject.type == .date && bare.isDate
    if (subject.type.isMoment && !isDayOfList) || (isAlone && subject.type == .period) {
      if let test = bindInPeriod(subject, element, in: scope) { return test.tests }
    }
    guard let operand = bindOperand(element, against: subject, in: scope) else { return nil }
    switch operand {
    case .never: return []
    case .rows(let rows):
      constants += rows
      return []
    case .value(let value):
      guard let test = compare(.equal, subject, value, element.span) else { return nil }
      if case .compare(.equal, let left, let right) = test.kind, left == subject,
        let constant = right.constant
      {
        constants.append(constant)
        return []
      }
      if value.constant == .missing {
        constants.append(.missing)
        return []
      }
      return [test]
    }
  }

  private struct PeriodTest { var tests: [TypedExpression]? }

  /// `date in P`; a period is in another one when both its ends are. Nil when the element is no
  /// period.
  private mutating func bindInPeriod(
    _ subject: TypedExpression, _ element: Expression, in scope: Scope
  ) -> PeriodTest? {
    if case .text = element.unwrapped.kind { return nil }
    guard let bound = bind(element, in: scope) else { return PeriodTest(tests: nil) }
    guard let period = asPeriod(bound, allowsDates: element.isPhrase) else {
      if bound.type == subject.type {
        let test = compare(.equal, subject, bound, element.span)
        return PeriodTest(tests: test.map { [$0] })
      }
      return nil
    }
    if subject.type.isMoment {
      return PeriodTest(tests: [TypedExpression(.inPeriod(subject, period: period), .bool)])
    }
    let ends = [true, false].map { isStart in
      TypedExpression(.inPeriod(edge(isStart, of: subject), period: period), .bool)
    }
    return PeriodTest(tests: [.conjunction(ends)])
  }

  private mutating func bindRangeTest(
    _ subject: TypedExpression, _ low: Expression, _ high: Expression, _ span: Span,
    in scope: Scope
  ) -> TypedExpression? {
    let first = bindOperand(low, against: subject, in: scope)?.expression
    let second = bindOperand(high, against: subject, in: scope)?.expression
    guard let first, let second,
      let above = compare(.greaterOrEqual, subject, first, span),
      let below = compare(.lessOrEqual, subject, second, span)
    else { return nil }
    return .conjunction([above, below])
  }

  /// Both ends belong to it.
  mutating func bindBetween(
    _ inner: Expression, _ low: Expression, _ high: Expression, _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    guard let subject = bind(inner, in: scope) else { return nil }
    return bindRangeTest(subject, low, high, span, in: scope)
  }

  // MARK: Tags and texts

  mutating func bindTags(
    _ inner: Expression, _ quantifier: Expression.Quantifier, _ tags: [Expression],
    _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    guard let subject = bind(inner, in: scope) else { return nil }
    let test: TagTest = quantifier == .any ? .any : .all
    switch subject.type {
    case .tags: return bindTagTest(subject, test, tags, in: scope)
    case .list(let element): return bindListTest(subject, element, test, tags, in: scope)
    case .text, .category, .int, .number, .decimal, .bool, .date, .dateTime, .period, .link,
      .missing:
      let what = Message.type(subject.type, schema)
      report(
        .incomparable, span,
        Bilingual(
          "`has` asks a set of tags; this is \(what.english)", "“含”用于标签集合；这里是\(what.chinese)"),
        hint: Bilingual("write `=` or `contains`", "请用 = 或“包含”"))
      return nil
    }
  }

  private mutating func bindTagTest(
    _ subject: TypedExpression, _ test: TagTest, _ tags: [Expression], in scope: Scope
  ) -> TypedExpression? {
    var mask: UInt64 = 0
    var hasUnknown = false
    for tag in tags {
      switch bindOperand(tag, against: subject, in: scope) {
      case .value(let value):
        guard case .category(let position)? = value.constant else {
          report(
            .notConstant, tag.span,
            Bilingual("a tag is named here", "这里应写一个标签"))
          return nil
        }
        mask |= 1 << UInt64(position)
      case .rows, .never: hasUnknown = true
      case nil: return nil
      }
    }
    if hasUnknown && test == .all { return .bool(false) }
    return TypedExpression(.hasTags(subject, test, mask: mask), .bool)
  }

  private mutating func bindListTest(
    _ subject: TypedExpression, _ element: ValueType, _ test: TagTest, _ tags: [Expression],
    in scope: Scope
  ) -> TypedExpression? {
    var values: [Value] = []
    // What a value of the list is compared with has the type of its elements.
    let sample = TypedExpression(.literal(.missing), element)
    for tag in tags {
      switch bindOperand(tag, against: sample, in: scope) {
      case .value(let value):
        guard let type = commonType(element, value.type), type == element,
          let constant = converted(value, to: element).constant
        else {
          report(
            .notConstant, tag.span, Bilingual("a constant is needed here", "这里须是常量"))
          return nil
        }
        values.append(constant)
      case .rows(let rows): values += rows
      case .never: if test == .all { return .bool(false) }
      case nil: return nil
      }
    }
    return TypedExpression(.listHas(subject, test, values), .bool)
  }

  mutating func bindTextMatch(
    _ match: TextMatch, _ left: Expression, _ right: Expression, _ span: Span, in scope: Scope
  ) -> TypedExpression? {
    guard let subject = bind(left, in: scope) else { return nil }
    guard subject.type.isTextual else {
      let what = Message.type(subject.type, schema)
      var hint = Bilingual("turn it into a text: `text(…)`", "先转成文本：“文本(…)”")
      if case .tags = subject.type {
        hint = Bilingual("write `has` instead", "请改用“含”")
      }
      report(
        .incomparable, left.span,
        Bilingual("this is \(what.english), not a text", "这是\(what.chinese)，不是文本"), hint: hint)
      return nil
    }
    let text = converted(subject, to: .text)
    guard let pattern = bindOperand(right, against: text, in: scope)?.expression else {
      return nil
    }
    guard pattern.type.isTextual else {
      reportMismatch(.incomparable, span, .text, pattern.type)
      return nil
    }
    return TypedExpression(.textMatch(match, text, converted(pattern, to: .text)), .bool)
  }
}

extension Expression {
  var isDate: Bool {
    if case .date = kind { return true }
    return false
  }

  /// `today`, `yesterday`: a day that also serves as a period.
  var isPhrase: Bool {
    if case .phrase = unwrapped.kind { return true }
    if case .date = unwrapped.kind { return true }
    return false
  }
}
