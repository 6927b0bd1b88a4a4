/// The way of a need through the linkage: residents raise it, the community designs the project, an
/// organisation claims it, social workers deliver it. After a step that is missing none follows.
struct Linkage: Sendable {
  /// How many days a step takes, and how often it is taken at all.
  struct Step: Sendable {
    let days: ClosedRange<Int>
    let percent: Int
  }

  let raised: Day
  /// The days of the three steps that follow.
  private(set) var taken: [Day?] = [nil, nil, nil]

  var isClaimed: Bool { taken[1] != nil }

  init(raised: Day, asOf: Day, steps: [Step], _ random: inout SampleRandom) {
    self.raised = raised
    var day = raised
    for (position, step) in steps.enumerated() {
      day = day + random.within(step.days)
      guard random.chance(Linkage.percent(of: step, after: asOf - raised)), day <= asOf else {
        return
      }
      taken[position] = day
    }
  }

  /// Of what was raised over half a year ago, most has been seen to in the end.
  private static func percent(of step: Step, after days: Int) -> Int {
    days > 180 ? 100 - (100 - step.percent) / 4 : step.percent
  }

  /// The four cells of a row of needs.
  func write(_ table: inout TableWriter) {
    table.cell(raised)
    for day in taken { table.cell(day) }
  }
}
