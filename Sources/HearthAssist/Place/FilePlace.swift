import HearthSyntax

/// The name of a file that is being typed, in quotation marks that are still open.
package struct FilePlace {
  package enum Purpose {
    /// After `from`.
    case table
    /// After `include`.
    case script
    /// After `save … as`.
    case output
  }

  package var purpose: Purpose
  /// What has been typed of the name, without its quotation mark.
  package var typed: String
  package var quote: String
  /// UTF-8 offsets of the name and its quotation mark, up to the cursor.
  package var range: Range<Int>

  /// nil where no name of a file is being typed. `cursor` is a UTF-8 offset.
  package init?(text: String, cursor: Int, vocabulary: Vocabulary) {
    let before = String(decoding: text.utf8.prefix(max(0, cursor)), as: UTF8.self)
    guard let place = Place.candidates(before, vocabulary).first, place.quote == .text,
      let purpose = Purpose(after: TokenRun(place.tokens))
    else { return nil }
    self.purpose = purpose
    typed = place.typed
    range = place.range
    quote = String(decoding: before.utf8.dropFirst(range.lowerBound), as: UTF8.self)
    quote.removeLast(typed.count)
  }
}

extension FilePlace.Purpose {
  fileprivate init?(after run: TokenRun) {
    if run.keyword(in: [.statement])?.keyword == .include {
      self = .script
      return
    }
    switch run.keyword(in: [.clause])?.keyword {
    case .from?: self = .table
    case .alias? where run.leadingKeyword(.statement)?.keyword == .save: self = .output
    case _?, nil: return nil
    }
  }
}
