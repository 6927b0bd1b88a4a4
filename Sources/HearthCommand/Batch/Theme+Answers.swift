import HearthLineEditor
import HearthRender

extension Theme {
  /// For the heads of tables and what is said below them.
  var decoration: Decoration {
    var decoration = Decoration()
    decoration.header = pair(.heading)
    decoration.remark = pair(.comment)
    return decoration
  }

  private func pair(_ style: TextStyle) -> Decoration.Pair {
    let parts = styled("|", style).split(separator: "|", omittingEmptySubsequences: false)
    return Decoration.Pair(on: String(parts[0]), off: String(parts[1]))
  }

  /// The report of diagnostics with its codes and carets in colour.
  func coloured(report: String) -> String {
    guard hasColours else { return report }
    return report.split(separator: "\n", omittingEmptySubsequences: false)
      .map(coloured).joined(separator: "\n")
  }

  private func coloured(_ line: Substring) -> String {
    if !line.isEmpty, line.allSatisfy({ $0 == " " || $0 == "^" }) {
      return styled(line, .alarm)
    }
    guard !line.hasPrefix("  "), let head = Theme.severityAndCode(line) else {
      return String(line)
    }
    return line[..<head.lowerBound] + styled(line[head], .alarm) + line[head.upperBound...]
  }

  /// Where `error E003` stands, which may follow a place in a file and ends at a colon.
  private static func severityAndCode(_ line: Substring) -> Range<Substring.Index>? {
    let colons = line.indices.filter { line[$0] == ":" || line[$0] == "：" }
    for colon in colons {
      let words = line[..<colon].split(separator: " ")
      guard words.count > 1, let code = words.last, code.utf8.count == 4,
        code.dropFirst().allSatisfy(\.isNumber), code.first?.isUppercase == true
      else { continue }
      return words[words.count - 2].startIndex..<colon
    }
    return nil
  }
}
