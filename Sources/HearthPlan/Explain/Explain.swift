import HearthData
import HearthText

/// A plan as text, one line per step, indented under its source; readable in either language.
///
/// `rowCounts` are the rows after the source and after each step; sub-plans have none.
package func describe(
  _ plan: Plan, catalog: Catalog, language: Language, rowCounts: [Int]? = nil
) -> String {
  var describer = PlanDescriber(
    catalog: catalog, language: language, plan: plan)
  describer.add(plan, rowCounts: rowCounts)
  return describer.lines.joined(separator: "\n") + "\n"
}

/// Writes a plan down line by line.
struct PlanDescriber {
  let catalog: Catalog
  let language: Language
  let definitions: [PlannedDefinition]
  var lines: [String] = []
  private var indentation = 0
  private let slotNames: [SlotID: Bilingual]
  /// For a label: periods are called as the query called them, and levels without the way there.
  let isBrief: Bool
  let phrases: [Period: Bilingual]

  init(catalog: Catalog, language: Language, plan: Plan, isBrief: Bool = false) {
    self.catalog = catalog
    self.language = language
    self.isBrief = isBrief
    phrases = Dictionary(
      isBrief ? plan.periods.map { ($0.period, $0.phrase) } : [],
      uniquingKeysWith: { first, _ in first })
    self.definitions = plan.definitions
    self.slotNames = plan.slotNames
  }

  var schema: Schema { catalog.schema }

  func say(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  mutating func add(_ plan: Plan, rowCounts: [Int]? = nil) {
    add(plan.source, count: rowCounts?.first)
    indentation += 1
    for (index, step) in plan.steps.enumerated() {
      let count = rowCounts.flatMap { $0.indices.contains(index + 1) ? $0[index + 1] : nil }
      add(step, count: count)
    }
    let shown = plan.output.map { column -> String in
      let name = column.label[language]
      let text = describe(column.expression)
      return text == name ? name : "\(name) = \(text)"
    }
    if !shown.isEmpty { line(say("show", "显示"), shown.joined(separator: ", ")) }
    if let chart = plan.chart { line(say("chart", "图表"), describe(chart, of: plan)) }
    indentation -= 1
    for period in plan.periods {
      let (first, last) = (period.period.start, period.period.lastDay)
      let dates = first == last ? "\(first)" : "\(first) … \(last)"
      lines.append("\(period.phrase[language]) = \(dates)")
    }
  }

  mutating func line(_ word: String, _ rest: String = "", count: Int? = nil) {
    let indent = String(repeating: "  ", count: indentation)
    var text = indent + word + (rest.isEmpty ? "" : " " + rest)
    if let count { text += "  → " + say(count == 1 ? "1 row" : "\(count) rows", "\(count) 行") }
    lines.append(text)
  }

  mutating func add(_ source: PlanSource, count: Int?) {
    switch source {
    case .entity(let entity): line(schema[entity].name[language], count: count)
    case .result(let reference, _, _):
      line(say("kept result \(reference.index + 1)", "已存结果 \(reference.index + 1)"), count: count)
    case .literal(let rowCount, let columns):
      line(
        say("table written out", "写出的表"),
        say("\(columns.count) columns, \(rowCount) rows", "\(columns.count) 列 \(rowCount) 行"),
        count: count)
    case .query(let plan):
      line(say("result of", "以下查询的结果"), count: count)
      nest(plan)
    }
  }

  mutating func nest(_ plan: Plan) {
    indentation += 1
    add(plan)
    indentation -= 1
  }

  func list(_ expressions: [TypedExpression]) -> String {
    expressions.map { describe($0) }.joined(separator: ", ")
  }

  func keys(_ order: [PlannedSortKey]) -> String {
    order.map { describe($0.expression) + ($0.isDescending ? say(" desc", " 降序") : "") }
      .joined(separator: ", ")
  }

  func assignments(_ assignments: [Assignment]) -> String {
    assignments.map { "\(name($0.slot)) = \(describe($0.expression))" }.joined(separator: ", ")
  }

  func slotName(_ slot: SlotID) -> Bilingual? { slotNames[slot] }

  func name(_ slot: SlotID) -> String { slotNames[slot]?[language] ?? "#\(slot.index)" }
}

extension PlanDescriber {
  /// `bar of count by street`.
  fileprivate func describe(_ chart: Chart, of plan: Plan) -> String {
    let kind: String =
      switch chart.kind {
      case .bar: say("bar", "条形")
      case .line: say("line", "折线")
      case .heat: say("heat", "热力")
      case .spark: say("spark", "走势")
      }
    func names(_ positions: [Int]) -> String {
      positions.map { plan.output[$0].label[language] }.joined(separator: ", ")
    }
    let keys = chart.keys.isEmpty ? "" : say(" by ", " 按 ") + names(chart.keys)
    return kind + say(" of ", " ") + names(chart.measures) + keys
  }
}
