import HearthText

extension Parser {
  /// `bar of rate by street`; `of` has no Chinese word.
  mutating func chart() throws(Failure) -> Stage.Chart {
    let start = token.span
    guard let found = keyword(.chart),
      let kind = ChartKind.allCases.first(where: { $0.keyword == found.keyword })
    else {
      throw unexpected(
        .init("bar, line, heat or spark", "条形、折线、热力或走势"),
        hint: .init("as in `chart bar of rate by street`", "例如“图表 条形 覆盖率 按 街道”"))
    }
    consume(to: found.end)
    takeOf()
    var chart = Stage.Chart(kind: kind, measure: nil, keys: [], span: start)
    if token.kind != .end, !at(.pipe), !at(.rightParenthesis), !at(.by) {
      chart.measure = try requireName(.init("a column of the result", "结果中的一列"))
    }
    if take(.by) {
      repeat {
        chart.keys.append(try requireName(.init("a column of the result", "结果中的一列")))
      } while take(.comma)
    }
    return chart
  }
}
