import HearthText

/// A stable code of the user's errors, warnings and notes: `E…` by the parser, `B…` by the binder,
/// `S…` by the session that runs a script, `L…` lints. Its raw value is what is printed.
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

  case unknownName = "B001"
  case unknownTable = "B002"
  case unknownFunction = "B003"
  case unknownValue = "B004"
  case incomparable = "B005"
  case badOperand = "B006"
  case badArgument = "B007"
  case argumentCount = "B008"
  case notACondition = "B009"
  case aggregateOutOfPlace = "B010"
  case manyValues = "B011"
  case manyRows = "B012"
  case duplicateColumn = "B013"
  case ambiguousName = "B014"
  case notALink = "B015"
  case circularDefinition = "B016"
  case brokenDefinition = "B017"
  case privateField = "B018"
  case overflow = "B019"
  case tooManyPlaces = "B020"
  case impossiblePeriodPhrase = "B021"
  case noSuchTerm = "B022"
  case notConstant = "B023"
  case mixedTypes = "B024"
  case misplacedDuration = "B025"
  case notSortable = "B026"
  case tooManyColumns = "B027"
  case noColumns = "B028"
  case differentColumns = "B029"
  case unreadableData = "B030"
  case notSuppressible = "B031"
  case undatedRows = "B032"
  case notInSchema = "B101"
  case duplicateDeclaration = "B102"
  case badDeclaration = "B103"
  case unknownTarget = "B104"

  case unreadableFile = "S001"
  case nameHidesTable = "S002"
  case saveRefused = "S003"
  case missingParameter = "S004"
  case wrongParameter = "S005"
  case schemaInScript = "S006"

  case mixedLogic = "L001"
  case valueAndColumn = "L002"
  case innerAndOuter = "L003"
  case alreadyHidden = "L004"
  case chosenByEvidence = "L005"
  case shadowedName = "L006"
  case neverLeftOut = "L007"
  case unusedName = "L008"
  case valueWithoutRows = "L009"
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
    case .unknownName: .init("there is no such name", "没有这个名称")
    case .unknownTable: .init("there is no such table", "没有这张表")
    case .unknownFunction: .init("there is no such function", "没有这个函数")
    case .unknownValue: .init("there is no such value", "没有这个取值")
    case .incomparable: .init("these cannot be compared", "不能这样比较")
    case .badOperand: .init("this cannot be reckoned with", "不能这样计算")
    case .badArgument: .init("the argument does not fit", "参数不合适")
    case .argumentCount: .init("too many or too few arguments", "参数个数不对")
    case .notACondition: .init("a condition is needed", "这里须是条件")
    case .aggregateOutOfPlace: .init("an aggregate out of its place", "聚合函数用错地方")
    case .manyValues: .init("many values in a group", "一组里有许多值")
    case .manyRows: .init("many rows where one value is needed", "这里须是一个值，不是许多行")
    case .duplicateColumn: .init("two columns of one name", "两列同名")
    case .ambiguousName: .init("the name could mean several things", "名称有歧义")
    case .notALink: .init("only a link has fields of its own", "只有关联才有下级字段")
    case .circularDefinition: .init("a definition uses itself", "定义循环引用")
    case .brokenDefinition: .init("a definition that cannot be used", "定义无法使用")
    case .privateField: .init("a private field may only be shown", "保密字段只能显示")
    case .overflow: .init("a number is too large", "数过大")
    case .tooManyPlaces: .init("too many decimal places", "小数位数过多")
    case .impossiblePeriodPhrase: .init("a period that cannot be", "不可能的时段")
    case .noSuchTerm: .init("there is no such school term", "没有这个学期")
    case .notConstant: .init("a constant is needed", "这里须是常量")
    case .mixedTypes: .init("values of different kinds", "值的种类不同")
    case .misplacedDuration: .init("a length of time out of its place", "时间长度用错地方")
    case .notSortable: .init("values without an order", "值没有先后")
    case .tooManyColumns: .init("too many columns", "列太多")
    case .noColumns: .init("no column would be left", "一列也不剩")
    case .differentColumns: .init("the tables have different columns", "两张表的列不同")
    case .unreadableData: .init("the data cannot be read", "数据无法读取")
    case .notSuppressible: .init("there are no counts to hide", "没有可隐去的计数")
    case .undatedRows: .init("rows without a date", "没有日期的行")
    case .notInSchema: .init("this does not belong in a schema", "不属于数据集声明")
    case .duplicateDeclaration: .init("declared twice", "重复声明")
    case .badDeclaration: .init("a declaration that makes no sense", "声明有误")
    case .unknownTarget: .init("a link to nothing", "关联的对象不存在")
    case .valueAndColumn: .init("a word is a value and a column", "词既是取值又是列名")
    case .innerAndOuter: .init("a name belongs to both rows", "两行都有这个名称")
    case .chosenByEvidence:
      .init("rows chosen by what is then measured", "先按要衡量的内容筛选了行")
    case .alreadyHidden: .init("the column is not shown anyway", "该列本来就没有显示")
    case .shadowedName: .init("a name is hidden by another", "名称被同名的内容遮住")
    case .neverLeftOut: .init("rows that never had any are left out", "从未有过的行被漏掉")
    case .unusedName: .init("a name is given and never used", "起了名称却没有用到")
    case .valueWithoutRows: .init("a value that no row has", "没有任何行取这个值")
    case .unreadableFile: .init("a file cannot be read", "文件无法读取")
    case .nameHidesTable: .init("a name that is already a table", "名称与已有的表相同")
    case .saveRefused: .init("saving is refused in safe mode", "安全模式下不允许保存")
    case .missingParameter: .init("a parameter has no value", "参数没有值")
    case .wrongParameter: .init("a value of another type than its parameter", "参数的值与类型不符")
    case .schemaInScript:
      .init("a line for schema.hearth in a script", "脚本中出现了应写在 schema.hearth 中的内容")
    case .mixedLogic: .init("`and` and `or` are mixed without brackets", "“且”和“或”混用而没有括号")
    }
  }
}
