import HearthData
import Testing

@testable import HearthRender

@Suite struct NumberForms {
  @Test(arguments: [
    (0, "0"), (9_999, "9999"), (10_000, "1万"), (12_345, "1.23万"), (-123_456, "-12.35万"),
    (1_234_567, "123.5万"), (12_345_678, "1235万"), (99_994_999, "9999万"),
    (99_995_000, "1亿"), (123_456_789, "1.23亿"), (Int64.max, "92233720369亿"),
  ])
  func `counts of ten thousand have about four digits`(_ number: Int64, _ text: String) {
    #expect(NumberForm.myriads.text(.int(number)) == text)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567"), (Int64.min, nil),
  ])
  func `digits are grouped in threes`(_ number: Int64, _ text: String?) {
    let written = NumberForm.grouped.text(.int(number))
    #expect(written == text ?? "-9,223,372,036,854,775,808")
  }

  @Test func `decimals and numbers keep their places, other values have no form`() {
    let money = Decimal(unscaled: 123_456_789, scale: 2)
    #expect(NumberForm.grouped.text(.decimal(money)) == "1,234,567.89")
    #expect(NumberForm.myriads.text(.decimal(money)) == "123.5万")
    #expect(NumberForm.grouped.text(.number(1234.5)) == "1,234.5")
    #expect(NumberForm.grouped.text(.number(1e30)) == "1e30")
    #expect(NumberForm.plain.text(.int(12)) == "12")
    #expect(NumberForm.myriads.text(.text("12")) == nil)
    #expect(NumberForm.grouped.text(.missing) == nil)
  }
}
