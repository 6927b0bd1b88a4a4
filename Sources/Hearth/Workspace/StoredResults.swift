import HearthData
import HearthEngine
import HearthPlan

/// A result that is made when it is first needed.
struct StoredResult {
  enum Content {
    case planned(Plan)
    case made(FrameSnapshot)
    /// Not reachable any more.
    case dropped
  }

  var shape: ResultShape
  var content: Content
  /// The plan as it was bound, step by step as written; nil for a file.
  var written: Plan?
  /// What it was asked by; nil for a file, and for what no text asked.
  var question: Question?
}

/// The results of a conversation by their references: those of `let`s, of queries for `_`, and of
/// files.
///
/// A reference is never used again, so that a conversation may go on for long; what an answer costs
/// depends on the results that are still reachable, not on all that there have been.
struct StoredResults {
  private var all: [StoredResult] = []
  /// Those with something in them.
  private var live: Set<Int> = []

  var count: Int { all.count }

  mutating func append(_ result: StoredResult) -> ResultReference {
    live.insert(all.count)
    all.append(result)
    return ResultReference(all.count - 1)
  }

  subscript(reference: ResultReference) -> StoredResult { all[reference.index] }

  mutating func put(_ frame: FrameSnapshot, at reference: ResultReference) {
    all[reference.index].content = .made(frame)
  }

  mutating func put(_ question: Question?, at reference: ResultReference) {
    all[reference.index].question = question
  }

  /// Forgets the contents of all others.
  mutating func keep(_ reachable: Set<Int>) {
    for index in live.subtracting(reachable) { all[index].content = .dropped }
    live.formIntersection(reachable)
  }

  /// Forgets the latest results, as if they had never been.
  mutating func removeAll(from count: Int) {
    all.removeSubrange(count...)
    live = live.filter { $0 < count }
  }

  /// The rows and columns of the results that have been made.
  var frames: [ResultReference: FrameSnapshot] {
    var frames: [ResultReference: FrameSnapshot] = [:]
    for index in live {
      if case .made(let frame) = all[index].content { frames[ResultReference(index)] = frame }
    }
    return frames
  }
}
