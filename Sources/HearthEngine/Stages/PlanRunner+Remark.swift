import HearthData
import HearthPlan
import HearthText

extension PlanRunner {
  /// Counts over the rows, says it if there is any, and leaves the rows as they are.
  func remark(_ remark: CountedRemark, _ frame: Frame) throws(RunError) -> Frame {
    let count = try evaluate(remark.count, in: context(frame)).sumOfCounts
    if case .population = remark.subject, frame.count == frame.populationCount { return frame }
    if count > 0 { remarks.add(remark.subject.note(count, frame)) }
    return frame
  }
}

extension Column {
  /// The known numbers added up, or how many are yes.
  fileprivate var sumOfCounts: Int64 {
    switch storage {
    case .int64(let numbers):
      numbers.pointer.reduce(0) { $1 == MissingValue.int64 ? $0 : $0 &+ $1 }
    case .bytes(let truths): Int64(truths.pointer.count { $0 == 1 })
    case .double, .days, .rows, .codes8, .codes16, .codes32, .masks, .text, .periods, .lists,
      .missing:
      0
    }
  }
}

extension CountedRemark.Subject {
  func note(_ count: Int64, _ frame: Frame) -> Note {
    switch self {
    case .evidenceAfterToday:
      Note(
        Bilingual(
          count == 1
            ? "1 row of evidence is after today and was not counted"
            : "\(count) rows of evidence are after today and were not counted",
          "有 \(count) 条记录的日期在今天之后，未计入"))
    case .early(let step, let before):
      Note(
        Bilingual(
          count == 1
            ? "1 row has \(step.english) before \(before.english), and counts"
            : "\(count) rows have \(step.english) before \(before.english), and count",
          "有 \(count) 行的\(step.chinese)早于\(before.chinese)，照常计入"))
    case .excluded(let reason):
      Note(
        Bilingual(
          "\(count) excluded" + (reason.map { ": \($0)" } ?? ""),
          "已排除 \(count) 个" + (reason.map { "：\($0)" } ?? "")))
    case .population(let rows, let picked):
      Note(
        Bilingual(
          "counted among \(count) of \(frame.populationCount) \(rows.english)"
            + (picked.map { " (\($0.english))" } ?? ""),
          "统计范围：\(frame.populationCount) 行“\(rows.chinese)”中的 \(count) 行"
            + (picked.map { "（\($0.chinese)）" } ?? "")))
    case .unrecorded(let values):
      Note(
        Bilingual(
          "share: \(count) of \(frame.count) rows have no \(values.english); they count as no",
          "占比：\(frame.count) 行中有 \(count) 行缺少\(values.chinese)，按“否”计"))
    case .unrecordedLinked(let rows, let values):
      Note(
        Bilingual(
          "share: \(count) \(rows.english) have no \(values.english); they count as no",
          "占比：有 \(count) 条\(rows.chinese)缺少\(values.chinese)，按“否”计"))
    case .unrecordedExclusion(let values):
      Note(
        Bilingual(
          "\(count) of \(frame.count) rows have no \(values.english) and were not excluded",
          "\(frame.count) 行中有 \(count) 行缺少\(values.chinese)，未予排除"))
    }
  }
}
