import HearthData
import HearthPlan
import HearthText

extension Compiler {
  /// A date by a pattern; names in the language in force or that of a third argument.
  func format(_ arguments: [TypedExpression]) throws(RunError) -> Kernel {
    guard arguments.count >= 2, let pattern = arguments[1].literal else {
      throw .misbuiltPlan("format without a pattern")
    }
    guard case .text(let text) = pattern else {
      return Kernel { (block) in .missing(count: block.count, type: .text) }
    }
    let parsed = try datePattern(text)
    var language = scope.run.options.language
    if arguments.count > 2, case .text(let name)? = arguments[2].literal {
      language = Language(localeName: name)
    }
    let isDateTime = arguments[0].type == .dateTime
    let value = try kernel(for: arguments[0])
    return Kernel { [language] (block) throws(RunError) in
      let column = try value.run(block)
      var builder = TextBuilder(rows: block.count, bytes: block.count * 12)
      for row in 0..<block.count {
        switch column.value(at: row) {
        case .date(let day): builder.append(parsed.format(day, language))
        case .dateTime(let seconds) where isDateTime:
          builder.append(parsed.format(dateTime: seconds, language))
        case .missing, .text, .int, .number, .decimal, .bool, .dateTime, .period, .category,
          .tags, .row, .list:
          builder.appendMissing()
        }
      }
      return try .texts(builder)
    }
  }

  private func datePattern(_ text: String) throws(RunError) -> DatePattern {
    do throws(DatePattern.UnknownField) {
      return try DatePattern(text)
    } catch {
      throw .invalid(.unknownDateField(error.letter, in: text))
    }
  }
}

extension Bilingual {
  static func unknownDateField(_ letter: Character, in pattern: String) -> Bilingual {
    Bilingual(
      "\"\(letter)\" in the date format \"\(pattern)\" stands for nothing; text goes into '…'",
      "日期格式“\(pattern)”中的“\(letter)”没有含义，普通文字请放在单引号内")
  }
}
