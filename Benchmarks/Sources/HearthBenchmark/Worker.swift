import Foundation
import Hearth

/// Answers questions one after the other, the way the other engines' workers do.
///
///     in    5 <tab> families | count
///     out   {"times": [0.21, …], "csv": "count\n1000\n"}
///
/// The number says how often to ask; times are milliseconds from the text to the finished table, so
/// they hold reading, binding and planning. The day that counts as today is 2026-10-31.
struct Worker {
  private let session: Session

  init(folder: String) throws {
    var options = Session.Options()
    options.today = "2026-10-31"
    session = try Session(DataSet.open(folder), options: options)
  }

  func work() throws {
    say("{}")
    while let line = readLine() {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let times = Int(parts[0]) else { continue }
      say(try reply(String(parts[1]), times: max(1, times)))
    }
  }

  /// The line leaves at once: the driver waits for it.
  private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  private struct Reply: Encodable {
    var times: [Double] = []
    var csv = ""
    var error: String?
  }

  private func reply(_ question: String, times: Int) throws -> String {
    var reply = Reply()
    do {
      var answer: Answer?
      for _ in 0..<times {
        let clock = ContinuousClock()
        let start = clock.now
        answer = try session.answer(question)
        reply.times.append((clock.now - start) / .milliseconds(1))
      }
      reply.csv = answer?.csv ?? ""
    } catch {
      reply.error = String(describing: error)
    }
    return String(decoding: try JSONEncoder().encode(reply), as: UTF8.self)
  }
}
