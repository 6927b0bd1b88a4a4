import HearthData
import HearthIO
import HearthSyntax
import Testing

@testable import Hearth

/// A snapshot answers every question as the tables do that it was made of.
@Suite struct SnapshotLawTests {
  @Test(arguments: CaseFile.all)
  func `every case says the same of a snapshot`(file: CaseFile) throws {
    let ofTables = TestData.workspace(file)
    guard !parse(file.query, vocabulary: ofTables.vocabulary).statements.contains(where: \.isTimed)
    else { return }
    let ofSnapshot = Workspace(try TestData.packed(ofTables.data), options: ofTables.options)
    let (expected, found) = (
      try ofTables.transcript(file.query, format: .json),
      try ofSnapshot.transcript(file.query, format: .json)
    )
    #expect(found.output == expected.output)
    #expect(found.remarks == expected.remarks)
    #expect(found.messages == expected.messages)
    #expect(ofSnapshot.data.version == ofTables.data.version)
  }
}
