import HearthText

/// A stable code of the user's errors, warnings and notes: `E…` by the parser, `B…` by the binder,
/// `R…` while running, `L…` lints. Its raw value is what is printed.
package enum DiagnosticCode: String, CaseIterable, Hashable, Sendable {
  case unexpectedToken = "E001"
  case unexpectedEnd = "E002"
  case unknownStage = "E003"
  case unknownCharacter = "E004"
  case unterminatedText = "E005"
  case unterminatedName = "E006"
  case badEscape = "E007"
  case malformedNumber = "E008"
  case numberTooLarge = "E009"
  case impossibleDate = "E010"
  case impossiblePeriod = "E011"
  case chainedComparison = "E012"
  case unclosedBracket = "E013"
  case unmatchedBracket = "E014"
  case nestedTooDeep = "E015"
  case textTooLong = "E016"
  case foreignOperator = "E017"
  case stageWithoutSource = "E018"
  case duplicateClause = "E019"
  case needsBrackets = "E020"
  case unknownType = "E021"
  case unknownVersion = "E022"
  case badRange = "E023"
  case continuationWithoutIndent = "E024"
  case unknownModifier = "E025"

  case mixedLogic = "L001"
}

extension DiagnosticCode {
  /// What the code is about, for the list of codes in the reference.
  package var title: Bilingual {
    switch self {
    case .unexpectedToken: .init("something else was expected here", "此处应为别的内容")
    case .unexpectedEnd: .init("the text ends too early", "文本未写完")
    case .unknownStage: .init("unknown stage", "没有这个步骤")
    case .unknownCharacter: .init("a character without meaning", "无法识别的字符")
    case .unterminatedText: .init("a text without its closing quotation mark", "文本缺少结束引号")
    case .unterminatedName: .init("a name without its closing backtick", "名称缺少结束的反引号")
    case .badEscape: .init("an unknown escape in a text", "文本中有无法识别的转义")
    case .malformedNumber: .init("a number runs into letters", "数字和字母连在一起")
    case .numberTooLarge: .init("a number is too large", "数字过大")
    case .impossibleDate: .init("a date that does not exist", "不存在的日期")
    case .impossiblePeriod: .init("a period that does not exist", "不存在的时段")
    case .chainedComparison: .init("comparisons do not chain", "比较不能连写")
    case .unclosedBracket: .init("a bracket is not closed", "括号没有闭合")
    case .unmatchedBracket: .init("a closing bracket without its opening one", "多余的右括号")
    case .nestedTooDeep: .init("nested too deeply", "嵌套过深")
    case .textTooLong: .init("the text is too long", "文本过长")
    case .foreignOperator: .init("an operator of another language", "其他语言的运算符")
    case .stageWithoutSource: .init("a stage without a table before it", "步骤前面没有表")
    case .duplicateClause: .init("a clause is written twice", "子句重复")
    case .needsBrackets: .init("brackets are needed", "需要括号")
    case .unknownType: .init("unknown type", "没有这个类型")
    case .unknownVersion: .init("unknown version of the language", "未知的语言版本")
    case .badRange: .init("a count or range that cannot be", "不可能的个数或范围")
    case .continuationWithoutIndent: .init("a continued line must be indented", "续行必须缩进")
    case .unknownModifier: .init("unknown word in a field declaration", "字段声明中有未知的词")
    case .mixedLogic: .init("`and` and `or` are mixed without brackets", "“且”和“或”混用而没有括号")
    }
  }
}
