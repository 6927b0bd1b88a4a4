import HearthData
import HearthSyntax
import HearthText

/// What binding found out about the words of a text, for reading it back.
package struct ReadBackNames: Sendable {
  /// Both spellings of every schema name and value, by their places.
  package var spellings: [Span: Bilingual]
  /// The dates that period phrases stand for, by their places.
  package var dates: [Span: Period]

  package init(spellings: [Span: Bilingual] = [:], dates: [Span: Period] = [:]) {
    self.spellings = spellings
    self.dates = dates
  }

  package mutating func merge(_ other: ReadBackNames) {
    spellings.merge(other.spellings) { first, _ in first }
    dates.merge(other.dates) { first, _ in first }
  }
}

/// Puts a query into plain words, in English or in Chinese, with its dates resolved.
///
/// Every condition and every stage is said, in the order in which they are written; what stands
/// right after the source becomes a part of what the sentence is about.
package struct ReadBack {
  let language: Language
  let names: ReadBackNames
  /// The names by which many rows are reached.
  let links: Set<String>
  /// Tags that are words of their entity: `bereaved`.
  let flags: Set<String>
  /// Whether a bare `count` is a column: in what is asked of single rows it is no function.
  var readsColumns = false

  package init(language: Language, names: ReadBackNames, schema: Schema) {
    self.language = language
    self.names = names
    var links: Set<String> = []
    var flags: Set<String> = []
    for index in schema.entities.indices {
      for (name, _) in schema.collections(of: EntityID(index)) {
        links.formUnion([name.english, name.chinese])
      }
      for field in schema.entities[index].fields where field.hasFlags {
        for entry in field.closedValues?.entries ?? [] {
          flags.formUnion([entry.english, entry.chinese])
        }
      }
    }
    self.links = links
    self.flags = flags
  }

  /// One sentence.
  package func sentence(_ query: Query) -> String {
    let text = words(query)
    return language == .english ? text.capitalizedFirst + "." : text + "。"
  }

  /// For what is asked of single rows.
  var ofRows: ReadBack {
    var result = self
    result.readsColumns = true
    return result
  }

  func say(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  // MARK: The whole

  func words(_ query: Query) -> String {
    let leading = query.stages.prefix { $0.kind.isCondition }
    var rows = Rows(noun: words(query.source), conditions: [])
    for stage in leading { rows.conditions.append(condition(stage.kind)) }
    let clauses = query.stages.dropFirst(leading.count).map { clause($0.kind) }
    let subject = words(rows)
    if clauses.isEmpty { return subject }
    let joined = clauses.joined(separator: say("; ", "；"))
    return say("of \(subject): \(joined)", "\(subject)中，\(joined)")
  }

  func words(_ source: Source) -> String {
    switch source.kind {
    case .name(let name) where name.text == "_": say("the last result", "上一个结果")
    case .name(let name): noun(name)
    case .file(let file): say("the rows of the file “\(file)”", "文件“\(file)”的各行")
    case .query(let query): say("the rows of (\(words(query)))", "（\(words(query))）的各行")
    case .literal(let rows):
      say("the \(rows.count) row\(rows.count == 1 ? "" : "s") written out", "写出的 \(rows.count) 行")
        + say(" (", "（") + list(rows.map(record)) + say(")", "）")
    case .invalid: say("nothing", "空")
    }
  }

  private func record(_ columns: [HearthSyntax.Column]) -> String {
    columns.map { column in
      let value = value(column.expression)
      return column.name.map { name($0) + say(" ", "为") + value } ?? value
    }.joined(separator: say(" with ", "、"))
  }

  /// Rows and what is asked of each of them.
  struct Rows {
    var noun: String
    var conditions: [Clause]
  }

  /// `the families that are bereaved`, 失独的家庭.
  func words(_ rows: Rows, article: String = "the ") -> String {
    // One of two alternatives must not be read as one of all conditions.
    let conditions =
      rows.conditions.count > 1
      ? rows.conditions.map { $0.isAlternative ? bracketed($0) : $0 } : rows.conditions
    guard let first = conditions.first else {
      return say(rows.noun.hasPrefix("the ") ? rows.noun : article + rows.noun, rows.noun)
    }
    let whole = conditions.dropFirst().reduce(first) { joined($0, $1) }
    return say(
      (rows.noun.hasPrefix("the ") ? "" : article) + rows.noun + " " + whole.relative,
      whole.relative + "的" + rows.noun)
  }

  // MARK: Small words

  /// A name as a reader sees it: in this language, with spaces.
  func name(_ name: Name) -> String {
    let spelled = names.spellings[name.span]?[language] ?? name.text
    return language == .english
      ? String(spelled.map { $0 == "_" ? " " : $0 }) : spelled
  }

  func noun(_ name: Name) -> String { self.name(name) }

  /// `a, b and c`, a、b和c.
  func list(_ parts: [String], last: Bilingual = Bilingual(" and ", "和")) -> String {
    guard parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: say(", ", "、")) + last[language] + parts.last!
  }

  var printer: Printer {
    Printer(language: language, spelling: { names.spellings[$0.span] })
  }
}

extension Stage.Kind {
  /// Whether it only asks something of each row.
  var isCondition: Bool {
    switch self {
    case .filter, .having: true
    case .select, .add, .drop, .rename, .sort, .take, .skip, .top, .distinct, .sample, .summarize,
      .count, .expand, .expandSlots, .join, .combine, .suppress, .coverage, .gaps, .cadence,
      .trend, .funnel, .chart, .invalid:
      false
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
