import HearthData
import HearthText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder on disk, or one file of it; files are mapped into memory, small ones read.
package struct FolderSource: FileSource {
  package let path: String
  /// The one file that is seen; nil for all.
  private let onlyFile: String?

  package init(_ path: String) {
    self.path = path
    onlyFile = nil
  }

  /// The folder at a path, or one file with nothing around it; a table that is not there is a file.
  package init(at path: String) {
    guard Self.isFile(path) || TableFiles.isTable(path) && !Self.isFolder(path) else {
      self.path = path
      onlyFile = nil
      return
    }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    self.path = folder.isEmpty ? "/" : folder
    onlyFile = slash.map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// Regular files and links to them; hidden files are none.
  ///
  /// - Throws: when there is no such folder, or the one file holds no table.
  package func fileNames() throws(DataError) -> [String] {
    if let onlyFile {
      guard TableFiles.isTable(onlyFile) else { throw .noTable(onlyFile) }
      return [onlyFile]
    }
    guard let folder = opendir(path) else { throw .unreadable(path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix("."), Self.isFile(path + "/" + name) { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isFile(_ path: String) -> Bool { kind(of: path) == S_IFREG }

  private static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  package func bytes(of name: String) throws(DataError) -> Buffer<UInt8> {
    try Self.bytes(at: name.hasPrefix("/") || path == "." ? name : path + "/" + name)
  }

  /// Below this size reading is as fast as mapping, and a file that shrinks does no harm.
  private static let mappingThreshold = 1 << 20

  /// The content of one file.
  package static func bytes(at path: String) throws(DataError) -> Buffer<UInt8> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .unreadable(path, EISDIR) }
    let size = Int(status.st_size)
    guard status.st_mode & S_IFMT == S_IFREG, size >= mappingThreshold else {
      return try read(descriptor, path)
    }
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else { throw .unreadable(path, errno) }
    madvise(memory, size, MADV_SEQUENTIAL)
    let pointer = UnsafeRawBufferPointer(start: memory, count: size)
    return Buffer(
      pointer: pointer.bindMemory(to: UInt8.self), owner: Mapping(memory: memory, size: size))
  }

  private static func read(_ descriptor: Int32, _ path: String) throws(DataError) -> Buffer<UInt8> {
    var builder = BufferBuilder<UInt8>()
    let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { chunk.deallocate() }
    while true {
      let count = Self.readSome(descriptor, chunk)
      if count < 0 { throw .unreadable(path, errno) }
      if count == 0 { return builder.finish() }
      builder.append(UnsafeBufferPointer(rebasing: chunk[..<count]))
    }
  }

  private static func readSome(
    _ descriptor: Int32, _ chunk: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, chunk.baseAddress, chunk.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, chunk.baseAddress, chunk.count)
      #else
        let count = Darwin.read(descriptor, chunk.baseAddress, chunk.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }
}

/// A mapped file, unmapped with its last buffer.
private final class Mapping: ReleasableMemory {
  private let memory: UnsafeMutableRawPointer
  private let size: Int

  init(memory: UnsafeMutableRawPointer, size: Int) {
    self.memory = memory
    self.size = size
  }

  /// The pages stay in the system's cache, and come back when they are read again.
  func release(_ part: Range<Int>) {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let start = (part.lowerBound + page - 1) / page * page
    let end = part.upperBound / page * page
    if start < end { madvise(memory + start, end - start, MADV_DONTNEED) }
  }

  deinit { munmap(memory, size) }
}

extension DataError {
  fileprivate static func noTable(_ name: String) -> DataError {
    DataError(
      Bilingual(
        "\(name) is no table: data are a folder of CSV files, or one file ending in .csv or .tsv",
        "\(name) 不是数据表：数据应是放有 CSV 文件的文件夹，或一个以 .csv、.tsv 结尾的文件"), file: name)
  }

  static func unreadable(_ path: String, _ code: Int32) -> DataError {
    let system = String(cString: strerror(code))
    let chinese =
      switch code {
      case ENOENT: "不存在"
      case EACCES: "没有读取权限"
      case EISDIR: "是文件夹，不是文件"
      case ENOTDIR: "不是文件夹"
      default: system
      }
    return DataError(
      Bilingual("cannot read \(path): \(system)", "无法读取 \(path)：\(chinese)"), file: path)
  }
}
