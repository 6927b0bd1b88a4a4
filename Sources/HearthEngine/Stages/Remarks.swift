import HearthData
import HearthPlan
import HearthText
import Synchronization

/// What stages have to say about a run: rows made, cells hidden.
final class Remarks: Sendable {
  private let notes = Mutex<[Note]>([])

  func add(_ note: Note) { notes.withLock { $0.append(note) } }

  var all: [Note] { notes.withLock { $0 } }
}

extension RunState {
  /// What happened to single rows, said once each, with numbers.
  var counterNotes: [Note] {
    let order: [Counter] =
      [.divisionByZero, .failedConversion, .outsideDomain]
      + AggregateFunction.allCases.map(Counter.missingSkipped)
    let counted = counted
    return order.compactMap { counter in
      counted[counter].map { counter.note(count: $0) }
    }
  }
}

extension RunState.Counter {
  fileprivate func note(count: Int) -> Note {
    switch self {
    case .divisionByZero:
      Note(
        Bilingual(
          count == 1
            ? "1 division by zero; its result is missing"
            : "\(count) divisions by zero; their results are missing",
          "有 \(count) 次除以零，结果记为缺失"), kind: .warning)
    case .failedConversion:
      Note(
        Bilingual(
          count == 1
            ? "1 value could not be converted and is missing"
            : "\(count) values could not be converted and are missing",
          "有 \(count) 个值无法转换，记为缺失"), kind: .warning)
    case .outsideDomain:
      Note(
        Bilingual(
          count == 1
            ? "1 number is outside what its function accepts; the result is missing"
            : "\(count) numbers are outside what their function accepts; the results are missing",
          "有 \(count) 个数超出函数的定义范围，结果记为缺失"), kind: .warning)
    case .missingSkipped(let function):
      skippedNote(FunctionTable.row(function).names, count)
    }
  }

  private func skippedNote(_ names: Bilingual, _ count: Int) -> Note {
    Note(
      Bilingual(
        "\(names.english) skipped \(count) missing value\(count == 1 ? "" : "s")",
        "“\(names.chinese)”跳过了 \(count) 个缺失值"))
  }
}
