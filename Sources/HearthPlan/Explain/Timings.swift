import HearthData
import HearthText

/// Where the time of a run went: a row for finding the steps, for the source, for each step and for
/// the output, with the total.
///
/// `trace` is that of the plan's run. Rows before the source are missing.
package func timings(
  of plan: Plan, _ trace: [StepTrace], planning: Duration, catalog: Catalog, language: Language
) -> ResultTable {
  let describer = PlanDescriber(catalog: catalog, language: language, plan: plan)
  let steps = [describer.say("(finding the steps)", "（确定步骤）")] + describer.steps(of: plan)
  let rowsOut = [nil] + trace.map { Int64($0.rowsOut) }
  let rowsIn = [nil, nil] + rowsOut.dropFirst().dropLast()
  let durations = [planning] + trace.map(\.duration)
  let bytes = [nil] + trace.map { Int64($0.bytesRead) }

  func integers(_ values: [Int64?]) -> [Value] { values.map { $0.map(Value.int) ?? .missing } }
  func column(
    _ name: String, _ label: Bilingual, _ values: [Value], _ type: ValueType
  ) -> ResultColumn {
    ResultColumn(name: name, label: label, values: Column(values: values, type: type))
  }
  var table = ResultTable(
    columns: [
      column("step", Bilingual("step", "步骤"), steps.map(Value.text), .text),
      column("rows_in", Bilingual("rows in", "输入行数"), integers(rowsIn), .int),
      column("rows_out", Bilingual("rows out", "输出行数"), integers(rowsOut), .int),
      column(
        "milliseconds", Bilingual("milliseconds", "毫秒"),
        durations.map { .decimal($0.milliseconds) }, .decimal(scale: Duration.scale)),
      column("bytes_read", Bilingual("bytes read", "读取字节"), integers(bytes), .int),
    ], rowCount: steps.count)
  table.total = [
    .missing, .missing, .missing, .decimal(durations.reduce(.zero, +).milliseconds),
    .int(bytes.reduce(0) { $0 + ($1 ?? 0) }),
  ]
  return table
}

extension Duration {
  /// Places behind the point of a millisecond.
  fileprivate static let scale = 3

  /// To the microsecond, of which a step of few rows takes some.
  fileprivate var milliseconds: Decimal {
    Decimal(
      unscaled: components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000,
      scale: Self.scale)
  }
}

extension PlanDescriber {
  /// The source, each step and the output, a line each.
  fileprivate func steps(of plan: Plan) -> [String] {
    var describer = self
    func line(_ add: (inout PlanDescriber) -> Void) -> String {
      describer.lines = []
      add(&describer)
      return describer.lines.first ?? ""
    }
    return [line { $0.add(plan.source, count: nil) }]
      + plan.steps.map { step in line { $0.add(step, count: nil) } }
      + [say("(the answer's columns)", "（结果各列）")]
  }
}
