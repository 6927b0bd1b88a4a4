import Synchronization

/// Whether one reading has become pointless: once it has, it stays so, whatever is asked later.
///
/// A wish to stop may be taken back while rows have been left out already; that reading must not
/// pass for a whole one.
final class ReadingStop: Sendable {
  private let wish: @Sendable () -> Bool
  private let isFinal = Atomic(false)

  init(_ wish: @escaping @Sendable () -> Bool) { self.wish = wish }

  var isRaised: Bool {
    if isFinal.load(ordering: .relaxed) { return true }
    guard wish() else { return false }
    isFinal.store(true, ordering: .relaxed)
    return true
  }
}
