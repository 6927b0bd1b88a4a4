import ArgumentParser
import Glibc
import Hearth
import HearthEngine
import HearthText

/// How far a text may go, and what happens when something in it fails.
struct LimitOptions: ParsableArguments {
  enum OnError: String, ExpressibleByArgument, CaseIterable { case stop, `continue` }

  @Option(
    name: .long,
    help: "stop at the first failed expectation or statement, or continue and end with its code.")
  var onError: OnError = .stop

  @Option(
    name: .long,
    help: ArgumentHelp("Stop after this time: 30s, 5m, 1h.", valueName: "duration"))
  var timeout: TimeLimit?

  @Option(
    name: .long,
    help: ArgumentHelp("Stop rather than give an answer of more rows.", valueName: "count"))
  var maxRows: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("Stop when this much is used: 500MB, 2GB.", valueName: "size"))
  var maxMemory: MemoryLimit?

  @Flag(
    name: [.customShort("q"), .long],
    help: "Say nothing but what is wrong: no dates, no notes, no word of what was saved.")
  var quiet = false

  func validate() throws {
    if let maxRows, maxRows < 0 { throw ValidationError("--max-rows takes a number of rows.") }
  }

  /// Puts the limits into the options of a workspace; the time runs from now.
  func limit(_ options: inout WorkspaceOptions) {
    options.continuesAfterFailure = onError == .continue
    options.rowLimit = maxRows
    options.leavesWhenStopped = timeout != nil || maxMemory != nil
    let deadline = timeout.map { ContinuousClock.now + $0.duration }
    let bytes = maxMemory?.bytes
    options.stop = { [stop = options.stop] in
      if let reason = stop() { return reason }
      if let deadline, ContinuousClock.now >= deadline { return .time }
      if let bytes, MemoryLimit.peak >= bytes { return .memory }
      return nil
    }
  }

  /// The limit that was reached, as it was given.
  func hint(_ reason: StopReason) -> Bilingual? {
    let option: String? =
      switch reason {
      case .time: timeout.map { "--timeout \($0.text)" }
      case .memory: maxMemory.map { "--max-memory \($0.text)" }
      case .rows: maxRows.map { "--max-rows \($0)" }
      case .cancelled: nil
      }
    return option.map { Bilingual("the limit is \($0)", "限制为 \($0)") }
  }
}

/// `30s`, `1.5m`, `2h`, `500ms`; a bare number is seconds.
struct TimeLimit: ExpressibleByArgument {
  let text: String
  let duration: Duration

  init?(argument: String) {
    let units = ["": 1.0, "ms": 0.001, "s": 1, "m": 60, "min": 60, "h": 3600]
    guard let amount = Amount(argument, units: units), amount.value <= 1e9 else { return nil }
    text = argument
    duration = .milliseconds(Int64((amount.value * 1000).rounded(.up)))
  }
}

/// `500MB`, `2GB`; powers of 1024.
struct MemoryLimit: ExpressibleByArgument {
  let text: String
  let bytes: Int

  init?(argument: String) {
    let scale = ["": 1.0, "K": 1024, "M": 1_048_576, "G": 1_073_741_824, "T": 1_099_511_627_776]
    var units: [String: Double] = [:]
    for (letter, size) in scale {
      for suffix in letter.isEmpty ? ["", "B"] : ["", "B", "iB"] { units[letter + suffix] = size }
    }
    guard let amount = Amount(argument.uppercased().replacingIB, units: units),
      amount.value <= 1e18
    else { return nil }
    text = argument
    bytes = Int(amount.value)
  }

  /// The most that this process has used at once, in bytes.
  static var peak: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) * 1024
  }
}

/// A positive number with a unit.
private struct Amount {
  let value: Double

  init?(_ text: String, units: [String: Double]) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits), number > 0,
      let unit = units[String(text.dropFirst(digits.count))]
    else { return nil }
    value = number * unit
  }
}

extension String {
  /// `GIB`, which upper case has made of `GiB`, as the units have it.
  fileprivate var replacingIB: String {
    hasSuffix("IB") ? dropLast(2) + "iB" : self
  }
}
