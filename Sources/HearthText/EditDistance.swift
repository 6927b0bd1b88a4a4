/// The Damerau–Levenshtein distance (insert, delete, replace, swap neighbours; no part edited
/// twice), or nil when it is greater than `limit`.
package func editDistance(_ a: String, _ b: String, limit: Int = .max) -> Int? {
  let left = Array(a.unicodeScalars)
  let right = Array(b.unicodeScalars)
  if abs(left.count - right.count) > limit { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    var least = row + 1
    for column in 0..<right.count {
      var cost = last[column] + (left[row] == right[column] ? 0 : 1)
      cost = min(cost, last[column + 1] + 1, current[column] + 1)
      let isSwap =
        row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
      if isSwap { cost = min(cost, beforeLast[column - 1] + 1) }
      current.append(cost)
      least = min(least, cost)
    }
    // A swap reaches two rows back, so both rows must be beyond the limit.
    if least > limit && (last.min() ?? 0) > limit { return nil }
    beforeLast = last
    last = current
  }
  return last[right.count] <= limit ? last[right.count] : nil
}

/// The candidate somebody who typed `word` most likely meant, or nil when none is near enough.
///
/// Latin words may differ by one edit up to four letters, two up to eight, three beyond (case and
/// width cost nothing). Han words must share their characters: one character wrong, missing or
/// added in words of two to four, two in longer ones. The first of equally near ones wins.
package func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
  let folded = foldedForSearch(word)
  let count = folded.unicodeScalars.count
  if count == 0 || count > 64 { return nil }
  var best: (candidate: String, score: Int)?
  for candidate in candidates where candidate != word {
    let other = foldedForSearch(candidate)
    let limit = allowedEdits(folded, other, count)
    // `family` is one edit from `families`, like `service` from `services`.
    let isPlural = folded.hasSuffix("y") && folded.dropLast() + "ies" == other
    guard let distance = isPlural ? 1 : editDistance(folded, other, limit: limit) else { continue }
    // Of words at the same distance, prefer the one that begins alike.
    let score = distance * 2 + (other.unicodeScalars.first == folded.unicodeScalars.first ? 0 : 1)
    if best == nil || score < best!.score { best = (candidate, score) }
  }
  return best?.candidate
}

private func allowedEdits(_ a: String, _ b: String, _ count: Int) -> Int {
  let otherCount = b.unicodeScalars.count
  if a.unicodeScalars.contains(where: isHan) || b.unicodeScalars.contains(where: isHan) {
    let shared = sharedCharacters(a, b)
    if shared == 0 || shared * 2 < min(count, otherCount) { return 0 }
    return max(count, otherCount) <= 4 ? 1 : 2
  }
  switch min(count, otherCount) {
  case ...2: return count == 1 || otherCount == 1 ? 0 : 1
  case ...4: return 1
  case ...8: return 2
  default: return 3
  }
}

private func sharedCharacters(_ a: String, _ b: String) -> Int {
  var rest = Array(b.unicodeScalars)
  var shared = 0
  for scalar in a.unicodeScalars {
    if let index = rest.firstIndex(of: scalar) {
      rest.remove(at: index)
      shared += 1
    }
  }
  return shared
}

/// Whether a scalar is a Han ideograph, `々` and `〇` included.
package func isHan(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0x2E80...0x2FDF: true
  case 0xF900...0xFAFF, 0x20000...0x3FFFF: true
  default: false
  }
}
