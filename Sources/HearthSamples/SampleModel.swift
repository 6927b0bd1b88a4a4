import CHearthResources
import HearthText

/// A kind of made-up data set that the product can generate in any size.
package enum SampleModel: String, CaseIterable, Sendable {
  /// Siming District of Xiamen: homes for families who lost their only child.
  case siming
  /// Three communities of Chibi: left-behind children, volunteers, old people.
  case chibi

  /// The day of the shipped samples.
  package static let asOf = Day(2026, 10, 31)
  /// The seed of the shipped samples.
  package static let seed: UInt64 = 7

  /// The size of the shipped sample.
  package var families: Int {
    switch self {
    case .siming: 1200
    case .chibi: 420
    }
  }

  /// The language of the headers, words and file names.
  package var language: Language {
    switch self {
    case .siming: .english
    case .chibi: .chinese
    }
  }

  /// Writes the schema and every table, and answers with the files in the order of writing.
  ///
  /// The same arguments give the same bytes. Tables are streamed, so memory does not grow with
  /// the families. `progress` hears after every block how many rows there are.
  package func generate(
    seed: UInt64 = SampleModel.seed, families: Int, asOf: Day = SampleModel.asOf,
    into sink: any SampleSink, progress: @escaping (SampleProgress) -> Void = { _ in }
  ) throws -> [SampleFile] {
    let families = max(0, families)
    switch self {
    case .siming:
      let output = SampleOutput(
        language: language, sink: sink,
        expected: SimingModel.expectedRows(families: families), progress: progress)
      try output.file("schema.hearth", schema(asOf: asOf))
      try SimingModel(seed: seed, families: families, asOf: asOf).write(to: output)
      return output.files
    case .chibi:
      let output = SampleOutput(
        language: language, sink: sink,
        expected: ChibiModel.expectedRows(families: families), progress: progress)
      try output.file("schema.hearth", schema(asOf: asOf))
      try ChibiModel(seed: seed, families: families, asOf: asOf).write(to: output)
      return output.files
    }
  }

  /// The schema of the shipped sample with another day in its line `as of`.
  private func schema(asOf: Day) -> [UInt8] {
    let shipped =
      switch self {
      case .siming: hearth_siming_schema()
      case .chibi: hearth_chibi_schema()
      }
    let bytes = UnsafeBufferPointer(start: shipped.bytes, count: shipped.length)
    var text = String(decoding: bytes, as: UTF8.self)
    if let start = text.firstRange(of: "\nas of ") {
      let end = text[start.upperBound...].firstIndex(of: "\n") ?? text.endIndex
      text.replaceSubrange(start.upperBound..<end, with: asOf.text)
    }
    return Array(text.utf8)
  }
}

extension Day {
  /// `2026-10-31`.
  package var text: String {
    let (year, month, day) = components
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}
