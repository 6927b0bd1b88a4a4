import HearthText

/// Whether typed letters are the beginning of a Chinese word in pinyin: see `WordMatch`.
package func isPinyin(_ typed: String, of word: String) -> Bool {
  WordMatch.isPinyin(Array(typed.utf8), of: word)
}

/// How well a word answers to what has been typed of it; the smaller the better.
enum WordMatch {
  /// Whether typed letters are the beginning of a Chinese word in pinyin: each syllable in full, in
  /// part, or by its first letter, so that 莲前 is `lianqian`, `lianq` and `lq`. Of a character with
  /// several readings any counts: 厦港 is `xg`.
  static func isPinyin(_ typed: [UInt8], of word: String) -> Bool {
    guard let first = typed.first, let character = word.unicodeScalars.first,
      PinyinTable.shared.syllables(of: character.value).contains(where: { $0.first == first }),
      typed.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return false }
    let syllables = word.unicodeScalars.prefix(typed.count).map {
      PinyinTable.shared.syllables(of: $0.value)
    }
    return matches(typed[...], syllables[...])
  }

  private static func matches(
    _ typed: ArraySlice<UInt8>, _ syllables: ArraySlice<[[UInt8]]>
  ) -> Bool {
    if typed.isEmpty { return true }
    guard let readings = syllables.first else { return false }
    return readings.contains { reading in
      let shared = zip(typed, reading).prefix { $0 == $1 }.count
      return (0..<shared).reversed().contains {
        matches(typed.dropFirst($0 + 1), syllables.dropFirst())
      }
    }
  }

  /// The letters of a Chinese word's reading, for comparing it with what was typed in haste; what
  /// is no Han character stays as it is.
  static func letters(of word: String) -> String {
    var bytes: [UInt8] = []
    for scalar in word.unicodeScalars {
      bytes += PinyinTable.shared.syllable(of: scalar.value) ?? Array(String(scalar).utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How far apart the letters of what was typed stand in a word; nil if they do not all occur in
  /// their order, beginning with its first or after a `_`.
  static func spread(_ typed: String, in word: String) -> Int? {
    var letters = typed[...]
    var start: Int?
    var isAtStart = true
    for (place, letter) in word.enumerated() {
      guard let next = letters.first else { break }
      if letter == next, start != nil || isAtStart {
        start = start ?? place
        letters.removeFirst()
        if letters.isEmpty { return place - start! + start! / 2 }
      }
      isAtStart = letter == "_" || letter == " "
    }
    return nil
  }

  /// One letter wrong, missing, too many or exchanged; two in a long word. nil for more.
  static func misspelling(_ typed: String, of word: String) -> Int? {
    guard typed.count > 2 else { return nil }
    let beginning = String(word.prefix(typed.count))
    let limit = typed.count > 5 ? 2 : 1
    return [beginning, word].compactMap { editDistance(typed, $0, limit: limit) }.min()
  }
}
