import HearthText

/// What the columns are called that a stage makes without being told a name: the identifier that
/// data formats use, and the label of each language.
package enum ResultNames {
  // coverage
  package static let eligible = Bilingual("eligible", "应服务")
  package static let covered = Bilingual("covered", "已覆盖")
  static let uncovered = Bilingual("uncovered", "未覆盖")
  static let rate = Bilingual("rate", "覆盖率")
  static let excluded = Bilingual("excluded", "已排除")
  static let target = Bilingual("target", "目标")
  static let short = Bilingual("short", "尚差")

  // gaps
  static let done = Bilingual("done", "次数")
  static let last = Bilingual("last", "最近一次")
  static let days = Bilingual("days", "天数")

  // cadence
  static let expected = Bilingual("expected", "应有")
  static let met = Bilingual("met", "达到")
  static let missed = Bilingual("missed", "缺少")
  static let kept = Bilingual("rate", "兑现率")
  static let longestGap = Bilingual("longest_gap", "最长间断")
  static let streak = Bilingual("streak", "连续")
  static let bestStreak = Bilingual("best_streak", "最长连续")
  static let nextDue = Bilingual("next_due", "下次期限")
  static let slots = Bilingual("slots", "记录")

  // trend, expand every, comparison of periods
  static let period = Bilingual("period", "时段")
  static let slot = Bilingual("slot", "时段")
  static let change = Bilingual("change", "变化")
  static let running = Bilingual("running", "进行中")

  // funnel
  static let step = Bilingual("step", "步骤")
  static let reached = Bilingual("reached", "到达")
  static let share = Bilingual("share", "占比")
  static let stepShare = Bilingual("step_share", "转化率")
  static let medianDays = Bilingual("median_days", "中位天数")
  static let waiting = Bilingual("waiting", "等待")

  /// All of them, for the splitter of Chinese text: a later stage may name them.
  package static let all = [
    eligible, covered, uncovered, rate, excluded, target, short, done, last, days, expected, met,
    missed, kept, longestGap, streak, bestStreak, nextDue, slots, period, slot, change, running,
    step, reached, share, stepShare, medianDays, waiting,
  ]
}
