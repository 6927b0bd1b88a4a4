import HearthData
import HearthText

/// Why there is no answer, in words for a person.
public struct HearthError: Error, CustomStringConvertible, Sendable {
  public enum Kind: Sendable {
    /// The text is wrong; the message has places and suggestions.
    case query
    /// The data cannot be read.
    case data
    /// A limit was reached, or the run was cancelled.
    case stopped
  }

  public let kind: Kind
  package let message: Bilingual
  package let hint: Bilingual?

  package init(_ kind: Kind, _ message: Bilingual, hint: Bilingual? = nil) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }

  package init(_ error: DataError) {
    self.init(.data, error.message, hint: error.hint)
  }

  public var description: String { text(in: .english) }

  package func text(in language: Language) -> String {
    guard let hint else { return message[language] }
    return message[language] + "\n" + hint[language]
  }
}
