/// A shuffle of the numbers 0..<count that costs one multiplication each way.
///
/// Families are numbered in the order of their registration, and their places follow from their
/// rank in a second order, in which each place owns a range. So "any family of this place" and
/// "the place of this family" both take constant time and no memory.
struct FamilyOrder: Sendable {
  let count: Int
  private let factor: Int
  private let inverse: Int

  init(count: Int) {
    self.count = count
    guard count > 2 else {
      (factor, inverse) = (1, 1)
      return
    }
    // Steps of about the golden section spread every run of numbers evenly over the ranks.
    var candidate = max(1, count * 618 / 1000)
    while FamilyOrder.greatestCommonDivisor(candidate, count) != 1 { candidate += 1 }
    factor = candidate % count
    inverse = FamilyOrder.inverse(of: factor, modulo: count)
  }

  func rank(of family: Int) -> Int { multiply(family, factor) }
  func family(at rank: Int) -> Int { multiply(rank, inverse) }

  private func multiply(_ number: Int, _ by: Int) -> Int {
    guard count > 0 else { return 0 }
    return number &* by % count
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  private static func inverse(of number: Int, modulo count: Int) -> Int {
    var (old, current, oldFactor, factor) = (number, count, 1, 0)
    while current != 0 {
      let quotient = old / current
      (old, current) = (current, old - quotient * current)
      (oldFactor, factor) = (factor, oldFactor - quotient * factor)
    }
    return (oldFactor % count + count) % count
  }
}

/// The range of ranks that each place owns, in proportion to its weight.
struct PlaceRanges: Sendable {
  /// One more than there are places; place p owns `bounds[p]..<bounds[p + 1]`.
  private let bounds: [Int]

  init(weights: [Int], count: Int) {
    let total = max(1, weights.reduce(0, +))
    var (sum, bounds) = (0, [0])
    for weight in weights {
      sum += weight
      bounds.append(count * sum / total)
    }
    self.bounds = bounds
  }

  func place(of rank: Int) -> Int {
    var (low, high) = (0, bounds.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if bounds[middle] <= rank { low = middle } else { high = middle }
    }
    return low
  }

  /// The ranks of the places from one to another, both included.
  func ranks(_ first: Int, through last: Int) -> Range<Int> { bounds[first]..<bounds[last + 1] }
}
