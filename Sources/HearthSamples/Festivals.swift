/// The day of the Spring Festival; years outside the table take the middle of its range.
func springFestival(_ year: Int) -> Day {
  switch year {
  case 2020: Day(2020, 1, 25)
  case 2021: Day(2021, 2, 12)
  case 2022: Day(2022, 2, 1)
  case 2023: Day(2023, 1, 22)
  case 2024: Day(2024, 2, 10)
  case 2025: Day(2025, 1, 29)
  case 2026: Day(2026, 2, 17)
  case 2027: Day(2027, 2, 6)
  case 2028: Day(2028, 1, 26)
  default: Day(year, 2, 5)
  }
}

/// The day of the mid-autumn festival; years outside the table take the middle of its range.
func midAutumn(_ year: Int) -> Day {
  switch year {
  case 2023: Day(2023, 9, 29)
  case 2024: Day(2024, 9, 17)
  case 2025: Day(2025, 10, 6)
  case 2026: Day(2026, 9, 25)
  case 2027: Day(2027, 9, 15)
  case 2028: Day(2028, 10, 3)
  default: Day(year, 9, 22)
  }
}
