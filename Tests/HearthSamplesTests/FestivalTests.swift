import HearthData
import Testing

@testable import HearthSamples

/// The few festivals that the samples know are those of the calendar.
struct FestivalTests {
  @Test(arguments: 2020...2028) func `the new year is that of the calendar`(year: Int) {
    let parts = HearthSamples.springFestival(year).components
    #expect(Festival.spring.day(in: year) == HearthData.Day(parts))
  }

  @Test(arguments: 2023...2028) func `the mid-autumn festival is that of the calendar`(year: Int) {
    let parts = HearthSamples.midAutumn(year).components
    #expect(Festival.midAutumn.day(in: year) == HearthData.Day(parts))
  }
}

extension HearthData.Day {
  fileprivate init?(_ parts: (year: Int, month: Int, day: Int)) {
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }
}
