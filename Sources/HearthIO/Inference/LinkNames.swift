import HearthText

/// Which table a column may be a link to, by its name.
enum LinkNames {
  /// What stands behind the name of a link in the header of its key.
  private static let suffixes = ["_id", " id", "-id", "编号", "代码", "编码", "_编号", "_代码"]

  /// `album_id`, `albumId` and `album` all speak of `album`; the longest ending counts.
  static func stem(of header: String) -> String {
    let folded = foldedForSearch(header)
    for suffix in suffixes.sorted(by: { $0.count > $1.count })
    where folded.hasSuffix(suffix) && folded.count > suffix.count {
      return String(header.dropLast(suffix.count))
    }
    for suffix in ["Id", "ID"] where header.hasSuffix(suffix) && header.count > 2 {
      // `albumId` and `AlbumID`, but not `VALID`.
      let stem = header.dropLast(2)
      if let last = stem.last, last.isLowercase || last.isNumber { return String(stem) }
    }
    return header
  }

  /// `x`, `xs`, `xes`, `ies` for `y`; case and width do not matter.
  static func isName(_ table: String, of stem: String) -> Bool {
    let table = foldedForSearch(table)
    let stem = foldedForSearch(stem)
    if table == stem || table == stem + "s" || table == stem + "es" { return true }
    return stem.hasSuffix("y") && table == stem.dropLast() + "ies"
  }
}
