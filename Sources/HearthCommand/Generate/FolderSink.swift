import Glibc
import HearthSamples

/// A file or folder that could not be written, and why.
struct FolderError: Error {
  let path: String
  let number: Int32

  var reason: String { String(cString: strerror(number)) }
}

/// Writes the files of a generation into a folder: each beside its place and renamed when it is
/// whole, so that no reader ever sees half a table.
final class FolderSink: SampleSink {
  private let folder: String
  private var file = ""
  private var descriptor: Int32 = -1

  /// Makes the folder, and the folders above it, where they do not exist.
  init(folder: String) throws(FolderError) {
    self.folder = folder
    var path = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      path += (path.isEmpty || path.hasSuffix("/") ? "" : "/") + part
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
        throw FolderError(path: path, number: errno)
      }
    }
    guard try FolderSink.isFolder(folder) else {
      throw FolderError(path: folder, number: ENOTDIR)
    }
  }

  deinit {
    // What a failure left unfinished.
    if descriptor >= 0 {
      close(descriptor)
      unlink(partial)
    }
  }

  /// Whether the folder holds anything; a folder that does not exist holds nothing.
  static func isEmpty(_ folder: String) throws(FolderError) -> Bool {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return true }
      throw FolderError(path: folder, number: errno)
    }
    defer { closedir(stream) }
    // Every folder has the entries `.` and `..`.
    for _ in 0..<2 where readdir(stream) == nil { return true }
    return readdir(stream) == nil
  }

  private static func isFolder(_ path: String) throws(FolderError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FolderError(path: path, number: errno) }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  private var path: String { folder + (folder.hasSuffix("/") ? "" : "/") + file }
  private var partial: String { path + ".part" }

  func begin(file: String) throws {
    self.file = file
    descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FolderError(path: partial, number: errno) }
  }

  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        guard count >= 0 || errno == EINTR else {
          throw FolderError(path: partial, number: errno)
        }
        rest = rest.dropFirst(max(0, count))
      }
    }
  }

  func end() throws {
    // A full disk may show itself only now.
    let status = close(descriptor)
    descriptor = -1
    guard status == 0 else {
      let number = errno
      unlink(partial)
      throw FolderError(path: partial, number: number)
    }
    guard rename(partial, path) == 0 else { throw FolderError(path: path, number: errno) }
  }
}

extension Slice<UnsafeRawBufferPointer> {
  fileprivate var baseAddress: UnsafeRawPointer? {
    base.baseAddress.map { $0 + startIndex }
  }
}
