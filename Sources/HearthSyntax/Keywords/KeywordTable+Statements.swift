import HearthText

extension KeywordTable {
  static let statements: [KeywordEntry] = [
    .init(
      .version, .statement, "hearth", "hearth",
      .init("The version of the language, first line of a script.", "语言版本，写在脚本第一行。"),
      .init("hearth 1", "hearth 1")),
    .init(
      .binding, .statement, "let", "设",
      .init("Gives a result a name; it is computed once.", "给结果起一个名字，只计算一次。"),
      .init("let due = families | where at_risk", "设 应访 = 家庭 | 筛选 高风险")),
    .init(
      .define, .statement, "define", "定义",
      .init("Defines a field, or a function, in terms of others.", "用已有的字段定义新的字段或函数。"),
      .init("define families.lives_alone = count(members) = 1", "定义 家庭.独住 = 计数(成员) = 1")),
    .init(
      .parameter, .statement, "param", "参数",
      .init("A value to be given when the script is run.", "运行脚本时给出的值。"),
      .init("param month: period = last month", "参数 月份: 时段 = 上月")),
    .init(
      .expect, .statement, "expect", "期望",
      .init("A check that must hold; the run fails if it does not.", "必须成立的检查；不成立则运行失败。"),
      .init("expect due is empty \"nobody is left\"", "期望 应访 为空 \"没有遗漏\"")),
    .init(
      .include, .statement, "include", "引入",
      .init("Reads another script here, relative to this one.", "在此读入另一个脚本，路径相对于本脚本。"),
      .init("include \"common.hearth\"", "引入 \"common.hearth\"")),
    .init(
      .todayLine, .statement, "today", "今天",
      .init("Sets the date that `today` stands for.", "规定“今天”是哪一天。"),
      .init("today 2026-10-31", "今天 2026-10-31")),
    .init(
      .explain, .statement, "explain", "解释",
      .init("Prints the plan of a query, with row counts.", "列出查询的步骤和各步的行数。"),
      .init("explain families | count by street", "解释 家庭 | 计数 按 街道")),
    .init(
      .explainTiming, .statement, "explain timing", "解释 耗时",
      .init(
        "Runs a query and tells for each step its rows, its time and what it read.",
        "运行查询，列出各步的行数、用时和读取量。"),
      .init("explain timing families | count by street", "解释 耗时 家庭 | 计数 按 街道")),
    .init(
      .explainWhy, .statement, "explain why", "解释 为何|解释 为什么",
      .init(
        "Tells for one row at which stage it was kept or dropped, and by which rows.",
        "说明某一行在哪一步留下或去掉，依据是哪些记录。"),
      .init(
        "explain why families \"F0001\" in (families | where status = active)",
        "解释 为何 家庭 \"F0001\" 在 (家庭 | 筛选 状态 = 在册)")),
    .init(
      .describe, .statement, "describe", "说明",
      .init("Prints a table's fields, their types and labels.", "列出一张表的字段、类型和名称。"),
      .init("describe families", "说明 家庭")),
    .init(
      .save, .statement, "save", "保存",
      .init("Writes a result to a file.", "把结果写入文件。"),
      .init("save due as \"due.csv\"", "保存 应访 作为 \"due.csv\"")),
    .init(
      .asOf, .statement, "as of", "截至",
      .init("The date at which a data set was taken.", "数据截至的日期。"),
      .init("as of 2026-10-31", "截至 2026-10-31")),
    .init(
      .entity, .statement, "entity", "实体",
      .init("Declares a table: its fields, links and labels.", "声明一张表的字段、关联和名称。"),
      .init("entity families \"家庭\" { id text key }", "实体 families \"家庭\" { id 文本 主键 }")),
    .init(
      .termLine, .statement, "term", "学期",
      .init("Declares a school term.", "声明一个学期的起止。"),
      .init("term \"2026春\" 2026-02-23 .. 2026-07-10", "学期 \"2026春\" 2026-02-23 .. 2026-07-10")),
    .init(
      .privacy, .statement, "privacy", "隐私",
      .init("The least privacy level of a data set.", "数据至少要用的隐私级别。"),
      .init("privacy masked", "隐私 masked")),
  ]

  static let expectations: [KeywordEntry] = [
    .init(
      .isEmpty, .expectation, "is empty", "为空",
      .init("There are no rows.", "一行也没有。"),
      .init("expect due is empty", "期望 应访 为空")),
    .init(
      .isNotEmpty, .expectation, "is not empty", "不为空",
      .init("There is at least one row.", "至少有一行。"),
      .init("expect families is not empty", "期望 家庭 不为空")),
    .init(
      .hasAnyRow, .expectation, "has any", "有行满足",
      .init("The condition is true of at least one row.", "至少有一行满足条件。"),
      .init("expect due has any street = \"莲前\"", "期望 应访 有行满足 街道 = \"莲前\"")),
    .init(
      .hasNoRow, .expectation, "has no", "无行满足",
      .init("The condition is true of no row.", "没有一行满足条件。"),
      .init("expect due has no status = moved", "期望 应访 无行满足 状态 = 迁出")),
    .init(
      .hasEveryRow, .expectation, "has every", "每行满足",
      .init("The condition is true of every row; missing values are skipped.", "每一行都满足条件，缺失的不算。"),
      .init("expect due has every count > 0", "期望 应访 每行满足 计数 > 0")),
  ]

  static let schemaWords: [KeywordEntry] = [
    .init(
      .levels, .schema, "levels", "层级",
      .init("The levels of areas, from the greatest to the smallest.", "区域的层级，从大到小。"),
      .init("levels city > district", "层级 city > district")),
    .init(
      .key, .schema, "key", "主键",
      .init("The field that tells the rows apart.", "区分各行的字段。"),
      .init("id text key", "id 文本 主键")),
    .init(
      .privateField, .schema, "private", "保密",
      .init("What identifies a person.", "能认出个人的内容。"),
      .init("head text private", "head 文本 保密")),
    .init(
      .flags, .schema, "flags", "标记",
      .init("Each tag is also a yes/no word of the entity.", "每个标签也是该表的一个是否字段。"),
      .init("tags set (bereaved) flags", "tags 集合 (bereaved) 标记")),
    .init(
      .occurred, .schema, "occurred", "发生",
      .init("The date on which a row happened.", "这一行发生的日期。"),
      .init("date date occurred", "date 日期 发生")),
    .init(
      .opens, .schema, "opens", "起始",
      .init("The first day on which a row exists.", "这一行开始存在的日期。"),
      .init("opened date opens", "opened 日期 起始")),
    .init(
      .closes, .schema, "closes", "终止",
      .init("The last day on which a row exists.", "这一行最后存在的日期。"),
      .init("closed date closes", "closed 日期 终止")),
  ]
}
