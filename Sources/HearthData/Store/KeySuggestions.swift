import HearthText

/// What to say about a cell that is no key of the target: the row of that name, or a near key.
struct KeySuggestions {
  private static let searchLimit = 20_000
  /// Searching near keys is slow; a column with more unknown cells has another cause than typing.
  private static let suggestionLimit = 20

  private let keys: [String]
  private let keysByName: [String: String]
  private var suggested = 0

  init(_ store: Store, _ target: EntityID) throws(DataError) {
    let entity = store.schema[target]
    guard let key = entity.key, try store.rowCount(of: target) <= Self.searchLimit else {
      (keys, keysByName) = ([], [:])
      return
    }
    let texts = try store.rawColumn(FieldID(target, key)).textForm
    keys = (0..<texts.count).compactMap { texts[$0] }
    var byName: [String: String] = [:]
    if let name = entity.nameField, name != key {
      let names = try store.rawColumn(FieldID(target, name)).textForm
      for row in 0..<min(names.count, texts.count) {
        if let name = names[row], let key = texts[row] { byName[name] = byName[name] ?? key }
      }
    }
    keysByName = byName
  }

  mutating func reason(for text: String, target: Bilingual) -> Bilingual {
    if let key = keysByName[text] {
      return Bilingual(
        "is the name, not the key, of a row of \(target.english); its key is \(key)",
        "是「\(target.chinese)」中一行的名称而不是键，其键为 \(key)")
    }
    guard suggested < Self.suggestionLimit else { return Self.unknown(target) }
    suggested += 1
    guard let near = nearest(to: text, in: keys) else { return Self.unknown(target) }
    return Bilingual(
      "no such key in \(target.english); did you mean \(near)?",
      "「\(target.chinese)」中没有这个键，是否为 \(near)？")
  }

  static func unknown(_ target: Bilingual) -> Bilingual {
    Bilingual("no such key in \(target.english)", "「\(target.chinese)」中没有这个键")
  }
}
