import Testing

@testable import HearthData

@Suite struct DecimalTests {
  private func decimal(_ text: String) throws -> Decimal { try #require(Decimal(parsing: text)) }

  @Test func `decimals print as they were read`() throws {
    for text in ["0", "-1", "12.50", "0.05", "-0.05", "123456789012345678", "0.000000000000000001"]
    {
      #expect(try decimal(text).description == text)
    }
    #expect(try decimal("1,234,567.80").description == "1234567.80")
    #expect(try decimal("+3").description == "3")
    for text in [
      "", "-", ".", "1.2.3", "1,23", "12345,678", "1,2345", "a", "9223372036854775808", "1e3", ",",
    ] {
      #expect(Decimal(parsing: text) == nil, "\(text)")
    }
  }

  @Test func `arithmetic is exact or nothing`() throws {
    #expect(try decimal("0.1").adding(decimal("0.2"))?.description == "0.3")
    #expect(try decimal("1.00").subtracting(decimal("0.001"))?.description == "0.999")
    #expect(try decimal("1.5").multiplied(by: decimal("0.25"))?.description == "0.375")
    let largest = Decimal(.max)
    #expect(largest.adding(Decimal(1)) == nil)
    #expect(largest.multiplied(by: Decimal(2)) == nil)
    #expect(Decimal(.max).subtracting(Decimal(-1)) == nil)
    // The sum would be the value that stands for missing.
    #expect(Decimal(-.max).subtracting(Decimal(1)) == nil)
    #expect(try decimal("0.000000001").multiplied(by: decimal("0.0000000001")) == nil)
    #expect(
      try decimal("5000000000").multiplied(by: decimal("0.2000000000"))?.isEqual(
        to: decimal("1000000000")) == true)
  }

  @Test func `rounding goes away from zero at halves`() throws {
    #expect(try decimal("2.5").rounded(to: 0)?.description == "3")
    #expect(try decimal("-2.5").rounded(to: 0)?.description == "-3")
    #expect(try decimal("2.449").rounded(to: 1)?.description == "2.4")
    #expect(try decimal("2").rounded(to: 2)?.description == "2.00")
    #expect(try decimal("1250.5").rounded(to: -2)?.description == "1300")
    #expect(try decimal("49").rounded(to: -2)?.description == "0")
  }

  @Test func `comparison looks at the number, not its places`() throws {
    #expect(try decimal("1.0").isEqual(to: decimal("1.00")))
    #expect(try decimal("-1.01").isLess(than: decimal("-1")))
    #expect(Decimal(unscaled: .max, scale: 18).isLess(than: Decimal(.max)))
  }

  @Test func `places can be changed only without loss`() throws {
    #expect(try decimal("1.50").rescaled(to: 1)?.description == "1.5")
    #expect(try decimal("1.55").rescaled(to: 1) == nil)
    #expect(Decimal(.max).rescaled(to: 1) == nil)
  }
}
