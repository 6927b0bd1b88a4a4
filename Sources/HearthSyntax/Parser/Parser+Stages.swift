import HearthText

extension Parser {
  /// The stage after a pipe; what cannot be read is reported, skipped, and `invalid`.
  mutating func parseStage() -> Stage {
    let start = token.span
    let brackets = openBrackets.count
    do throws(Failure) {
      guard let found = keyword(.stage) else { throw unknownStage() }
      let keyword = consume(found.end)
      let kind = try stage(found.keyword)
      try endOfStage(brackets)
      return Stage(kind, keyword: keyword, Span(start.start, max(start.start, consumedEnd)))
    } catch {
      skipStage(from: brackets)
      return Stage(.invalid, keyword: start, Span(start.start, max(start.end, consumedEnd)))
    }
  }

  private mutating func unknownStage() -> Failure {
    guard case .word(let text) = token.kind else {
      return unexpected(.init("a stage such as `where`", "步骤，例如“筛选”"))
    }
    let shown = written(token)
    let stages = KeywordTable.entries(of: .stage)
    let words = stages.flatMap(\.english) + stages.flatMap(\.chinese)
    let near = suggestion(for: token, among: words) ?? misspeltBeginning(stages)
    let known = Self.wordsOfOthers[text.lowercased()].map { Diagnostic.didYouMean($0) }
    return fail(
      .unknownStage, token.span,
      .init("there is no stage `\(shown)`", "没有“\(shown)”这个步骤"),
      hint: known ?? near?.hint ?? misplaced(text) ?? beginning(of: token), fix: near?.fix)
  }

  /// A word that has a meaning, but not as a stage: `families | bereaved`.
  private mutating func misplaced(_ text: String) -> Bilingual? {
    if at(.by) {
      return .init(
        "`by` follows what is counted: count by street", "“按”写在要算的内容之后：计数 按 街道")
    }
    guard vocabulary.words.contains(text) else { return nil }
    return .init(
      "a condition follows `where`, columns follow `select`: where \(text)",
      "条件写在“筛选”之后，列写在“显示”之后：筛选 \(text)")
  }

  /// `筛先失独`: a stage with a wrong character and what belongs to it, typed without a gap.
  private func misspeltBeginning(
    _ stages: [KeywordEntry]
  ) -> (hint: Bilingual, fix: Diagnostic.Fix)? {
    let text = written(token)
    guard text.unicodeScalars.first.map(isHan) == true else { return nil }
    for length in 2...4 where text.count > length {
      let beginning = String(text.prefix(length))
      let words = stages.flatMap(\.chinese).filter { $0.count == length }
      let rest = String(text.dropFirst(length))
      guard let near = nearest(to: beginning, in: words),
        isKnownRun(rest, vocabulary: vocabulary)
      else { continue }
      let end = token.span.start + Int32(beginning.utf8.count)
      let fix = Diagnostic.Fix(span: Span(token.span.start, end), replacement: near)
      return (Diagnostic.didYouMean(near), fix)
    }
    return nil
  }

  /// What people who know other languages try first.
  private static let wordsOfOthers: [String: String] = [
    "filter": "where", "group": "summarize … by …", "order": "sort", "limit": "take",
    "head": "take",
    "aggregate": "summarize", "derive": "add", "extend": "add", "mutate": "add",
    "project": "select",
    "dedup": "distinct", "unique": "distinct", "minus": "except", "summarise": "summarize",
    "分组": "汇总 … 按 …", "统计": "计数", "统计行数": "计数", "数量": "计数", "过滤": "筛选", "排列": "排序",
  ]

  private mutating func endOfStage(_ brackets: Int) throws(Failure) {
    switch token.kind {
    case .end, .symbol(.pipe): return
    case .symbol(.rightParenthesis) where brackets > 0: return
    case .word where stageFollows(): return
    case .word, .quotedWord, .run, .integer, .decimal, .text, .date, .dateTime, .period, .symbol,
      .invalid:
      let near =
        sign() ?? suggestion(for: token, among: Self.wordsAfterOperands) ?? misspeltPeriod()
      throw unexpected(
        .init("`|` or the end", "“|”或结尾"),
        hint: near?.hint ?? forgottenFrom() ?? beginning(of: token), fix: near?.fix)
    }
  }

  /// `street is 莲前`, `notes is null`: a sign of ours in words of others.
  private mutating func sign() -> (hint: Bilingual, fix: Diagnostic.Fix)? {
    guard case .word(let text) = token.kind, ["is", "was", "是", "为"].contains(text) else {
      return nil
    }
    let (next, _, after) = read(at: following)
    var sign = "="
    var end = token.span.end
    switch next.kind {
    case .word("null"), .word("empty"), .word("空"): (sign, end) = ("is missing", next.span.end)
    case .word("not"):
      let (last, _, _) = read(at: after)
      let isNull = last.kind == .word("null") || last.kind == .word("empty")
      (sign, end) = isNull ? ("is known", last.span.end) : ("!=", next.span.end)
    default: break
    }
    return (
      Diagnostic.didYouMean(sign),
      Diagnostic.Fix(span: Span(token.span.start, end), replacement: sign)
    )
  }

  /// `登记日期 到 今天 的天数`: without its first word a distance is a range, which has no days.
  private func forgottenFrom() -> Bilingual? {
    guard case .word(let text) = token.kind else { return nil }
    let unit = text.hasPrefix("的") ? String(text.dropFirst()) : text
    guard text == "的" || KeywordTable.differenceWords[unit] != nil else { return nil }
    return .init(
      "a distance begins with `从`, as in `从 登记日期 到 今天 的天数`",
      "前面要有“从”，例如“从 登记日期 到 今天 的天数”")
  }

  /// `date in lst 30 days`: the word before a number begins no period.
  private func misspeltPeriod() -> (hint: Bilingual, fix: Diagnostic.Fix)? {
    guard case .integer = token.kind, let consumed else { return nil }
    return suggestion(for: consumed, among: ["last", "next"])
  }

  /// `families | where x sort y`: a stage whose pipe was forgotten.
  private mutating func stageFollows() -> Bool {
    guard let found = keyword(.stage) else { return false }
    return startsOperand(found.end)
  }

  private static let wordsAfterOperands: [String] = {
    let rows = KeywordTable.entries(of: .logic) + KeywordTable.entries(of: .clause)
    return rows.flatMap(\.english) + rows.flatMap(\.chinese)
  }()

  private mutating func stage(_ keyword: Keyword) throws(Failure) -> Stage.Kind {
    switch keyword {
    case .filter: return .filter(try parseExpression())
    case .select: return .select(try parseColumns())
    case .add: return try addStage()
    case .drop: return .drop(try parseNames())
    case .rename: return .rename(try renamings())
    case .sort:
      if let end = end(of: .by), startsClause(end) { consume(to: end) }
      return .sort(try parseSortKeys())
    case .take: return try takeStage()
    case .skip: return .skip(try requireCount())
    case .top: return try topStage()
    case .distinctRows:
      return .distinct(atStageEnd() ? [] : try parseExpressions())
    case .sample: return try sampleStage()
    case .with, .without:
      let (link, filter) = try linked()
      return .having(keyword == .with, link: link, filter: filter)
    case .expand:
      if let slots = try expandSlots() { return slots }
      let (link, filter) = try linked()
      return .expand(link: link, filter: filter)
    case .summarize: return try summarizeStage()
    case .countRows: return try countStage()
    case .join: return .join(try join(.inner))
    case .leftJoin: return .join(try join(.left))
    case .fullJoin: return .join(try join(.full))
    case .union: return .combine(.union, try parseSource())
    case .except: return .combine(.except, try parseSource())
    case .intersect: return .combine(.intersect, try parseSource())
    case .suppress:
      try require(.below)
      return .suppress(below: try requireCount())
    case .coverage: return .coverage(try coverage())
    case .gaps: return try gaps()
    case .cadence: return .cadence(try cadence())
    case .trend: return .trend(try trend())
    case .funnel: return try funnel()
    case .chart: return .chart(try chart())
    default: throw unknownStage()
    }
  }

  private mutating func atStageEnd() -> Bool {
    switch token.kind {
    case .end, .symbol(.pipe), .symbol(.rightParenthesis): true
    case .word, .quotedWord, .run, .integer, .decimal, .text, .date, .dateTime, .period, .symbol,
      .invalid:
      false
    }
  }

  private mutating func parseNames() throws(Failure) -> [Name] {
    var names: [Name] = []
    repeat { names.append(try requireName(.init("a column", "列"))) } while take(.comma)
    return names
  }

  private mutating func renamings() throws(Failure) -> [Stage.Renaming] {
    var result: [Stage.Renaming] = []
    repeat {
      guard let new = nameBefore(.equal) else {
        throw unexpected(.init("`new = old`", "“新名 = 旧名”"))
      }
      advance()
      result.append(Stage.Renaming(new: new, old: try requireName(.init("a column", "列"))))
    } while take(.comma)
    return result
  }

  private mutating func linked() throws(Failure) -> (Name, Expression?) {
    let link = try requireName(.init("a link", "关联"))
    guard let end = filterWord() else { return (link, nil) }
    consume(to: end)
    return (link, try parseExpression())
  }

  /// A number of rows: written out, or a parameter.
  mutating func requireCount() throws(Failure) -> Expression {
    let span = token.span
    switch token.kind {
    case .word, .quotedWord:
      let name = try requireName(.init("a whole number", "整数"))
      return Expression(.name(name), name.span)
    case .run, .integer, .decimal, .text, .date, .dateTime, .period, .symbol, .invalid, .end:
      return Expression(.integer(try requireInteger(.init("a whole number", "整数"))), span)
    }
  }
}
