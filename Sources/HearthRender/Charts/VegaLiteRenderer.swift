import HearthData
import HearthText

/// A chart as a Vega-Lite 5 specification with its data inside, one on a line.
package struct VegaLiteRenderer: Renderer {
  package init() {}

  package var separatesResults: Bool { false }
  package var holdsRemarks: Bool { true }

  package func refusal(of table: ResultTable) -> Bilingual? {
    if table.chart != nil { return nil }
    return Bilingual(
      "Vega-Lite draws charts, and this answer is none: end the query in `chart bar`, `line`, `heat` or `spark`.",
      "Vega-Lite 只画图表，而这个结果不是图表：请在查询末尾加上“图表 条形”（或折线、热力、走势）。")
  }

  /// Nothing for a table without a chart.
  package func render(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    guard let chart = table.chart else { return }
    let drawing = VegaLiteDrawing(table: table, chart: chart, options: options)
    sink.write(
      #"{"$schema":"https://vega.github.io/schema/vega-lite/v5.json","data":{"values":["#)
    JSONRows(table, options).write(table, before: ",", into: &sink)
    sink.write("]}")
    for (name, value) in drawing.members {
      var bytes = JSONRows.memberOpening(name, isFirst: false)
      value.append(to: &bytes)
      sink.write(bytes)
    }
    sink.write("}\n")
  }
}

/// How the rows of a chart are drawn, in the words of Vega-Lite.
private struct VegaLiteDrawing {
  let table: ResultTable
  let chart: Chart
  let options: RenderOptions
  private let headers: [String]

  init(table: ResultTable, chart: Chart, options: RenderOptions) {
    self.table = table
    self.chart = chart
    self.options = options
    headers = table.dataHeaders(options)
  }

  var members: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    if let title { members.append(("title", title)) }
    if !transforms.isEmpty { members.append(("transform", .list(transforms))) }
    members.append(("mark", mark))
    if chart.kind == .spark { members.append(("height", .number(40))) }
    members.append(("encoding", .object(encoding)))
    return members
  }

  /// The question, below it what its periods resolved to and what else there is to know.
  private var title: JSONValue? {
    let notes = remarks(table, language: options.language)
    guard let sentence = table.question?.heading ?? notes.first else { return nil }
    let below = table.question == nil ? notes.dropFirst() : notes[...]
    return .object(
      [("text", .text(sentence))]
        + (below.isEmpty ? [] : [("subtitle", .list(below.map { .text($0) }))]))
  }

  private var mark: JSONValue {
    let type =
      switch chart.kind {
      case .bar: "bar"
      case .line, .spark: "line"
      case .heat: "rect"
      }
    let points: [(String, JSONValue)] = chart.kind == .line ? [("point", .flag(true))] : []
    return .object([("type", .text(type)), ("tooltip", .flag(true))] + points)
  }

  private var encoding: [(String, JSONValue)] {
    let steps = chart.keys.last
    switch chart.kind {
    case .bar: return [("y", group ?? .object([])), ("x", measure)]
    case .line:
      return [("x", steps.map(key) ?? .object([])), ("y", measure)]
        + (group.map { [("color", $0)] } ?? [])
    case .heat:
      let across: JSONValue =
        isFolded
        ? .object([("field", .text(Self.folded)), ("type", .text("nominal")), ("sort", .null)])
        : steps.map(key) ?? .object([])
      return [("x", across), ("y", group ?? .object([])), ("color", measure)]
    case .spark:
      return [("x", steps.map(key) ?? .object([])), ("y", measure)]
        + (group.map { [("row", $0)] } ?? [])
    }
  }

  // MARK: Fields

  private static let folded = "measure"
  private static let joined = "group"

  /// Several measures side by side, as only a heat map has them.
  private var isFolded: Bool { chart.measures.count > 1 }

  /// The keys that do not go across.
  private var groupKeys: [Int] {
    chart.kind == .bar || isFolded ? chart.keys : Array(chart.keys.dropLast())
  }

  private var group: JSONValue? {
    guard let first = groupKeys.first else { return nil }
    if groupKeys.count == 1 { return key(first) }
    return .object([
      ("field", .text(Self.joined)), ("type", .text("nominal")), ("sort", .null),
      ("title", .text(groupKeys.map(label).joined(separator: " · "))),
    ])
  }

  private var transforms: [JSONValue] {
    var transforms: [JSONValue] = []
    if groupKeys.count > 1 {
      let parts = groupKeys.map { column -> String in
        var bytes: [UInt8] = []
        bytes.appendJSON(headers[column])
        return "datum[\(String(decoding: bytes, as: UTF8.self))]"
      }
      transforms.append(
        .object([
          ("calculate", .text(parts.joined(separator: " + ' · ' + "))), ("as", .text(Self.joined)),
        ]))
    }
    if isFolded {
      transforms.append(
        .object([
          ("fold", .list(chart.measures.map { .text(field($0)) })),
          ("as", .list([.text(Self.folded), .text("value")])),
        ]))
    }
    return transforms
  }

  /// The order of the rows is that of the answer.
  private func key(_ column: Int) -> JSONValue {
    let type: String
    switch table.columns[column].values.type {
    case .date,
      .dateTime where chart.kind != .heat && chart.kind != .bar:
      type = "temporal"
    default: type = "ordinal"
    }
    return .object([
      ("field", .text(field(column))), ("type", .text(type)),
      ("sort", .null), ("title", .text(label(column))),
    ])
  }

  private var measure: JSONValue {
    guard let column = chart.measures.first else { return .object([]) }
    let isRate = table.columns[column].role == .rate
    let place = chart.kind == .heat ? "legend" : "axis"
    return .object(
      [
        ("field", .text(isFolded ? "value" : field(column))), ("type", .text("quantitative")),
        ("title", .text(isFolded ? "" : label(column))),
      ] + (isRate ? [(place, .object([("format", .text(".0%"))]))] : []))
  }

  private func label(_ column: Int) -> String { table.columns[column].label[options.language] }

  /// The head of a column as a path: a point or a bracket in it is a part of the name.
  private func field(_ column: Int) -> String {
    headers[column].map { "\\.[]'\"".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }
}
