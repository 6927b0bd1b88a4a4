import HearthData
import HearthText

/// One object per query on one line, for programs.
///
///     {"columns":[{"name","label","type"}],"rows":[{…}],"total":{…},
///      "chart":{"kind","measures":[…],"keys":[…]},"periods":{"last 30 days":["2026-10-02","2026-10-31"]},"notes":["…"]}
///
/// Members that would be empty are left out, `columns` and `rows` never. Missing is `null`, a rate a
/// number from 0 to 1, a decimal a number with all its places, integers are exact to 64 bits, tag
/// sets and lists are arrays, a link is the key of its row, a masked value is a text.
package struct JSONRenderer: Renderer {
  package init() {}

  package var separatesResults: Bool { false }

  package var holdsRemarks: Bool { true }

  package func render(
    _ table: ResultTable, options: RenderOptions, into sink: inout ByteSink
  ) {
    let headers = table.dataHeaders(options)
    sink.write("{\"columns\":[")
    for (index, column) in table.columns.enumerated() {
      if index > 0 { sink.write(",") }
      sink.write(description(column, name: headers[index], options))
    }
    sink.write("],\"rows\":[")
    JSONRows(table, options).write(table, before: ",", into: &sink)
    if sink.isClosed { return }
    sink.write("]")
    if let total = table.total { writeTotal(total, table, headers, options, into: &sink) }
    if let chart = table.chart { writeChart(chart, headers, into: &sink) }
    writePeriods(table, into: &sink)
    writeNotes(table, options, into: &sink)
    sink.write("}\n")
  }

  /// `"chart":{"kind":"bar","measures":["count"],"keys":["street"]}`.
  private func writeChart(_ chart: Chart, _ headers: [String], into sink: inout ByteSink) {
    func names(_ positions: [Int]) -> [UInt8] {
      var bytes = [UInt8(ascii: "[")]
      for (index, position) in positions.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.appendJSON(headers[position])
      }
      return bytes + [UInt8(ascii: "]")]
    }
    sink.write(",\"chart\":{\"kind\":\"\(chart.kind.rawValue)\",\"measures\":")
    sink.write(names(chart.measures))
    sink.write(",\"keys\":")
    sink.write(names(chart.keys))
    sink.write("}")
  }

  private func description(
    _ column: ResultColumn, name: String, _ options: RenderOptions
  ) -> [UInt8] {
    let isMasked = column.isPrivate && options.masksPrivate
    let type = isMasked ? "text" : column.values.type.jsonName
    var bytes = Array("{\"name\":".utf8)
    bytes.appendJSON(name)
    bytes.append(contentsOf: ",\"label\":".utf8)
    bytes.appendJSON(column.label[options.language])
    bytes.append(contentsOf: ",\"type\":".utf8)
    bytes.appendJSON(type)
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// The measures of the total row; keys have no value in it.
  private func writeTotal(
    _ total: [Value], _ table: ResultTable, _ headers: [String], _ options: RenderOptions,
    into sink: inout ByteSink
  ) {
    sink.write(",\"total\":{")
    var isFirst = true
    for (index, column) in table.columns.enumerated()
    where column.role != .key && index < total.count {
      var run = CellRun()
      run.append(
        total[index], under: column, format: JSONFormat(), masksPrivate: options.masksPrivate)
      sink.write(JSONRows.memberOpening(headers[index], isFirst: isFirst))
      sink.write(run.bytes)
      isFirst = false
    }
    sink.write("}")
  }

  private func writePeriods(_ table: ResultTable, into sink: inout ByteSink) {
    if table.periods.isEmpty { return }
    sink.write(",\"periods\":{")
    var seen: Set<String> = []
    for resolved in table.periods where !seen.contains(resolved.phrase.english) {
      sink.write(JSONRows.memberOpening(resolved.phrase.english, isFirst: seen.isEmpty))
      sink.write("[\"\(resolved.period.start)\",\"\(resolved.period.lastDay)\"]")
      seen.insert(resolved.phrase.english)
    }
    sink.write("}")
  }

  private func writeNotes(
    _ table: ResultTable, _ options: RenderOptions, into sink: inout ByteSink
  ) {
    if table.notes.isEmpty { return }
    sink.write(",\"notes\":[")
    for (index, note) in table.notes.enumerated() {
      var bytes: [UInt8] = index > 0 ? [UInt8(ascii: ",")] : []
      bytes.appendJSON(note.text[options.language])
      sink.write(bytes)
    }
    sink.write("]")
  }
}

extension ValueType {
  /// As the specification names the types.
  fileprivate var jsonName: String {
    switch self {
    case .text: "text"
    case .category: "category"
    case .tags: "set"
    case .int: "int"
    case .number: "number"
    case .decimal(let scale): "decimal(\(scale))"
    case .bool: "bool"
    case .date: "date"
    case .dateTime: "datetime"
    case .period: "period"
    case .link: "link"
    case .list: "list"
    case .missing: "missing"
    }
  }
}
