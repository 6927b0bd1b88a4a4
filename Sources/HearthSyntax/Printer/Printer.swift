import HearthText

/// Writes a tree in its canonical form, in either language.
///
/// Printing and parsing again gives the same tree; what was written in full-width forms, with
/// synonyms or without spaces comes out in the one form that the table of keywords prefers.
package struct Printer {
  package let language: Language
  /// The spellings of a schema name; nil keeps it as it was written.
  let spelling: (Name) -> Bilingual?
  /// Whether the places are marked where a long line may end.
  private var marksBreaks = false
  /// Within the brackets of a function, where a line ends only if it must.
  private var isInside = false

  package init(
    language: Language, spelling: @escaping (Name) -> Bilingual? = { _ in nil }
  ) {
    self.language = language
    self.spelling = spelling
  }

  package func print(_ expression: Expression) -> String { text(expression, .lowest) }

  /// On one line.
  package func print(_ query: Query) -> String { inline(query) }

  /// Cells of a line that is not broken.
  private static let widestLine = 100

  /// What `print` writes, on as many lines as it needs.
  func broken(_ print: (Printer) -> String) -> String {
    let plain = print(self)
    if displayWidth(of: plain) <= Self.widestLine { return plain }
    // A name in backticks and a text may hold anything.
    if plain.unicodeScalars.contains(where: LineBreak.isMark) { return plain }
    var marking = self
    marking.marksBreaks = true
    return LineBreaker(widest: Self.widestLine).lines(print(marking)).joined(separator: "\n")
  }

  func mark(_ place: LineBreak) -> String {
    guard marksBreaks else { return "" }
    if isInside, place != .opening, place != .stage, place != .closing {
      return String(LineBreak.innerOperand.rawValue)
    }
    return String(place.rawValue)
  }

  /// For what stands within the brackets of a function.
  var inside: Printer {
    var printer = self
    printer.isInside = true
    return printer
  }

  /// What goes with the clause before it, and to the next line with it if it can.
  func rider(_ keyword: Keyword) -> String { mark(.item) + " " + word(keyword) }

  /// A clause behind others.
  func clause(_ keyword: Keyword) -> String { mark(.clause) + " " + word(keyword) }

  /// Whether a query may stand on one line in either language, so that a text and its twin in the
  /// other language break at the same places.
  func fitsOneLine(_ query: Query, after head: (Printer) -> String) -> Bool {
    Language.allCases.allSatisfy { language in
      let printer = Printer(language: language, spelling: spelling)
      return displayWidth(of: head(printer) + printer.inline(query)) <= Self.widestLine
    }
  }

  func word(_ keyword: Keyword) -> String { KeywordTable.entry(keyword).spelling(in: language) }

  func list<Element>(_ elements: [Element], _ print: (Element) -> String) -> String {
    elements.map(print).joined(separator: ", ")
  }

  /// A list that may go on in the next line.
  func items<Element>(_ elements: [Element], _ print: (Element) -> String) -> String {
    elements.map(print).joined(separator: "," + mark(.item) + " ")
  }

  func text(_ name: Name) -> String {
    if let other = spelling(name)?[language], other != name.text {
      let isFestival = !name.isQuoted && FestivalName(word: name.text) != nil
      return isFestival || Self.mayStandBare(other) ? other : Self.quoted(other)
    }
    return name.isQuoted ? Self.quoted(name.text) : name.text
  }

  /// The name of a function; aggregates are words of the language itself.
  func functionText(_ name: Name) -> String {
    guard !name.isQuoted, let entry = KeywordTable.aggregate(named: name.text) else {
      return text(name)
    }
    let isAggregate =
      spelling(name).map { entry.spellings(in: language).contains($0[language]) } ?? true
    return isAggregate ? entry.spelling(in: language) : text(name)
  }

  /// In backticks.
  package static func quoted(_ name: String) -> String {
    "`" + name.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``") + "`"
  }

  /// Whether a name needs no backticks: an identifier that no keyword could be taken for.
  package static func mayStandBare(_ name: String) -> Bool {
    let bytes = SourceBytes(name)
    var glyph = bytes.glyph(at: 0)
    guard glyph.startsIdentifier else { return false }
    while !glyph.isEnd {
      // A full-width letter would be read as its narrow twin.
      if !glyph.continuesIdentifier || glyph != bytes.rawGlyph(at: glyph.start) { return false }
      glyph = bytes.glyph(at: glyph.end)
    }
    let meanings = KeywordTable.byFirstWord[name] ?? []
    return !meanings.contains { spelling in
      switch spelling.role {
      // Before a date they mean a period, but no date follows a name.
      case .period where spelling.keyword == .since || spelling.keyword == .until: false
      // Alone they mean nothing: a unit of time follows.
      case .period where spelling.keyword == .last || spelling.keyword == .this: false
      // They follow an operand, where no name can stand; both are also columns.
      case .clause where spelling.keyword == .every || spelling.keyword == .target: false
      // It begins an operand where another follows; also a column of `trend`.
      case .clause where spelling.keyword == .running: false
      case .literal, .period, .clause, .logic: spelling.words.count == 1
      case .statement, .expectation, .stage, .countedPeriod, .festival, .difference, .unit,
        .aggregate, .type, .chart, .schema:
        false
      }
    }
  }

  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default:
        let isControl =
          scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x2028
          || scalar.value == 0x2029 || scalar.value == 0xFEFF
        if isControl {
          result += "\\u{" + String(scalar.value, radix: 16) + "}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
