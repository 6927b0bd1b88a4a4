import CLineEditor

/// The wish to stop what is running, raised by Ctrl-C and asked for between pieces of work.
///
/// Any thread may ask. The third Ctrl-C that nobody answers ends the process.
package enum Interrupt {
  /// From now on SIGINT raises the wish instead of ending the process.
  package static func watch() { hearth_interrupt_watch() }

  package static var isRaised: Bool { hearth_interrupt_raised() }

  package static func clear() { hearth_interrupt_clear() }
}
