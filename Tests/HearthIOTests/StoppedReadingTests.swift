import HearthData
import Synchronization
import Testing

@testable import HearthIO

/// Reading that nobody waits for any more.
@Suite struct StoppedReadingTests {
  private let rows = 30_000

  /// A store that stops reading at the given look, and how often it has looked.
  private func store(stoppingAt look: Int?, looks: Looks) throws -> Store {
    let text = "id,n\n" + (0..<rows).map { "\($0),\($0 % 7)\n" }.joined()
    let source = MemorySource(texts: ["t.csv": text])
    let loader = FileLoader(source) { looks.isLast(look) }
    return Store(schema: try openDataSet(source: source, declared: Schema()), loader: loader)
  }

  private final class Looks: Sendable {
    private let looks = Atomic(0)

    var count: Int { looks.load(ordering: .relaxed) }

    func isLast(_ last: Int?) -> Bool {
      let (_, look) = looks.wrappingAdd(1, ordering: .relaxed)
      return look == last
    }
  }

  @Test func `reading looks every few thousand rows whether it should go on`() throws {
    let looks = Looks()
    let store = try store(stoppingAt: nil, looks: looks)
    #expect(try store.cells("t", "n").count == rows)
    #expect(looks.count > rows / 20_000)
  }

  @Test func `reading that was stopped leaves nothing behind and can begin again`() throws {
    let all = Looks()
    let wanted = try store(stoppingAt: nil, looks: all).cells("t", "n")
    // Even a wish that is taken back at once must not make a short table pass for a whole one.
    for look in 1...all.count {
      let looks = Looks()
      let store = try store(stoppingAt: look, looks: looks)
      let error = #expect(throws: DataError.self) { try store.loadEverything() }
      #expect(error?.isStop == true)
      #expect(try store.cells("t", "n") == wanted)
    }
  }
}
