import HearthData
import HearthPlan
import HearthSyntax
import HearthText

/// Binds a query about the register.
func bound(
  _ text: String, host: TestHost = TestHost(), privacy: PrivacyLevel = .open,
  parameters: [String: (type: ValueType, value: Value)] = [:], catalog: Catalog = Register.catalog
) -> BoundQuery {
  let script = parse(text, vocabulary: catalog.vocabulary(results: host.resultNames))
  guard case .query(let query)? = script.statements.first?.kind,
    !script.diagnostics.contains(where: { $0.severity == .error })
  else {
    var failed = bind(
      Query(Source(.invalid, Span(0, 0)), [], Span(0, 0)), catalog: catalog,
      options: BinderOptions(today: Register.today), host: host)
    failed.diagnostics = script.diagnostics
    failed.plan = nil
    return failed
  }
  let options = BinderOptions(
    today: Register.today, parameters: parameters, privacy: privacy)
  return bind(query, catalog: catalog, options: options, host: host)
}

/// The plan of a query as text, or its errors.
func plan(
  _ text: String, in language: Language = .english, host: TestHost = TestHost(),
  parameters: [String: (type: ValueType, value: Value)] = [:], catalog: Catalog = Register.catalog
) -> String {
  let result = bound(text, host: host, parameters: parameters, catalog: catalog)
  guard let plan = result.plan else { return lines(result.diagnostics, text) }
  return describe(plan, catalog: catalog, language: language)
}

/// The steps of a plan without source and output.
func steps(
  _ text: String, in language: Language = .english, host: TestHost = TestHost(),
  parameters: [String: (type: ValueType, value: Value)] = [:]
) -> String {
  let result = bound(text, host: host, parameters: parameters)
  guard var plan = result.plan else { return lines(result.diagnostics, text) }
  // Named columns are easier to read than slots.
  let names = plan.output
  plan.periods = []
  let all = describe(plan, catalog: Register.catalog, language: language)
    .split(separator: "\n").map { $0.drop { $0 == " " } }
  _ = names
  return all.dropFirst().dropLast().joined(separator: "\n")
}

/// `B001 stret: message / hint` for every diagnostic.
func problems(
  _ text: String, host: TestHost = TestHost(), privacy: PrivacyLevel = .open,
  in language: Language = .english
) -> String {
  lines(bound(text, host: host, privacy: privacy).diagnostics, text, language)
}

func lines(
  _ diagnostics: [Diagnostic], _ text: String, _ language: Language = .english
) -> String {
  let bytes = Array(text.utf8)
  return diagnostics.map { diagnostic in
    let (start, end) = (Int(diagnostic.span.start), min(Int(diagnostic.span.end), bytes.count))
    let place = String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
    let hint = diagnostic.hint.map { " / " + $0[language] } ?? ""
    return "\(diagnostic.code.rawValue) [\(place)] \(diagnostic.message[language])\(hint)"
  }.joined(separator: "\n")
}
