import HearthPlan
import Testing

@Suite struct Privacy {
  static let refused = [
    #"families | where head = "张三""#,
    "families | sort head",
    "families | count by head",
    "families | distinct head",
    "families | distinct",
    "families | top 3 by head",
    "families | select guess = head = \"张三\"",
    "families | add n = length(head)",
    "families | where any(members where name = \"张三\")",
    "families | add l = concat(members.name)",
    "members | join families on name = head",
    "families | select x = head | where x = \"张三\"",
    "families | except families",
    "families | take 1 per head",
    "members | summarize m = max(name)",
    "services | where family.head = \"张三\"",
    "families | add r = row_number per head",
    "families | cadence of services every month by head",
    "families | cadence of services where family.head = \"张三\" every month",
  ]

  @Test(arguments: Self.refused)
  func `a private field cannot be guessed where data are masked`(_ query: String) {
    #expect(bound(query, privacy: .masked).diagnostics.map(\.code).contains(.privateField))
    #expect(bound(query).plan != nil)
  }

  static let allowed = [
    "families", "families | select head | take 3", "families | select x = mask(head)",
    "families | add n = count(members.name)", "families | select id, first(members.name)",
    "services | select family.head", "families | where street = 莲前 | drop head | distinct",
  ]

  @Test(arguments: Self.allowed)
  func `it may be shown and counted`(_ query: String) {
    #expect(bound(query, privacy: .masked).diagnostics.isEmpty)
  }

  @Test func `what shows a private field is marked`() {
    let query =
      "families | select id, head, h = head, n = length(head), f = first(members.name), area"
    let output = bound(query).plan?.output ?? []
    #expect(output.map(\.isPrivate) == [false, true, true, true, true, false])
  }
}
