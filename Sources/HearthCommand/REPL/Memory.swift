/// What a person has asked in this session, for the commands that speak of the last question.
struct Memory {
  /// The text entered last, right or wrong.
  var entered = ""
  /// The last query that was answered, with all that it was continued by.
  private(set) var question: String?
  /// Statements that later texts build on, in their order.
  private(set) var namings: [String] = []

  /// Keeps what an answered text asked; a text that asked nothing leaves the question as it is.
  mutating func keep(_ query: String?, isContinued: Bool, namings: [String]) {
    self.namings += namings
    guard let query else { return }
    question = isContinued ? question.map { $0 + "\n" + query } : query
  }

  /// The question as a text that stands by itself.
  var wholeText: String? {
    question.map { (namings + [$0]).joined(separator: "\n") }
  }
}
