/// A word, or a sequence of words, that means something in its place; none is reserved.
///
/// The same spelling may belong to several keywords of different roles: `count` the stage and
/// `count` the aggregate, `where` the stage and `where` the clause.
package enum Keyword: UInt8, CaseIterable, Hashable, Sendable {
  // Statements.
  case version, binding, define, parameter, expect, include, todayLine, explain, explainTiming,
    explainWhy
  case describe, save
  case asOf, entity, termLine, privacy

  // What an `expect` asks for.
  case isEmpty, isNotEmpty, hasAnyRow, hasNoRow, hasEveryRow

  // Stages.
  case filter, select, add, drop, rename, sort, take, skip, top, distinctRows, sample
  case with, without, expand, summarize, countRows
  case join, leftJoin, fullJoin, union, except, intersect, suppress
  case coverage, gaps, cadence, trend, funnel
  case chart

  // Clauses.
  case by, whereClause, per, sortClause, descending, ascending, withTotal, withAll, across
  case alias, on, seed, below, distinctValues, from, running
  case atLeast, every, excluding, target, allOf, anyOf, exactly

  // Logic and comparison.
  case and, or, not, isMissing, isKnown, among, between, betweenAnd, has, hasAny, hasAll
  case equals, differs, greaterThan, lessThan, noLessThan, noMoreThan
  case contains, startsWith, endsWith, like, matches, condition, then, otherwise

  // Literals.
  case trueValue, falseValue, missingValue

  // Periods.
  case today, yesterday, this, last, following, lastCount, complete, next, toDate
  case thisYear, lastYear, followingYear, yearToDate, since, until, samePeriodLastYear
  case firstHalf, secondHalf, firstHalfOfLastYear, secondHalfOfLastYear

  // Festivals.
  case springFestival, lantern, qingming, dragonBoat, midAutumn, doubleNinth, nationalDay, around

  // Distances between dates, edges of periods.
  case differenceFrom, differenceTo, whole, startOf, endOf

  // Units.
  case day, week, month, quarter, half, year, term

  // Aggregates and row functions.
  case count, sum, average, minimum, maximum, median, percentile, deviation, first, lastValue
  case any, no, all, share, longestRun, list, concat, rowNumber, lag, lead

  // Types.
  case textType, intType, numberType, boolType, dateType, dateTimeType, periodType, decimalType
  case categoryType, setType

  // Kinds of charts.
  case barChart, lineChart, heatChart, sparkChart

  // Words of a schema.
  case levels, key, privateField, flags, occurred, opens, closes
}

/// The place in which a keyword counts; within one role no two keywords share a spelling.
package enum KeywordRole: String, CaseIterable, Hashable, Sendable {
  case statement, expectation, stage, clause, logic, literal, period, countedPeriod, festival,
    difference, unit, aggregate
  case type, chart, schema
}
