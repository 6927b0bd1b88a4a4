import HearthData
import HearthText
import Testing

@testable import HearthIO

/// The inferred type of a column with these cells beside a key.
private func inferred(_ cells: [String]) throws -> ValueType? {
  let text = "n,x\n" + cells.enumerated().map { "k\($0),\(quoted($1))\n" }.joined()
  return try openTexts(["t.csv": text]).type("t", "x")
}

@Suite struct InferenceTests {
  @Test func `types are those that all cells have`() throws {
    #expect(try inferred(["1", "-20", "", "N/A"]) == .int)
    #expect(try inferred(["1", "2.5"]) == .decimal(scale: 1))
    #expect(try inferred(["1.25", "2.5", "1,000.00"]) == .decimal(scale: 2))
    #expect(try inferred(["1.123456", "2.5"]) == .number)
    #expect(try inferred(["1e5", "2"]) == .number)
    #expect(try inferred(["2026-03-05", "2026/3/6"]) == .date)
    #expect(try inferred(["20260305", "20260306"]) == .date)
    #expect(try inferred(["20260305", "20269999"]) == .int)
    #expect(try inferred(["2026-03-05 08:00", "2026-03-06"]) == .dateTime)
    #expect(try inferred(["是", "否", "无"]) == .bool)
    #expect(try inferred(["true", "false", ""]) == .bool)
    #expect(try inferred(["Y", "N"]) == .bool)
    #expect(try inferred(["N", "S", "N"]) == .text)
    #expect(try inferred(["a", "1"]) == .text)
    #expect(try inferred([]) == .text)
  }

  @Test func `digits that are names stay text`() throws {
    #expect(try inferred(["007", "12"]) == .text)
    #expect(try inferred(["13800001111", "13900002222"]) == .text)
    #expect(try inferred(["350203199001011234", "350203199001011235"]) == .text)
    #expect(try inferred(["0", "10"]) == .int)
    #expect(try inferred(["0.5", "10"]) == .decimal(scale: 1))
  }

  @Test func `few different texts are a category`() throws {
    #expect(isCategory(try inferred(["a", "b", "a", "b", "a"])))
    #expect(try inferred(["a", "b", "c"]) == .text)
  }

  @Test func `the first column is the key if it is known and unique`() throws {
    let store = try openTexts([
      "unique.csv": "id,x\n1,a\n2,b\n", "repeated.csv": "id,x\n1,a\n1,b\n",
      "missing.csv": "id,x\n1,a\n,b\n", "empty.csv": "id,x\n",
    ])
    let keys = store.schema.entities.map { ($0.name.english, $0.key) }
    #expect(keys.map(\.0) == ["empty", "missing", "repeated", "unique"])
    #expect(keys.map(\.1) == [nil, nil, nil, 0])
  }

  @Test func `a column named after a table becomes a link`() throws {
    let store = try openTexts([
      "albums.csv": "album_id,title,artist\n1,A,20\n2,B,10\n",
      "Artists.csv": "id,name\n10,X\n20,Y\n",
      "tracks.csv": "id,album_id,AlbumId\n5,2,1\n6,1,\n7,,2\n",
      "categories.csv": "id\na\nb\n", "goods.csv": "n,categoryId\n1,b\n2,a\n",
      "家庭.csv": "编号,户主\nF1,张\nF2,李\n", "服务.csv": "序号,家庭编号\n1,F2\n2,F2\n",
    ])
    #expect(try store.cells("tracks", "album_id") == ["2", "1", nil])
    #expect(try store.cells("tracks", "album") == ["#1", "#0", nil])
    #expect(store.type("tracks", "album_id") == .int)
    #expect(try store.cells("tracks", "Album") == ["#0", nil, "#1"])
    #expect(try store.cells("albums", "artist") == ["#1", "#0"])
    #expect(try store.cells("goods", "category") == ["#1", "#0"])
    #expect(try store.cells("服务", "家庭") == ["#1", "#1"])
    let link = try #require(store.schema.links.first { $0.name.english == "artist" })
    #expect(link.reverseName.english == "albums")
    #expect(store.field("albums", "album") == nil)
  }

  @Test func `values that are no keys make no link`() throws {
    let store = try openTexts([
      "albums.csv": "id\n1\n2\n", "tracks.csv": "id,album_id\n5,7\n6,8\n",
    ])
    #expect(store.schema.links.isEmpty)
  }

  @Test func `names of files and headers are kept`() throws {
    let store = try openTexts(["my file 表.csv": "first name, 年龄 ,,x,X\nAnn,3,1,2,3\n"])
    #expect(store.schema.entities.map(\.name.english) == ["my file 表"])
    #expect(
      store.schema.entities[0].fields.map(\.name.english) == [
        "first name", "年龄", "column 3", "x", "X 2",
      ])
    #expect(try store.cells("my file 表", "X 2") == ["3"])
    #expect(try store.cells("my file 表", "column 3") == ["1"])
  }

  @Test func `one file can be opened alone`() throws {
    let store = try openFile(
      "a b.csv", in: MemorySource(texts: ["a b.csv": "x\n1\n", "c.csv": ""]))
    #expect(store.schema.entities.map(\.name.english) == ["a b"])
    #expect(try store.cells("a b", "x") == ["1"])
  }
}
