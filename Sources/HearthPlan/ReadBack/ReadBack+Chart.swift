import HearthSyntax
import HearthText

extension ReadBack {
  /// `draw the rate for each street as bars`, 把各街道的覆盖率画成条形图.
  func text(_ chart: Stage.Chart) -> String {
    let form: String =
      switch chart.kind {
      case .bar: say("as bars", "条形图")
      case .line: say("as lines", "折线图")
      case .heat: say("as a heat map", "热力图")
      case .spark: say("as small lines", "走势图")
      }
    let measure = chart.measure.map { say("the \(name($0))", name($0)) } ?? say("the result", "结果")
    let keys = list(chart.keys.map(name))
    let each = keys.isEmpty ? "" : say(" for each \(keys)", "按\(keys)")
    return say("draw \(measure)\(each) \(form)", "把\(measure)\(each)画成\(form)")
  }
}
