import Synchronization

/// How far a run has come, for a host that shows it; may be asked from any thread.
///
/// Steps count alike, whatever they cost; the pieces of the work at hand count within their step.
package final class RunProgress: Sendable {
  private let steps = Atomic<Int>(0)
  private let stepsDone = Atomic<Int>(0)
  private let pieces = Atomic<Int>(0)
  private let piecesDone = Atomic<Int>(0)

  package init() {}

  /// From 0 to 1; 0 while data are being read.
  package var fraction: Double {
    let all = steps.load(ordering: .relaxed)
    guard all > 0 else { return 0 }
    let count = pieces.load(ordering: .relaxed)
    let part = count > 0 ? Double(piecesDone.load(ordering: .relaxed)) / Double(count) : 0
    let done = Double(stepsDone.load(ordering: .relaxed)) + min(part, 1)
    return min(done / Double(all), 1)
  }

  /// A run of so many steps begins; one inside another counts as a part of its step.
  func begin(steps count: Int) -> Bool {
    let (isFirst, _) = steps.compareExchange(expected: 0, desired: count, ordering: .relaxed)
    if isFirst { stepsDone.store(0, ordering: .relaxed) }
    return isFirst
  }

  func finishStep() { stepsDone.wrappingAdd(1, ordering: .relaxed) }

  func end() {
    steps.store(0, ordering: .relaxed)
    stepsDone.store(0, ordering: .relaxed)
  }

  /// Work in so many pieces begins; false inside other such work.
  func begin(pieces count: Int) -> Bool {
    let (isOwn, _) = pieces.compareExchange(expected: 0, desired: count, ordering: .relaxed)
    if isOwn { piecesDone.store(0, ordering: .relaxed) }
    return isOwn
  }

  func finishPiece() { piecesDone.wrappingAdd(1, ordering: .relaxed) }

  func endPieces() {
    pieces.store(0, ordering: .relaxed)
    piecesDone.store(0, ordering: .relaxed)
  }
}
