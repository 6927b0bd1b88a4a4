import ArgumentParser
import Hearth
import HearthData
import HearthText

/// The texts that a command about texts was given: files, standard input, or the text itself.
struct ScriptArguments: ParsableArguments {
  @Argument(
    help: "Scripts; - is standard input.", completion: .file(extensions: ["hearth"]))
  var files: [String] = []

  @Option(
    name: [.customShort("c"), .customLong("command")],
    help: ArgumentHelp("Take this text instead of a file.", valueName: "query"))
  var text: String?

  func validate() throws {
    guard files.isEmpty != (text == nil) else {
      throw ValidationError("Give scripts or a text after -c, not both.")
    }
  }

  /// Reads one after the other; what cannot be read is said, and the others are taken all the same.
  ///
  /// - Returns: false when one could not be read.
  func forEach(_ printer: AnswerPrinter, _ body: (SourceText) throws -> Void) rethrows -> Bool {
    try Self.forEach(files, text: text, printer, body)
  }

  static func forEach(
    _ files: [String], text: String?, _ printer: AnswerPrinter,
    _ body: (SourceText) throws -> Void
  ) rethrows -> Bool {
    if let text {
      try body(SourceText(name: "-c", text: text, folder: "."))
      return true
    }
    var areReadable = true
    for file in files {
      let source: SourceText
      do throws(DataError) { source = try Self.source(file) } catch {
        printer.say(HearthError(error))
        areReadable = false
        continue
      }
      try body(source)
    }
    return areReadable
  }

  private static func source(_ file: String) throws(DataError) -> SourceText {
    file == "-"
      ? SourceText(name: "<stdin>", text: try StandardInput.read(), folder: ".")
      : try Batch.source(of: file)
  }

  /// Puts a changed text in the place of the file that it was read from.
  static func write(_ text: String, over source: SourceText) throws(DataError) {
    // Reading has put U+FFFD for every byte that is no UTF-8: those would be lost.
    guard !source.text.unicodeScalars.contains("\u{FFFD}") else {
      throw DataError(
        Bilingual(
          "`\(source.name)` is not UTF-8 throughout, so it is left as it is",
          "“\(source.name)”并非全部是 UTF-8 编码，因此保持不变"), file: source.name)
    }
    try TextFile.write(Array(text.utf8), to: source.name)
  }
}
