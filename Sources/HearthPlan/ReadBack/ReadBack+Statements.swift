import HearthSyntax
import HearthText

extension ReadBack {
  /// A statement in a sentence; nil for one that asks and names nothing.
  package func sentence(_ statement: Statement) -> String? {
    switch statement.kind {
    case .query(let query): return sentence(query)
    case .binding(let name, let query):
      return say("“\(name.text)” is: ", "“\(name.text)”指：") + sentence(query)
    case .explain(let query, isTimed: false):
      return say("How this is worked out: ", "说明如何得出：") + sentence(query)
    case .explain(let query, isTimed: true):
      return say("How long each step of this takes: ", "说明各步用时：") + sentence(query)
    case .explainWhy(let entity, let key, let source):
      let row = printer.print(key)
      let rows = name(entity)
      return say(
        "Why \(row) of \(rows) is or is not among \(words(source)).",
        "为什么\(rows)中的 \(row) 在或不在\(words(source))里。")
    case .expect(let expectation): return sentence(expectation)
    case .define(let definition):
      let owner = definition.entity.map { say(" of \(name($0))", name($0) + "的") } ?? ""
      let own = definition.name.text
      let body = value(definition.body)
      return say("“\(own)”\(owner) means \(body).", "\(owner)“\(own)”指\(body)。")
    case .parameter(let parameter):
      let otherwise = parameter.defaultValue.map(value)
      let ending = otherwise.map { say(", else \($0)", "，否则为\($0)") } ?? ""
      return say(
        "“\(parameter.name.text)” is given from outside\(ending).",
        "“\(parameter.name.text)”由外部给出\(ending)。")
    case .version, .include, .today, .describe, .save, .asOf, .entity, .term, .privacy, .invalid:
      return nil
    }
  }

  private func sentence(_ expectation: Statement.Expectation) -> String {
    let rows = words(expectation.subject)
    let text: String =
      switch expectation.condition {
      case .isEmpty: say("There must be none of \(rows)", "\(rows)应当一行也没有")
      case .isNotEmpty: say("There must be some of \(rows)", "\(rows)应当至少有一行")
      case .hasAny(let condition):
        say("Some of \(rows) must be \(those(condition))", "\(rows)应当有\(those(condition))")
      case .hasNo(let condition):
        say("None of \(rows) may be \(those(condition))", "\(rows)不应有\(those(condition))")
      case .hasEvery(let condition):
        say("All of \(rows) must be \(those(condition))", "\(rows)应当都是\(those(condition))")
      }
    return text + say(".", "。")
  }

  private func those(_ condition: Expression) -> String {
    let relative = clause(condition).relative
    return say("ones \(relative)", "\(relative)的")
  }
}
