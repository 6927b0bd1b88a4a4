import HearthText

extension DiagnosticPage {
  /// Of names that the data do not have, or have too often.
  static let names: [DiagnosticPage] = [
    DiagnosticPage(
      .unknownName,
      Bilingual(
        """
        No shown column, field, definition or parameter has this name here. After `summarize` the \
        rows are groups, and only the keys and the measures are left.
        """,
        """
        这里没有叫这个名称的列、字段、定义或参数。“汇总”之后每行是一组，只剩下分组的键和算出的\
        量。
        """),
      wrong: Bilingual(
        "families | where statu = active",
        "家庭 | 筛选 状太 = 在册"),
      right: Bilingual(
        "families | where status = active",
        "家庭 | 筛选 状态 = 在册")),
    DiagnosticPage(
      .unknownTable,
      Bilingual(
        """
        A question begins with a table of the data or with a name given by `let`. `.tables` lists \
        the tables.
        """,
        "提问以数据中的表开头，或以“设”起的名称开头。.表 可列出所有的表。"),
      wrong: Bilingual(
        "famlies | count",
        "家亭 | 计数"),
      right: Bilingual(
        "families | count",
        "家庭 | 计数")),
    DiagnosticPage(
      .unknownFunction,
      Bilingual(
        """
        No function of the language and no definition of yours has this name. `.help` and a name \
        shows what there is.
        """,
        "语言里没有这个函数，你也没有定义过它。.帮助 加名称可查看有哪些。"),
      wrong: Bilingual(
        "families | add n = lenght(id)",
        "家庭 | 添加 数 = 常度(编号)"),
      right: Bilingual(
        "families | add n = length(id)",
        "家庭 | 添加 数 = 长度(编号)")),
    DiagnosticPage(
      .unknownValue,
      Bilingual(
        """
        A field is compared with a value that it cannot have. For declared values that is an \
        error: the answer would be zero and look right. Values found in the data, like the names \
        of streets, give a warning.
        """,
        """
        拿字段去和它不可能有的取值比较。对声明过的取值，这是错误：否则结果是零，看上去还像是对\
        的。对数据里才有的取值（如街道名）则是警告。
        """),
      wrong: Bilingual(
        "families | where status = actve",
        "家庭 | 筛选 状态 = 在侧"),
      right: Bilingual(
        "families | where status = active",
        "家庭 | 筛选 状态 = 在册")),
    DiagnosticPage(
      .ambiguousName,
      Bilingual(
        """
        The row leads to two areas, so that a level like `street` could be of either. Write the \
        path.
        """,
        "这一行关联到两个区域，因此“街道”这样的层级可能是其中任何一个的。请写出路径。"),
      wrong: Bilingual(
        "families | count by street",
        "家庭 | 计数 按 街道"),
      right: Bilingual(
        "families | count by home.street",
        "家庭 | 计数 按 住处.街道"),
      setting: .twoAreas),
    DiagnosticPage(
      .notALink,
      Bilingual(
        """
        A dot leads from a link to a field of the row that is linked; `with`, `expand` and \
        `coverage of` need a link too. This field is a plain value.
        """,
        "“.”只能从关联走到对方那一行的字段；“有”“展开”“覆盖”也都需要关联。这个字段只是普通的值。"),
      wrong: Bilingual(
        "services | select x = kind.name",
        "服务 | 显示 甲 = 类型.名称"),
      right: Bilingual(
        "services | select x = family.status",
        "服务 | 显示 甲 = 家庭.状态")),
    DiagnosticPage(
      .duplicateColumn,
      Bilingual(
        "A result cannot have two columns of one name. Give one of them another.",
        "结果里不能有两列同名。请给其中一列换个名称。"),
      wrong: Bilingual(
        "services | summarize n = count, n = sum(cost)",
        "服务 | 汇总 数 = 计数, 数 = 合计(费用)"),
      right: Bilingual(
        "services | summarize n = count, cost = sum(cost)",
        "服务 | 汇总 人次 = 计数, 费用 = 合计(费用)")),
    DiagnosticPage(
      .circularDefinition,
      Bilingual(
        "A definition may use others, but not itself, not even by way of others.",
        "定义可以用到别的定义，但不能用到自己，绕一圈回到自己也不行。"),
      wrong: Bilingual(
        "define families.frail = frail or illness",
        "定义 families.frail = frail 或 因病困弱"),
      right: Bilingual(
        "define families.frail = empty_nest or illness",
        "定义 families.frail = 空巢 或 因病困弱")),
    DiagnosticPage(
      .brokenDefinition,
      Bilingual(
        """
        A definition is right by itself, but not with what it is given here. The message says \
        what does not fit inside it.
        """,
        "定义本身没有错，但用在这里的内容不合适。消息会说明里面哪一处不合。"),
      wrong: Bilingual(
        """
        define doubled(x) = x * 2
        services | add n = doubled(kind)
        """,
        """
        定义 doubled(x) = x * 2
        服务 | 添加 数 = doubled(类型)
        """),
      right: Bilingual(
        """
        define doubled(x) = x * 2
        services | add n = doubled(minutes)
        """,
        """
        定义 doubled(x) = x * 2
        服务 | 添加 数 = doubled(时长)
        """)),
    DiagnosticPage(
      .privateField,
      Bilingual(
        """
        With --privacy masked, what identifies a person prints as 张** and may only be shown: \
        filtering or sorting by it would let people guess it. So it is with a data set whose \
        schema says `privacy masked`.
        """,
        """
        在 --privacy masked 下，能认出个人的内容显示为“张**”，而且只能显示：用它来筛选或排序，就\
        能一步步猜出来。数据集声明里写了“隐私 masked”的也一样。
        """),
      wrong: Bilingual(
        "families | where head = \"张伟\"",
        "家庭 | 筛选 户主 = \"张伟\""),
      right: Bilingual(
        "families | select id, head",
        "家庭 | 显示 编号, 户主"),
      setting: .masked),
  ]
}
