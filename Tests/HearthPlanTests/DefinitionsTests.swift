import HearthData
import HearthPlan
import HearthSyntax
import HearthText
import Testing

@Suite struct Definitions {
  private func catalog(_ definitions: String) -> Catalog {
    var catalog = Register.catalog
    for statement in parse(definitions).statements {
      if case .define(let tree) = statement.kind { catalog.define(CatalogDefinition(tree)) }
    }
    return catalog
  }

  private func check(_ text: String) -> String {
    let catalog = catalog(text)
    let found = checkDefinitions(
      catalog.definitions.suffix(parse(text).statements.count), catalog: catalog,
      options: BinderOptions(today: Register.today), host: TestHost())
    return lines(found, text)
  }

  @Test func `a definition always sees the fields of its entity`() {
    let query = "members | add born = 3 | where age > born"
    #expect(
      plan(query) == """
        members
          compute born = 3
          where age > born
          show id, family, name, born, role
        today = 2026-10-31

        """)
  }

  @Test func `definitions are planned once and shared`() {
    let plan = bound("families | where aged_alone and alone | sort alone").plan
    #expect(plan?.definitions.map(\.name.english) == ["alone", "age", "aged_alone"])
  }

  @Test func `a definition takes the name of a flag, asked for before or not, and never a field's`()
  {
    let query = "families | where disabled"
    #expect(bound(query).plan?.definitions.isEmpty == true)
    var catalog = Register.catalog
    let script = parse(
      "define families.disabled = status = moved\ndefine families.status = count(members)")
    for statement in script.statements {
      if case .define(let tree) = statement.kind { catalog.define(CatalogDefinition(tree)) }
    }
    let defined = bound("families | where disabled and status = active", catalog: catalog).plan
    #expect(defined?.definitions.map(\.name.english) == ["disabled"])
    #expect(bound(query).plan?.definitions.isEmpty == true)
  }

  @Test func `a circle is found where it was made`() {
    let text = "define families.a = b\ndefine families.b = not a"
    #expect(
      check(text) == """
        B016 [a] `a` is defined by itself, in a circle
        B016 [b] `b` is defined by itself, in a circle
        """)
  }

  @Test func `a function that calls itself is found where it is used`() {
    let catalog = catalog("define f(x) = f(x) + 1")
    let said = plan("services | add y = f(1)", catalog: catalog)
    #expect(said == "B017 [f] `f` cannot be used here: `f` uses itself, in a circle")
  }

  @Test func `an error in a definition is said at its use, once`() {
    let catalog = catalog("define families.bad = count(servces) > 1")
    #expect(
      plan("families | where bad and alone | where not bad", catalog: catalog) == """
        B017 [bad] the definition `bad` cannot be used: \
        there is no column or field called `servces` here
        """)
  }

  @Test func `its own errors have their own places`() {
    #expect(
      check("define families.bad = count(servces) > 1")
        == """
        B001 [servces] there is no column or field called `servces` here / did you mean `services`?
        """)
  }

  @Test func `a built-in definition of fields that are not there is not there`() {
    var catalog = Register.catalog
    for statement in parse("define families.poor = income < 1000").statements {
      if case .define(let tree) = statement.kind {
        catalog.define(CatalogDefinition(tree, isBuiltIn: true))
      }
    }
    #expect(
      plan("families | where poor", catalog: catalog)
        == "B001 [poor] there is no column or field called `poor` here")
  }

  @Test func `a function's parameter may be a bare value`() {
    let catalog = catalog("define families.had(what) = any(services where kind = what)")
    #expect(
      plan("families | where had(visit) and had(问候) | select id", catalog: catalog) == """
        families
          where any(services where kind = visit) and any(services where kind = call)
          show id

        """)
  }

  @Test func `wrong arguments of a function are counted`() {
    #expect(
      problems("services | where share_of(1) > 2")
        == "B008 [share_of] `share_of` takes 2 arguments, not 1")
  }
}

@Suite struct Parameters {
  private func parameter(_ text: String, given: String? = nil) -> (BoundParameter, String) {
    guard case .parameter(let tree)? = parse(text).statements.first?.kind else {
      preconditionFailure("not a parameter: \(text)")
    }
    let value = given.flatMap { parseExpression($0).expression }
    let bound = bindParameter(
      tree, given: value, catalog: Register.catalog,
      options: BinderOptions(today: Register.today), host: TestHost())
    return (bound, lines(bound.diagnostics, given ?? text))
  }

  @Test func `a default may be a period phrase`() {
    let (bound, said) = parameter("param month: period = last month")
    #expect(said.isEmpty)
    #expect(bound.type == .period)
    #expect(bound.value == .period(Period(.month, year: 2026, index: 9)!))
  }

  @Test func `what is given takes the place of the default`() {
    #expect(
      parameter("param month: period = last month", given: "2026-03").0.value
        == .period(Period(.month, year: 2026, index: 3)!))
    #expect(parameter("param who: text", given: "张三").0.value == .text("张三"))
    #expect(
      parameter("param r: decimal(2) = 1", given: "2.5").0.value
        == .decimal(Decimal(unscaled: 250, scale: 2)))
    #expect(parameter("param k: (a \"甲\", b \"乙\")", given: "乙").0.value == .category(1))
  }

  @Test func `what does not fit is an error`() {
    #expect(
      parameter("param n: int = 1", given: "2.5").1
        == "B007 [2.5] this must be a whole number; it is a decimal")
    #expect(parameter("param n: int").0.value == nil)
  }

  @Test func `a query uses it as a constant`() {
    let said = plan(
      "services | where date in month and kind = k and minutes > n",
      parameters: [
        "month": (.period, .period(Period(.month, year: 2026, index: 9)!)),
        "k": (.text, .text("探访")), "n": (.int, .int(3)),
      ])
    #expect(
      said == """
        services
          where (date in 2026-09) and (kind = visit) and (minutes > 3)
          show id, family, member, program, kind, channel, date, minutes, cost, started

        """)
  }
}

@Suite struct Expectations {
  private func expectation(_ text: String) -> (BoundExpectation?, String) {
    guard case .expect(let tree)? = parse(text).statements.first?.kind else {
      return (nil, "not an expectation")
    }
    let result = bind(
      tree, catalog: Register.catalog, options: BinderOptions(today: Register.today),
      host: TestHost())
    guard let plan = result.plan else { return (result, lines(result.diagnostics, text)) }
    return (result, describe(plan, catalog: Register.catalog, language: .english))
  }

  @Test func `every row is judged by its known values`() {
    let (result, text) = expectation("expect due has every n >= 3")
    #expect(
      text == """
        kept result 1
          where (n is known) and (not (n >= 3))
          show id, n

        """)
    #expect(result?.rule == BoundExpectation.Rule.none)
    #expect(
      result?.skipped.map { describe($0, catalog: Register.catalog, language: .english) } == """
        kept result 1
          where n is missing
          show id, n

        """)
  }

  @Test func `some rows or none`() {
    #expect(expectation("expect due is empty").0?.rule == BoundExpectation.Rule.none)
    #expect(expectation("expect due is not empty").0?.rule == .some)
    #expect(expectation("expect due has any n > 3").0?.rule == .some)
    #expect(
      expectation("expect (families | where bereaved) has no status = active").1 == """
        families
          where tags has bereaved
          where status = active
          show id, head, area, tags, registered, status

        """)
  }
}
