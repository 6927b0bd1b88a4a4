import HearthText

extension Printer {
  /// A whole text in canonical form, with its comments and single blank lines; statements that
  /// could not be read stay as they were. Ends with a line break unless it is empty.
  package func print(_ script: Script, source: String) -> String {
    var layout = ScriptLayout(self, script, SourceLines(source), Array(source.utf8))
    return layout.run()
  }
}

/// Puts statements and comments back into lines.
private struct ScriptLayout {
  let printer: Printer
  let script: Script
  let lines: SourceLines
  let bytes: [UInt8]
  var output: [String] = []
  /// Where the last statement or comment began.
  var lastLine = -1
  /// The comments not yet printed.
  var pending: ArraySlice<Script.Comment>

  init(_ printer: Printer, _ script: Script, _ lines: SourceLines, _ bytes: [UInt8]) {
    self.printer = printer
    self.script = script
    self.lines = lines
    self.bytes = bytes
    pending = script.comments[...]
  }

  mutating func run() -> String {
    for (index, statement) in script.statements.enumerated() {
      while let comment = pending.first, comment.span.start < statement.span.start {
        pending.removeFirst()
        emit([comment.text], from: comment.span.start)
      }
      let next = index + 1 < script.statements.count ? script.statements[index + 1] : nil
      emit(
        printed(statement, comments: comments(of: statement, before: next)),
        from: statement.span.start)
    }
    for comment in pending { emit([comment.text], from: comment.span.start) }
    return output.isEmpty ? "" : output.joined(separator: "\n") + "\n"
  }

  /// Takes the comments that go with a statement: those inside of it, the one behind its last
  /// line, and indented ones below.
  private mutating func comments(
    of statement: Statement, before next: Statement?
  ) -> [Script.Comment] {
    var result: [Script.Comment] = []
    while let comment = pending.first, comment.span.start < next?.span.start ?? .max {
      let isInside = comment.span.start < statement.span.end
      let isBehind =
        !standsAlone(comment)
        && lines.line(of: comment.span.start) == lines.line(of: statement.span.end)
      let isBelow = standsAlone(comment) && isIndented(comment, statement)
      guard isInside || isBehind || isBelow else { break }
      result.append(comment)
      pending.removeFirst()
    }
    return result
  }

  private func printed(_ statement: Statement, comments: [Script.Comment]) -> [String] {
    if isBroken(statement) {
      let text = bytes[Int(statement.span.start)..<Int(statement.span.end)]
      let outside = comments.filter { $0.span.start >= statement.span.end }
      let behind = outside.first.flatMap { standsAlone($0) ? nil : "  " + $0.text } ?? ""
      return [String(decoding: text, as: UTF8.self) + behind]
        + outside.filter(standsAlone).map { "  " + $0.text }
    }
    let trailing =
      comments.count == 1 && !standsAlone(comments[0])
      && comments[0].span.start >= statement.span.end
    let isOnOneLine = lines.line(of: statement.span.start) == lines.line(of: statement.span.end)
    let lines = printer.lines(
      statement, keepsApart: !isOnOneLine || !comments.isEmpty && !trailing)
    var result: [String] = []
    for (index, line) in lines.enumerated() {
      let end = index + 1 < lines.count ? lines[index + 1].start : Int32.max
      // Alone above the next line: printed there.
      let own = comments.filter {
        $0.span.start < end && $0.span.start >= line.start && !standsAlone($0)
      }
      let above = comments.filter {
        $0.span.start < line.start && $0.span.start >= (index > 0 ? lines[index - 1].start : 0)
          && standsAlone($0)
      }
      let inner = index == lines.count - 1 ? commentsInside(comments, line, statement) : []
      for comment in above + inner + own.dropLast() {
        result.append(line.indentation + comment.text)
      }
      result.append(line.text + (own.last.map { "  " + $0.text } ?? ""))
    }
    let below = comments.filter { standsAlone($0) && $0.span.start >= statement.span.end }
    return result + below.map { "  " + $0.text }
  }

  private func isBroken(_ statement: Statement) -> Bool {
    statement.kind == .invalid
      || script.diagnostics.contains {
        $0.severity == .error && $0.span.start >= statement.span.start
          && $0.span.start < statement.span.end
      }
  }

  /// Comments on their own lines in the middle of the last stage.
  private func commentsInside(
    _ comments: [Script.Comment], _ line: PrintedLine, _ statement: Statement
  ) -> [Script.Comment] {
    comments.filter {
      standsAlone($0) && $0.span.start >= line.start && $0.span.start < statement.span.end
    }
  }

  private mutating func emit(_ text: [String], from start: Int32) {
    let line = lines.line(of: start)
    let isFirstOfLine = line != lastLine
    lastLine = line
    if !output.isEmpty && isFirstOfLine && line > 0 && lines.isBlank(line - 1) {
      output.append("")
    }
    output += text
  }

  /// Whether nothing but white space stands before a comment on its line.
  private func standsAlone(_ comment: Script.Comment) -> Bool {
    let start = lines.start(ofLine: lines.line(of: comment.span.start))
    return bytes[start..<Int(comment.span.start)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private func isIndented(_ comment: Script.Comment, _ statement: Statement) -> Bool {
    func column(_ offset: Int32) -> Int32 {
      offset - Int32(lines.start(ofLine: lines.line(of: offset)))
    }
    return column(comment.span.start) > column(statement.span.start)
  }
}
