import HearthData
import HearthText

/// A data set as one file that is used where it lies: columns are mapped, not read.
///
///     0    mark, byte order, version, zeros              64 bytes
///     64   sections: values as in memory, each from a multiple of 64
///     …    directory: what the data are, and where each section lies
///     end  offset, size and checksum of the directory, size of the file, mark   40 bytes
///
/// A section is checked when it is first used, the directory when the file is opened.
enum SnapshotFormat {
  static let mark = Array("HEARTHDB".utf8)
  /// One more with every change of the layout.
  static let version: UInt32 = 1
  /// Reads as another number on a machine that orders its bytes otherwise.
  static let byteOrder: UInt32 = 0x0102_0304
  static let headerSize = 64
  static let trailerSize = 40
  static let alignment = 64

  static var header: [UInt8] {
    var bytes = mark
    withUnsafeBytes(of: byteOrder) { bytes += $0 }
    withUnsafeBytes(of: version.littleEndian) { bytes += $0 }
    return bytes + [UInt8](repeating: 0, count: headerSize - bytes.count)
  }
}

extension DataError {
  static func damagedSnapshot(_ file: String) -> DataError {
    DataError(
      Bilingual("\(file) is damaged", "\(file) 已损坏"),
      hint: Bilingual(
        "make it again from the tables with `hearth pack`", "请用“hearth pack”从数据表重新生成"),
      file: file)
  }

  static func noSnapshot(_ file: String) -> DataError {
    DataError(
      Bilingual(
        "\(file) is no snapshot that `hearth pack` made", "\(file) 不是“hearth pack”生成的快照"),
      file: file)
  }

  static func newerSnapshot(_ file: String) -> DataError {
    DataError(
      Bilingual(
        "\(file) was made by a newer Hearth than this one", "\(file) 由比本程序更新的版本生成"),
      hint: Bilingual(
        "update Hearth, or make it again with `hearth pack`",
        "请更新 Hearth，或用“hearth pack”重新生成"),
      file: file)
  }

  static func olderSnapshot(_ file: String) -> DataError {
    DataError(
      Bilingual(
        "\(file) was made by an older Hearth, which laid out its files differently",
        "\(file) 由旧版本生成，文件格式已经改变"),
      hint: Bilingual(
        "make it again from the tables with `hearth pack`", "请用“hearth pack”从数据表重新生成"),
      file: file)
  }

  static func foreignSnapshot(_ file: String) -> DataError {
    DataError(
      Bilingual(
        "\(file) was made on a machine that orders its bytes otherwise",
        "\(file) 在字节序不同的机器上生成"),
      hint: Bilingual("make it again here with `hearth pack`", "请在本机用“hearth pack”重新生成"),
      file: file)
  }
}
