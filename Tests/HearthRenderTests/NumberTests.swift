import HearthData
import Testing

@testable import HearthRender

private func written(_ write: (inout [UInt8]) -> Void) -> String {
  var bytes: [UInt8] = []
  write(&bytes)
  return String(decoding: bytes, as: UTF8.self)
}

@Suite struct NumberTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (3, "3"), (-3, "-3"), (0.1, "0.1"), (-12.5, "-12.5"),
    (1e15, "1000000000000000"), (1e16, "10000000000000000"), (1.5e16, "15000000000000000"),
    (0x1p64, "18446744073709552000"), (1e20, "100000000000000000000"),
    (1e21, "1e21"), (-1.25e22, "-1.25e22"), (0.00001, "0.00001"), (0.000001, "0.000001"),
    (1e-7, "1e-7"), (1.5e-7, "1.5e-7"), (.leastNonzeroMagnitude, "5e-324"), (0.05, "0.05"),
    (100.25, "100.25"), (1.0 / 3, "0.3333333333333333"), (.nan, ""), (.infinity, ""),
    (.greatestFiniteMagnitude, "1.7976931348623157e308"),
  ])
  func `numbers are short and without surprises`(value: Double, text: String) {
    #expect(written { $0.appendNumber(value) } == text)
  }

  @Test func `numbers read back as themselves`() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(Double(written { $0.appendNumber(value) }) == value)
    }
  }

  @Test(arguments: [
    (0.951, "95.1%"), (1.0, "100.0%"), (0.0, "0.0%"), (-0.0, "0.0%"), (0.9996, "99.9%"),
    (0.8785, "87.9%"), (-0.05, "-5.0%"), (-0.0001, "0.0%"), (1.5, "150.0%"), (1e300, "1e302%"),
  ])
  func `rates have one decimal`(value: Double, text: String) {
    #expect(written { $0.appendPercentage(value) } == text)
  }

  @Test func `integers and decimals keep every digit`() {
    #expect(written { $0.appendInteger(.max) } == "9223372036854775807")
    #expect(written { $0.appendInteger(.min) } == "-9223372036854775808")
    #expect(written { $0.appendDecimal(.max, scale: 18) } == "9.223372036854775807")
    #expect(written { $0.appendDecimal(-1, scale: 4) } == "-0.0001")
    #expect(written { $0.appendDecimal(7, scale: 0) } == "7")
  }

  @Test func `days are written as the calendar prints them`() {
    for number in stride(from: Day.first.number, through: Day.last.number, by: 97) {
      let day = Day(number)
      #expect(written { $0.appendDay(day) } == day.description)
    }
    #expect(
      written { $0.appendDateTime(-1, separator: UInt8(ascii: "T")) } == "1969-12-31T23:59:59")
  }
}
