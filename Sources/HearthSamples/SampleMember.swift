/// One made-up person of a family.
struct SampleMember: Sendable {
  let role: Term
  let sex: Sex
  let born: Day
  var bornKnown = true
  var name: PersonName?
  var conditions: [Term] = []
  var mobility: Term? = Mobility.independent
  private(set) var isHomebound = false

  init(role: Term, sex: Sex, born: Day) {
    self.role = role
    self.sex = sex
    self.born = born
  }

  /// Illnesses and mobility as they are at that age; the mobility of one in fifty is not recorded.
  mutating func chooseHealth(age: Int, disabledChild: Bool, _ random: inout SampleRandom) {
    if disabledChild {
      conditions = [random.pick([Condition.physical, Condition.sensory, Condition.mental])]
    } else if age >= 50 {
      let percent = age >= 75 ? 30 : age >= 62 ? 18 : 8
      // Each is rarer than the one before it.
      conditions = Condition.ofAge.enumerated().compactMap {
        random.chance(percent / ($0.offset / 2 + 1)) ? $0.element : nil
      }
    }
    let draw = random.below(1000)
    let (bedridden, homebound, limited) =
      age >= 80
      ? (50, 190, 420)
      : age >= 70 ? (10, 50, 170) : disabledChild ? (20, 90, 330) : (2, 12, 50)
    if draw < bedridden {
      mobility = Mobility.bedridden
    } else if draw < homebound {
      becomeHomebound()
    } else if draw < limited {
      mobility = Mobility.limited
    } else if draw >= 980 {
      mobility = nil
    }
  }

  mutating func becomeHomebound() {
    mobility = Mobility.homebound
    isHomebound = true
  }
}
