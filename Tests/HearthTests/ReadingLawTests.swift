import HearthData
import HearthSyntax
import Testing

@testable import Hearth

/// A text that is run once reads what it needs, and says what it would have said.
@Suite struct ReadingLawTests {
  @Test(arguments: CaseFile.all)
  func `every case says the same when only the needed columns are read`(file: CaseFile) throws {
    let whole = TestData.workspace(file)
    guard !parse(file.query, vocabulary: whole.vocabulary).statements.contains(where: \.isTimed)
    else { return }
    let sparing = Workspace(try TestData.reopened(whole.data), options: whole.options)
    sparing.options.readsOnlyNeeded = true
    let (expected, found) = (
      try whole.transcript(file.query, format: .json),
      try sparing.transcript(file.query, format: .json)
    )
    #expect(found.output == expected.output)
    #expect(found.remarks == expected.remarks)
    #expect(found.messages == expected.messages)
  }

  @Test(arguments: [TestData.siming, TestData.chibi, TestData.village, TestData.foreign])
  func `links resolved while they are read lead where they lead else`(data: DataSet) throws {
    let (usual, early) = (
      try TestData.reopened(data).store, try TestData.reopened(data, resolvesAll: true).store
    )
    try usual.loadEverything()
    try early.loadEverything()
    for link in data.schema.links.indices where data.schema.links[link].isToOne {
      let id = LinkID(link)
      #expect(try early.targets(of: id).elements == usual.targets(of: id).elements)
    }
    #expect(early.problems() == usual.problems())
  }

  @Test(arguments: CaseFile.all)
  func `every case says the same where links are resolved while they are read`(
    file: CaseFile
  ) throws {
    let usual = TestData.workspace(file)
    guard !parse(file.query, vocabulary: usual.vocabulary).statements.contains(where: \.isTimed)
    else { return }
    let early = Workspace(
      try TestData.reopened(usual.data, resolvesAll: true), options: usual.options)
    let (expected, found) = (
      try usual.transcript(file.query, format: .json),
      try early.transcript(file.query, format: .json)
    )
    #expect(found.output == expected.output)
    #expect(found.messages == expected.messages)
  }

  /// The names of the fields of a table that have been read.
  private func fieldsRead(_ table: String, by query: String) throws -> Set<String> {
    let data = try TestData.reopened(TestData.siming)
    let workspace = TestData.workspace(data)
    workspace.options.readsOnlyNeeded = true
    #expect(try workspace.transcript(query).outcome == .fine)
    let entity = try #require(data.catalog.entity(named: table))
    let loaded = try data.store.table(of: entity, field: nil)
    let fields = data.schema[entity].fields
    return Set(
      loaded.columns.indices.filter { loaded.columns[$0] != nil }.map {
        fields[$0].name.english
      })
  }

  @Test func `columns that nobody asked for are not read`() throws {
    #expect(
      try fieldsRead("services", by: "services | summarize sum(cost), avg(minutes) by kind")
        == ["cost", "minutes", "kind"])
    #expect(try fieldsRead("services", by: "services | count") == [])
    #expect(try fieldsRead("families", by: "families | where bereaved | count") == ["tags"])
    // The keys make way for the rows that they lead to.
    #expect(
      try fieldsRead("families", by: "services | count by family.street").isSubset(of: ["id"]))
    #expect(try fieldsRead("families", by: "家庭 | 筛选 失独 | 计数 按 状态") == ["tags", "status"])
  }
}
