/// Every function of many rows; missing values are skipped.
package enum AggregateFunction: String, CaseIterable, Hashable, Sendable {
  /// Without an argument it counts rows, with one its known values, with `distinct` the different ones.
  case count
  case sum, avg, min, max, median, percentile, stddev
  case first, last
  /// Of a condition: is it true of some, of all, of none of the rows; of which share.
  case any, all, no, share
  /// Of a condition: how many rows in a row fulfil it, at most, in the order of the rows.
  case longestRun = "longest_run"
  case list, concat
}
