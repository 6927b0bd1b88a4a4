import HearthText

/// Values as people read them, each on one line and harmless to a terminal.
struct TableFormat: CellFormat {
  let language: Language

  var labelLanguage: Language? { language }
  var timeSeparator: UInt8 { UInt8(ascii: " ") }

  var listForm: ListForm {
    switch language {
    case .english: .joined(Array(", ".utf8))
    case .chinese: .joined(Array("、".utf8))
    }
  }

  func appendMissing(to bytes: inout [UInt8]) { bytes.append(contentsOf: "—".utf8) }

  func appendText(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    if text.isHarmless {
      bytes.append(contentsOf: text)
    } else {
      bytes.append(contentsOf: oneLine(String(decoding: text, as: UTF8.self)).utf8)
    }
  }

  func appendBool(_ value: Bool, to bytes: inout [UInt8]) {
    let word = value ? Bilingual("yes", "是") : Bilingual("no", "否")
    bytes.append(contentsOf: word[language].utf8)
  }

  /// Behind a period that is not over.
  func appendRunning(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: Bilingual(" so far", " 至今")[language].utf8)
  }

  func appendRate(_ value: Double, to bytes: inout [UInt8]) { bytes.appendPercentage(value) }
}

/// The text with `⏎` for line breaks and a picture for every other control character.
func oneLine(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  var afterReturn = false
  for scalar in text.unicodeScalars {
    let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\u{85}" || scalar == "\u{2028}"
    if !isBreak {
      scalars.append(scalar)
    } else if !(scalar == "\n" && afterReturn) {
      scalars.append("⏎")
    }
    afterReturn = scalar == "\r"
  }
  return visible(String(scalars))
}
