import CXlsxwriter
import Glibc
import HearthText

/// An Excel file while it is made, by libxlsxwriter.
///
/// The same cells give the same bytes: the file bears a day that is given, not that of its making.
package final class Workbook {
  let library: UnsafePointer<hearth_xlsxwriter>
  private let path: String
  private var pointer: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var names = SheetNames()

  /// - Parameters:
  ///   - title: The name of the document in its properties.
  ///   - secondsSince1970: When the document says that it was made.
  /// - Throws: when the library is not installed, or there is no room for temporary files.
  package init(title: String, secondsSince1970: Int) throws(WorkbookError) {
    library = try Workbook.loadedLibrary()
    path = try Workbook.temporaryPath()
    guard let made = library.pointee.workbook_new(path) else {
      unlink(path)
      throw WorkbookError(code: errno)
    }
    pointer = made
    CellText.safe(title).withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      // Zero would stand for now.
      properties.created = time_t(max(secondsSince1970, 1))
      _ = library.pointee.workbook_set_properties(made, &properties)
    }
  }

  deinit {
    if let pointer { library.pointee.lxw_workbook_free(pointer) }
    unlink(path)
  }

  /// A text as the name of a sheet, nil where it is too long for one.
  package static func sheetName(_ text: String) -> String? {
    text.utf16.count <= SheetNames.mostUnits ? text : nil
  }

  /// Adds an empty sheet; its name is changed where spreadsheets would not take it.
  package func addSheet(named name: String) -> Sheet {
    guard let pointer,
      let sheet = library.pointee.workbook_add_worksheet(pointer, names.make(from: name))
    else {
      preconditionFailure(
        "a name that has been made safe is taken, and nothing is added at the end")
    }
    return Sheet(sheet, of: self)
  }

  /// The whole file; nothing can be added after it.
  package func finish() throws(WorkbookError) -> [UInt8] {
    guard let closing = pointer else { throw WorkbookError(code: EINVAL) }
    pointer = nil
    let error = library.pointee.workbook_close(closing)
    guard error == LXW_NO_ERROR else {
      throw WorkbookError(
        reason: library.pointee.lxw_strerror(error).map { String(cString: $0) } ?? "")
    }
    guard let file = fopen(path, "rb") else { throw WorkbookError(code: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    guard ferror(file) == 0 else { throw WorkbookError(code: EIO) }
    return bytes
  }

  func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if style == CellStyle() { return nil }
    if let known = formats[style] { return known }
    guard let pointer, let format = library.pointee.workbook_add_format(pointer) else { return nil }
    if !style.numberForm.isEmpty { library.pointee.format_set_num_format(format, style.numberForm) }
    if style.isBold { library.pointee.format_set_bold(format) }
    if style.hasRule { library.pointee.format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.wraps {
      library.pointee.format_set_text_wrap(format)
      library.pointee.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    formats[style] = format
    return format
  }

  private static func loadedLibrary() throws(WorkbookError)
    -> UnsafePointer<hearth_xlsxwriter>
  {
    var reason: UnsafePointer<CChar>?
    guard let library = hearth_xlsxwriter_loaded(&reason) else {
      throw WorkbookError(
        reason: reason.map { String(cString: $0) } ?? "libxlsxwriter is not installed")
    }
    return library
  }

  /// An empty file that the library writes over.
  private static func temporaryPath() throws(WorkbookError) -> String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/hearth-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw WorkbookError(code: errno) }
    close(descriptor)
    return template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }
}

/// Why a workbook could not be made.
package struct WorkbookError: Error {
  package var message: Bilingual

  init(reason: String) {
    message = Bilingual("cannot make the workbook: \(reason)", "无法生成工作簿：\(reason)")
  }

  /// Of the system.
  init(code: Int32) { self.init(reason: String(cString: strerror(code))) }
}
