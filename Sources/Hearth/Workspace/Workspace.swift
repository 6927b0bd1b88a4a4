import HearthData
import HearthEngine
import HearthPlan
import HearthSyntax
import HearthText

/// A data set with what a person or a script has said about it: names for results, definitions,
/// parameters, a day that counts as today.
///
/// A text is prepared whole (parsed and bound) before anything of it runs, so that a wrong query in
/// the last line writes no half of an answer. Not safe to share; `Session` locks it.
package final class Workspace {
  package let data: DataSet
  package var options: WorkspaceOptions
  var state: State { didSet { if state.hasOtherWords(than: oldValue) { knownVocabulary = nil } } }
  /// Of the present state, once it has been asked for.
  var knownVocabulary: Vocabulary?
  var results = StoredResults()
  /// The folder that `from "file.csv"` is relative to while a text is prepared.
  var folder: String?
  /// While a text is looked over and not run: a parameter may then be without a value.
  var isChecking = false
  /// Off only in tests that compare both ways.
  var isOptimising = true

  package init(_ data: DataSet, options: WorkspaceOptions) {
    self.data = data
    self.options = options
    state = State(
      catalog: data.catalog, today: options.today ?? data.asOf ?? SystemClock.today())
  }

  /// What a failed text must not change.
  struct State {
    var catalog: Catalog
    var today: Day
    /// `let`s, and `_` for the latest answer.
    var names: [String: ResultReference] = [:]
    var parameters: [String: ParameterValue] = [:]
    /// Names whose own statement has an error: what follows from it is not said again.
    var brokenNames: Set<String> = []
    /// A file that could not be included may have made any name.
    var lacksInclude = false
    /// The relative periods that the parameters were given by.
    var parameterPeriods: [String: [ResolvedPeriod]] = [:]

    /// Whether there are other names; a new answer to an old name is none.
    func hasOtherWords(than other: State) -> Bool {
      names.keys != other.names.keys || parameters.keys != other.parameters.keys
        || catalog.definitions != other.catalog.definitions
    }
  }

  package var language: Language {
    get { options.language }
    set { options.language = newValue }
  }

  package var today: Day { state.today }

  /// From now on another day counts as today, whatever the data and the texts say.
  package func setToday(_ day: Day) {
    options.today = day
    state.today = day
  }
  /// Of the parameters that have been declared.
  package var parameterNames: [String] { state.parameters.keys.sorted() }

  /// The stricter of what was asked for from outside and what the data set asks for.
  package var privacy: PrivacyLevel { max(options.privacy, data.schema.privacy) }

  /// With the definitions that were added since the data set was opened.
  package var catalog: Catalog { state.catalog }
}

package struct WorkspaceOptions: Sendable {
  package var language: Language
  /// From outside; a script's own `today` line goes before the data set's `as of`, not before this.
  package var today: Day?
  /// `--set name=value`, as written.
  package var parameterTexts: [String: String]
  package var privacy: PrivacyLevel
  /// `save` is refused.
  package var isSafe: Bool
  /// After each answer the rows that its stages left are said.
  package var isTracing: Bool
  /// Whether the statements after a failed one run all the same.
  package var continuesAfterFailure = true
  /// The most rows that an answer may have; nil is without a limit.
  package var rowLimit: Int?
  package var threads: Int
  package var stop: @Sendable () -> StopReason?
  /// Whether texts are run once and not followed by others: only what they need is read.
  package var readsOnlyNeeded = false
  /// Whether a run that has to stop may be left to end by itself, so that nobody waits for it.
  package var leavesWhenStopped = false
  /// Is told how far each run has come.
  package var progress: RunProgress?

  package init(
    language: Language = .english, today: Day? = nil, parameterTexts: [String: String] = [:],
    privacy: PrivacyLevel = .open, isSafe: Bool = false, isTracing: Bool = false,
    threads: Int = 0,
    stop: @escaping @Sendable () -> StopReason? = { nil }
  ) {
    self.language = language
    self.today = today
    self.parameterTexts = parameterTexts
    self.privacy = privacy
    self.isSafe = isSafe
    self.isTracing = isTracing
    self.threads = threads
    self.stop = stop
  }
}
