/// What the source, one step or the output of a plan did when it ran.
package struct StepTrace: Sendable {
  package var rowsOut: Int
  package var duration: Duration
  /// Of stored columns and links, each time that they were read; what was kept from an earlier
  /// query is not read again.
  package var bytesRead: Int

  package init(rowsOut: Int, duration: Duration, bytesRead: Int) {
    self.rowsOut = rowsOut
    self.duration = duration
    self.bytesRead = bytesRead
  }
}
