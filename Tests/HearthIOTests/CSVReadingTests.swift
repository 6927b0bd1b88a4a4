import HearthData
import HearthText
import Testing

@testable import HearthIO

private let twoTexts = [Field("a", .text), Field("b", .text)]

private func open(_ text: String) throws -> Store {
  try openTexts(["t.csv": text], declared: .table("t", twoTexts))
}

@Suite struct CSVReadingTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every line break ends a record`(_ end: String) throws {
    let store = try open("a,b" + end + "1,2" + end + "3,4" + end)
    #expect(try store.cells("t", "a") == ["1", "3"])
    #expect(try store.cells("t", "b") == ["2", "4"])
    #expect(store.problems().isEmpty)
  }

  @Test func `the last line may lack its line break`() throws {
    #expect(try open("a,b\n1,2").cells("t", "b") == ["2"])
    #expect(try open("a,b\n1,").cells("t", "b") == [nil])
    #expect(try open("a,b\n1,\"2\"").cells("t", "b") == ["2"])
  }

  @Test func `a byte-order mark belongs to no header`() throws {
    #expect(try open("\u{FEFF}a,b\n1,2\n").cells("t", "a") == ["1"])
  }

  @Test func `quotes hold separators, line breaks and quotes`() throws {
    let store = try open("a,b\n\"1,2\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",\"\"\n")
    #expect(try store.cells("t", "a") == ["1,2", "two\r\nlines"])
    #expect(try store.cells("t", "b") == ["say \"hi\"", nil])
    #expect(store.problems().isEmpty)
  }

  @Test func `a quote within a cell is a character`() throws {
    let store = try open("a,b\n5\" pipe,x\"y\"\n")
    #expect(try store.cells("t", "a") == ["5\" pipe"])
    #expect(try store.cells("t", "b") == ["x\"y\""])
  }

  @Test func `text behind a closing quote is kept and reported`() throws {
    let store = try open("a,b\n\"x\"y,2\n")
    #expect(try store.cells("t", "a") == ["xy"])
    #expect(store.problems().map(\.line) == [2])
  }

  @Test func `a quote that never closes costs no rows`() throws {
    let store = try open("a,b\n1,2\n3,\"4\n5,6\n7,8\n")
    #expect(try store.cells("t", "a") == ["1", "3", "5", "7"])
    #expect(try store.cells("t", "b") == ["2", "\"4", "6", "8"])
    let problem = try #require(store.problems().first)
    #expect(problem.file == "t.csv")
    #expect(problem.line == 3)
  }

  @Test func `ragged rows are reported with their line, none is lost`() throws {
    let store = try open("a,b\n1\n\"x\ny\",2,3,4\n5,6,\n7,8\n")
    #expect(try store.cells("t", "a") == ["1", "x\ny", "5", "7"])
    #expect(try store.cells("t", "b") == [nil, "2", "6", "8"])
    let problems = store.problems()
    #expect(problems.map(\.line) == [2, 3])
    #expect(problems.map(\.column) == [nil, nil])
    #expect(problems[1].value == "3,4")
    #expect(problems[1].reason.english.contains("4 cells instead of 2"))
  }

  @Test func `lines are counted through quotes and empty lines`() throws {
    let text = "n,x\n1,a\n\n2,\"b\nb\nb\"\n\n3,c\n4,oops\n"
    let closed = CategoryDictionary(
      ["a", "b\nb\nb", "c"].map { Bilingual(same: $0) }, isClosed: true)
    let field = Field("x", .category(.field(FieldID(EntityID(0), 1))), closed: closed)
    let store = try openTexts(
      ["t.csv": text], declared: .table("t", [Field("n", .int), field]))
    #expect(try store.cells("t", "n") == ["1", "2", "3", "4"])
    try store.loadEverything()
    #expect(store.problems().map(\.line) == [9])
  }

  @Test func `empty lines are no rows, lines of separators are reported`() throws {
    let store = try open("\n,\na,b\n\n1,2\n,\n\n3,4\n")
    #expect(try store.cells("t", "a") == ["1", "3"])
    #expect(store.problems().map(\.line) == [6])
  }

  @Test(arguments: [";", "\t", ","])
  func `the separator is seen in the header`(_ separator: String) throws {
    let store = try open("a\(separator)b\n1\(separator)2\n")
    #expect(try store.cells("t", "b") == ["2"])
    let named = try open("sep=;\r\na;b\r\n1,5;2\r\n")
    #expect(try named.cells("t", "a") == ["1,5"])
  }

  @Test func `zero bytes and bytes that are no UTF-8 do no harm`() throws {
    var bytes = Array("a,b\nx\u{0}y,".utf8)
    bytes += [0xFF, 0x41, 0x0A]
    let source = MemorySource(["t.csv": Buffer(bytes)])
    let schema = try openDataSet(source: source, declared: .table("t", twoTexts))
    let store = Store(schema: schema, loader: FileLoader(source))
    #expect(try store.cells("t", "a") == ["x\u{0}y"])
    #expect(try store.cells("t", "b") == ["\u{FFFD}A"])
    #expect(store.problems().map(\.column) == ["b"])
  }

  @Test func `other encodings are named`() throws {
    let chinese: [UInt8] = [0xBC, 0xD2, 0xCD, 0xA5, 0x2C, 0xC7, 0xF8, 0xD3, 0xF2, 0x0A]
    let wide = Array("a,b\n1,2\n".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    for (bytes, name) in [(chinese, "GB18030"), ([0xFF, 0xFE] + wide, "UTF-16"), (wide, "UTF-16")] {
      let source = MemorySource(["t.csv": Buffer(bytes)])
      let error = #expect(throws: DataError.self) {
        try openDataSet(source: source, declared: Schema())
      }
      #expect(error?.message.english.contains(name) == true)
      #expect(error?.file == "t.csv")
    }
  }

  @Test func `headers may be identifiers or labels of either language`() throws {
    let fields = [
      Field(name: Bilingual("id", "编号"), type: .text),
      Field(name: Bilingual("head", "户主"), type: .text),
    ]
    let schema = Schema(
      entities: [Entity(name: Bilingual("families", "家庭"), fields: fields, key: 0)])
    for header in ["id,head", "编号,户主", " ID ,\"户主\"", "ｉｄ,HEAD"] {
      for name in ["families.csv", "家庭.csv", "Families.CSV"] {
        let store = try openTexts([name: header + "\nF1,张\n"], declared: schema)
        #expect(try store.cells("families", "head") == ["张"], "\(header) \(name)")
      }
    }
  }

  @Test func `an empty file is a table without rows`() throws {
    let store = try open("")
    #expect(try store.rowCount(of: EntityID(0)) == 0)
    #expect(store.problems().count == 1)
    #expect(try open("a,b").rowCount(of: EntityID(0)) == 0)
  }
}
