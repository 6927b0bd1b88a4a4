import Glibc
import Hearth
import HearthData
import HearthRender
import HearthText

/// The output under way: its format, where its bytes go, and the document that they make.
final class AnswerOutput {
  /// Of what is written next; a document that has begun ends first.
  var format: OutputFormat {
    willSet { if newValue != format { endDocument() } }
  }
  /// Says where the answers come from, when a document begins.
  var provenance: (() -> Provenance)?
  private var document: (any Document)?
  private var file: AnswerFile?
  /// Of the answers on the screen, while there is a file.
  private var formerFormat: OutputFormat?
  /// Why not everything could be written.
  private(set) var problem: Bilingual?
  /// An answer was given up before its end: the document that it stands in is not whole.
  private(set) var isCut = false
  private var isProblemSaid = false
  private var language: Language

  init(_ format: OutputFormat, language: Language) {
    self.format = format
    self.language = language
  }

  var isFile: Bool { file != nil }
  var filePath: String? { file?.path }

  /// The problem, the first time that somebody asks.
  func takeNews() -> Bilingual? {
    guard let problem, !isProblemSaid else { return nil }
    isProblemSaid = true
    return problem
  }

  // MARK: What is written

  /// `isPaged`: what turns out to be taller than the screen is shown in the pager.
  func add(_ table: ResultTable, _ options: RenderOptions, isPaged: Bool, pager: String?) {
    isCut = false
    if isPaged, let pager, let height = Environment.terminalHeight {
      var sink = ByteSink(isStopped: options.isStopped)
      with(options) { $0.add(table, options: options, into: &sink) }
      isCut = sink.isStopped
      if isCut { return }
      let lines = sink.bytes.count(where: { $0 == UInt8(ascii: "\n") })
      if lines + 2 > height, Pager.show(sink.bytes, with: pager) { return }
      sink.bytes.withUnsafeBytes { _ = put($0) }
    } else {
      var sink = ByteSink(isStopped: options.isStopped) {
        [unowned self] in put($0, unless: options.isStopped)
      }
      with(options) { $0.add(table, options: options, into: &sink) }
      sink.flush()
      isCut = sink.isStopped
    }
  }

  func add(text: String, _ options: RenderOptions) {
    var sink = ByteSink { [unowned self] in put($0) }
    with(options) { $0.add(text: text, into: &sink) }
    sink.flush()
  }

  func add(_ failure: FailedExpectation, _ options: RenderOptions) {
    var sink = ByteSink { [unowned self] in put($0) }
    with(options) { $0.add(failure, options: options, into: &sink) }
    sink.flush()
  }

  /// Writes a table alone into a file of its own, which is there when it is whole: false when that
  /// was given up.
  func save(
    _ table: ResultTable, as format: OutputFormat, to path: String, _ options: RenderOptions
  ) throws(DataError) -> Bool {
    var document = begun(format, options)
    var sink = ByteSink(isStopped: options.isStopped)
    document.add(table, options: options, into: &sink)
    if sink.isStopped { return false }
    do throws(DocumentError) {
      try document.finish(into: &sink)
    } catch {
      throw DataError(error.message, file: path)
    }
    try TextFile.write(sink.bytes, to: path)
    return true
  }

  private func with(_ options: RenderOptions, _ body: (inout any Document) -> Void) {
    language = options.language
    var document = self.document ?? begun(format, options)
    body(&document)
    self.document = document
  }

  private func begun(_ format: OutputFormat, _ options: RenderOptions) -> any Document {
    // Lines say nothing of where they come from, and finding that out takes reading the data.
    guard format.isDocument, let provenance else {
      return format.renderer.document(
        Provenance(dataName: "", today: Day(0), program: ""), options)
    }
    return format.renderer.document(provenance(), options)
  }

  // MARK: Beginnings and ends

  /// The next answer is the first of a text; in a file it follows those before.
  func beginText() { if file == nil { endDocument() } }

  /// What a text has written to the screen is at its end.
  func endText() { if file == nil { endDocument() } }

  /// Answers go to a file from now on; a run that is to be whole writes it whole.
  func open(
    _ path: String, as chosen: OutputFormat, isWhole: Bool = false
  ) throws(DataError) {
    let opened = try AnswerFile(path, isWhole: isWhole || chosen.isDocument)
    endDocument()
    formerFormat = formerFormat ?? format
    format = chosen
    file = opened
  }

  /// Ends the document; a file is put into its place only when `keeping`.
  func close(keeping: Bool) {
    if keeping, file != nil, document == nil, format.isDocument {
      with(RenderOptions(language: language)) { _ in }
    }
    endDocument()
    guard let file else { return }
    if keeping, problem == nil {
      do throws(DataError) {
        try file.keep()
      } catch {
        problem = error.message
      }
    }
    self.file = nil
    if let formerFormat { format = formerFormat }
    formerFormat = nil
  }

  private func endDocument() {
    guard var ending = document else { return }
    document = nil
    // What was given up must not look whole.
    if isCut { return isCut = false }
    var sink = ByteSink { [unowned self] in put($0) }
    do throws(DocumentError) {
      try ending.finish(into: &sink)
    } catch {
      problem = problem ?? error.message
    }
    sink.flush()
  }

  // MARK: Bytes

  private func put(
    _ bytes: UnsafeRawBufferPointer, unless isStopped: () -> Bool = { false }
  ) -> Bool {
    let descriptor = file?.descriptor ?? STDOUT_FILENO
    if AnswerOutput.deliver(bytes, to: descriptor, unless: isStopped) { return true }
    let reason = String(cString: strerror(errno))
    if problem == nil {
      problem =
        if let file {
          Bilingual("Cannot write `\(file.path)`: \(reason).", "无法写入“\(file.path)”：\(reason)。")
        } else {
          Bilingual(
            "Cannot write to standard output: \(reason).", "无法写入标准输出：\(reason)。")
        }
    }
    return false
  }

  /// False when nobody reads any more. Where somebody reads slowly, the rest is dropped once it is
  /// not wanted any more.
  static func deliver(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, unless isStopped: () -> Bool = { false }
  ) -> Bool {
    var rest = bytes
    while let start = rest.baseAddress, rest.count > 0 {
      if rest.count < bytes.count, isStopped() { return true }
      let count = Glibc.write(descriptor, start, rest.count)
      if count < 0 && errno == EINTR {
        if isStopped() { return true }
        continue
      }
      if count <= 0 { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }
}
