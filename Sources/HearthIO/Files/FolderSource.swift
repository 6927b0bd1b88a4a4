import HearthData
import HearthText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder on disk; files are mapped into memory, small ones read.
package struct FolderSource: FileSource {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// Regular files and links to them; hidden files are none.
  package func fileNames() throws(DataError) -> [String] {
    guard let folder = opendir(path) else { throw .unreadable(path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix("."), isFile(name) { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func isFile(_ name: String) -> Bool {
    var status = stat()
    return stat(path + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  package func bytes(of name: String) throws(DataError) -> Buffer<UInt8> {
    try Self.bytes(at: name.hasPrefix("/") ? name : path + "/" + name)
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
private final class Mapping {
  private let memory: UnsafeMutableRawPointer
  private let size: Int

  init(memory: UnsafeMutableRawPointer, size: Int) {
    self.memory = memory
    self.size = size
  }

  deinit { munmap(memory, size) }
}

extension DataError {
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
