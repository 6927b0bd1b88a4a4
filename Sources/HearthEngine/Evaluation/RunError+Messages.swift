import HearthData
import HearthText

extension RunError {
  /// The plan contradicts itself or the data: a mistake of ours that must not end the program.
  static func misbuiltPlan(_ what: String) -> RunError {
    .invalid(
      Bilingual(
        "this query was understood wrongly (\(what)); please report it",
        "这个查询被错误地理解了（\(what)），请反馈这个问题"))
  }

  static let textTooLarge = RunError.data(.textTooLarge)
}

/// Calls into the store, whose errors are errors of the run.
@inline(__always)
func reading<Value>(_ body: () throws(DataError) -> Value) throws(RunError) -> Value {
  do {
    return try body()
  } catch {
    throw .data(error)
  }
}

extension Bilingual {
  static func badRegularExpression(_ pattern: String) -> Bilingual {
    Bilingual(
      "\"\(pattern)\" is not a regular expression", "“\(pattern)”不是有效的正则表达式")
  }
}
