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
      Note(
        Bilingual(
          "\(function.rawValue) skipped \(count) missing value\(count == 1 ? "" : "s")",
          "“\(function.chineseName)”跳过了 \(count) 个缺失值"))
    }
  }
}

extension AggregateFunction {
  fileprivate var chineseName: String {
    switch self {
    case .count: "计数"
    case .sum: "合计"
    case .avg: "平均"
    case .min: "最小"
    case .max: "最大"
    case .median: "中位数"
    case .percentile: "百分位"
    case .stddev: "标准差"
    case .first: "首次"
    case .last: "末次"
    case .any: "有任一"
    case .all: "皆"
    case .no: "无"
    case .share: "占比"
    case .list: "列出"
    case .concat: "连接"
    }
  }
}
