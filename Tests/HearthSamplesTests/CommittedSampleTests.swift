import CHearthResources
import Foundation
import HearthSamples
import Testing

/// The samples in the repository are what the generator makes, byte for byte.
///
/// `HEARTH_BLESS=1 swift test --filter CommittedSample` writes them anew, and fails.
struct CommittedSampleTests {
  private static let samples = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples")

  private static let blesses = ProcessInfo.processInfo.environment["HEARTH_BLESS"] != nil

  @Test(arguments: SampleModel.allCases)
  func `the committed sample is what the generator makes`(_ model: SampleModel) throws {
    let folder = Self.samples.appending(path: model.rawValue)
    let made = try SampleData(model)
    for file in made.files {
      let url = folder.appending(path: file.name)
      let committed = try? Data(contentsOf: url)
      if committed == Data(file.bytes) { continue }
      if Self.blesses { try Data(file.bytes).write(to: url) }
      Issue.record("\(model.rawValue)/\(file.name) differs; HEARTH_BLESS=1 writes it anew")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == Set(made.files.map(\.name)))
  }

  @Test func `the embedded sample is the folder, file by file`() throws {
    let folder = Self.samples.appending(path: "siming")
    var names: Set<String> = []
    for position in 0..<Int(hearth_sample_count()) {
      let file = hearth_sample(Int32(position))
      let name = String(cString: file.name)
      names.insert(name)
      #expect(try Data(contentsOf: folder.appending(path: name)) == data(file), "\(name)")
    }
    #expect(names == Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)))
    #expect(hearth_sample(-1).length == 0)
    #expect(hearth_sample(hearth_sample_count()).length == 0)
  }

  @Test func `the schema comes first in the embedded sample`() {
    #expect(String(cString: hearth_sample(0).name) == "schema.hearth")
    #expect(data(hearth_siming_schema()) == data(hearth_sample(0)))
  }

  @Test func `the samples are a few megabytes together`() throws {
    let siming = try SampleData(.siming).files.reduce(0) { $0 + $1.bytes.count }
    let chibi = try SampleData(.chibi).files.reduce(0) { $0 + $1.bytes.count }
    #expect(siming < 2_200_000)
    #expect(chibi < 1_100_000)
  }

  private func data(_ file: hearth_resource) -> Data {
    Data(bytes: file.bytes, count: Int(file.length))
  }
}
