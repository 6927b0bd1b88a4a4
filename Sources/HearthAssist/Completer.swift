import HearthData
import HearthPlan
import HearthSyntax
import HearthText

/// Completes a text at a cursor: keywords in their places, tables, the names that a row has at that
/// stage of the pipeline, functions, periods, and the values of categories and areas.
///
/// Works on any text, however incomplete or wrong: what stands before the cursor decides, what
/// stands behind it is not looked at. No query is run; the values of an open category are read from
/// the store on first use.
package struct Completer {
  private(set) var catalog: Catalog
  let vocabulary: Vocabulary
  private(set) var host: any BinderHost
  let options: BinderOptions

  /// `options.language` is the language of the session: it is spoken where the typed beginning
  /// does not say otherwise.
  package init(
    catalog: Catalog, vocabulary: Vocabulary, host: any BinderHost, options: BinderOptions
  ) {
    self.catalog = catalog
    self.vocabulary = vocabulary
    self.host = host
    self.options = options
  }

  /// With what the statements before the cursor's one have named.
  func knowing(_ earlier: EarlierStatements) -> Completer {
    var completer = self
    completer.catalog = earlier.catalog
    completer.host = earlier
    return completer
  }

  /// The longest text that is looked at; beyond it nothing is completed.
  private static let longestText = 1 << 20

  /// `cursor` is a UTF-8 offset; one outside the text, or within a character, is moved to the
  /// nearest place before. nil when nothing could stand there.
  package func complete(text: String, cursor: Int) -> Completion? {
    let utf8 = text.utf8
    guard utf8.count <= Self.longestText else { return nil }
    var before = Array(utf8.prefix(max(0, cursor)))
    while let last = before.last, last >= 0x80, String(validating: before, as: UTF8.self) == nil {
      before.removeLast()
    }
    let text = String(decoding: before, as: UTF8.self)
    let places = Place.candidates(text, vocabulary)
    for isLenient in [false, true] {
      for place in places {
        let found = candidates(at: place, isLenient: isLenient)
        if !found.isEmpty { return Completion(range: place.range, candidates: found) }
      }
    }
    return nil
  }
}
