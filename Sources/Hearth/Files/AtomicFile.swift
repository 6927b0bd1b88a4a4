import Glibc
import HearthData
import HearthText

/// A file that is whole or as it was before: written beside its place, then renamed into it.
///
/// What is no regular file (a device, a pipe) has no beside and is written as it is. A link stays
/// one: what it leads to is replaced.
package final class AtomicFile {
  package let path: String
  package let descriptor: Int32
  /// Where the file is written until it is kept; nil where it is written in place.
  private let beside: String?
  private let place: String

  package init(_ path: String) throws(DataError) {
    self.path = path
    var status = stat()
    let exists = stat(path, &status) == 0
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    if exists && !isRegular {
      (place, beside) = (path, nil)
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      place = exists ? AtomicFile.resolved(path) : path
      let part = place + ".\(getpid()).part"
      beside = part
      descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      // Who could read the file before can read it after.
      if exists && descriptor >= 0 { _ = fchmod(descriptor, status.st_mode & 0o7777) }
    }
    guard descriptor >= 0 else { throw .cannotWrite(path) }
  }

  deinit {
    close(descriptor)
    if let beside, !isKept { unlink(beside) }
  }

  private var isKept = false

  /// Puts what was written into its place.
  package func keep() throws(DataError) {
    guard let beside, !isKept else { return }
    guard rename(beside, place) == 0 else { throw .cannotWrite(path) }
    isKept = true
  }

  /// - Throws: when not all of it could be written.
  package func write(_ bytes: [UInt8]) throws(DataError) {
    let isWhole = bytes.withUnsafeBytes { Self.writeAll($0, to: descriptor) }
    guard isWhole else { throw .cannotWrite(path) }
  }

  /// - Throws: when not all of it could be written.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(DataError) {
    guard Self.writeAll(bytes, to: descriptor) else { throw .cannotWrite(path) }
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }

  private static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}

extension DataError {
  /// With the reason of the system.
  package static func cannotWrite(_ path: String) -> DataError {
    let reason = String(cString: strerror(errno))
    return DataError(
      Bilingual("cannot write `\(path)`: \(reason)", "无法写入“\(path)”：\(reason)"), file: path)
  }
}
