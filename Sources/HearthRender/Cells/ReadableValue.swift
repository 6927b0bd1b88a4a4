import HearthData
import HearthText

/// A single value as tables write it; `dictionary` is that of a category or a tag set.
package func readable(
  _ value: Value, type: ValueType, dictionary: CategoryDictionary?, language: Language
) -> String {
  let column = ResultColumn(
    name: "", label: Bilingual("", ""),
    values: Column(values: [value], type: type, dictionary: dictionary))
  var run = CellRun()
  run.append(
    column, rows: 0..<1, format: TableFormat(language: language), masksPrivate: false)
  return run.withCell(0) { String(decoding: $0, as: UTF8.self) }
}
