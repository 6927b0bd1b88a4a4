import HearthText

extension DiagnosticPage {
  /// Of what runs, but may not ask what is meant.
  static let lints: [DiagnosticPage] = [
    DiagnosticPage(
      .mixedLogic,
      Bilingual(
        """
        `and` is taken before `or`: this asks for the bereaved who are ill, and for all who are \
        new. Brackets show which is meant.
        """,
        "“且”比“或”先结合：这里问的是失独且生病的，再加上所有新增的。请用括号标明想要的是哪一种。"),
      wrong: Bilingual(
        "families | where bereaved and illness or new",
        "家庭 | 筛选 失独 且 因病困弱 或 新增"),
      right: Bilingual(
        "families | where bereaved and (illness or new)",
        "家庭 | 筛选 失独 且 (因病困弱 或 新增)")),
    DiagnosticPage(
      .valueAndColumn,
      Bilingual(
        """
        The word is a value of the field that it is compared with, and also the name of a column. \
        It is read as the value. Another name for the column makes it plain.
        """,
        "这个词既是所比较字段的取值，又是一列的名称；这里当作取值。给那一列换个名称就清楚了。"),
      wrong: Bilingual(
        "services | add visit = 1 | where kind = visit",
        "服务 | 添加 探访 = 1 | 筛选 类型 = 探访"),
      right: Bilingual(
        "services | add times = 1 | where kind = visit",
        "服务 | 添加 次数 = 1 | 筛选 类型 = 探访")),
    DiagnosticPage(
      .innerAndOuter,
      Bilingual(
        """
        In the `where` of a link a name is that of the linked row, even when the row outside has \
        one too. Write the path if the other is meant.
        """,
        """
        在关联的“其中”里，名称指的是关联的那一行，即使外面的行也有同名的字段。要指外面的行，请写\
        出路径。
        """),
      wrong: Bilingual(
        "families | with services where id = \"F0001\"",
        "家庭 | 有 服务 其中 编号 = \"F0001\""),
      right: Bilingual(
        "families | with services where family.id = \"F0001\"",
        "家庭 | 有 服务 其中 家庭.编号 = \"F0001\"")),
    DiagnosticPage(
      .alreadyHidden,
      Bilingual(
        """
        `drop` names a column that is not shown, so it changes nothing. Fields that are not shown \
        can still be used.
        """,
        "“去掉”的列本来就没有显示，所以不起作用。没有显示的字段仍然可以使用。"),
      wrong: Bilingual(
        "families | select id | drop head",
        "家庭 | 显示 编号 | 去掉 户主"),
      right: Bilingual(
        "families | select id",
        "家庭 | 显示 编号")),
    DiagnosticPage(
      .chosenByEvidence,
      Bilingual(
        """
        The families were chosen by their services, and then it is asked how many of them have \
        services: the rate is true of nobody but those. Leave the first condition out, so that \
        all are in the denominator.
        """,
        """
        先按服务挑出了家庭，再问其中多少家有服务：这个比例只对挑出来的家庭成立。请去掉前面的条\
        件，让所有家庭都在分母里。
        """),
      wrong: Bilingual(
        "families | with services | coverage of services where kind = visit",
        "家庭 | 有 服务 | 覆盖 服务 其中 类型 = 探访"),
      right: Bilingual(
        "families | coverage of services where kind = visit",
        "家庭 | 覆盖 服务 其中 类型 = 探访")),
    DiagnosticPage(
      .shadowedName,
      Bilingual(
        """
        A column or a value goes before a parameter of the same name: `street = street` compares \
        the column with itself and keeps every row. A definition with the name of a field is \
        likewise never used. Give one of the two another name.
        """,
        """
        列和取值优先于同名的参数：“街道 = 街道”是拿这一列和自己比，每一行都会留下。与字段同名的定\
        义也永远用不到。请给其中一个换个名称。
        """),
      wrong: Bilingual(
        """
        param street: text = "莲前"
        families | where street = street | count
        """,
        """
        参数 街道: 文本 = "莲前"
        家庭 | 筛选 街道 = 街道 | 计数
        """),
      right: Bilingual(
        """
        param chosen_street: text = "莲前"
        families | where street = chosen_street | count
        """,
        """
        参数 所选街道: 文本 = "莲前"
        家庭 | 筛选 街道 = 所选街道 | 计数
        """)),
    DiagnosticPage(
      .neverLeftOut,
      Bilingual(
        """
        After `gaps`, `days` counts the days since the last time. Who never had any has no last \
        time: `days` is missing there, every comparison with missing is no, and just those who \
        wait longest are left out.
        """,
        """
        “缺口”之后，“天数”是距最近一次的天数。从未有过的没有最近一次，“天数”是缺失；与缺失比较总\
        是“否”，于是等得最久的反而被漏掉。
        """),
      wrong: Bilingual(
        "families | gaps of services where kind = visit | where days > 60",
        "家庭 | 缺口 服务 其中 类型 = 探访 | 筛选 天数 > 60"),
      right: Bilingual(
        """
        families | gaps of services where kind = visit | where days > 60 or days is missing
        """,
        "家庭 | 缺口 服务 其中 类型 = 探访 | 筛选 天数 > 60 或 天数 缺失")),
    DiagnosticPage(
      .unusedName,
      Bilingual(
        """
        A result, a definition or a parameter is named and then stands nowhere. Often another \
        name was written where this one was meant. Found by `hearth check`; a script that asks \
        nothing is there to be included, and is left in peace.
        """,
        """
        结果、定义或参数起了名称，却没有在任何地方用到；往往是本该写它的地方写成了别的。由 hearth \
        check 发现；不提问的脚本是供别的脚本引入的，不在此列。
        """),
      wrong: Bilingual(
        """
        param month: period = last month
        services | where date in this month | count
        """,
        """
        参数 月份: 时段 = 上月
        服务 | 筛选 日期 在 本月 | 计数
        """),
      right: Bilingual(
        """
        param month: period = last month
        services | where date in month | count
        """,
        """
        参数 月份: 时段 = 上月
        服务 | 筛选 日期 在 月份 | 计数
        """)),
    DiagnosticPage(
      .valueWithoutRows,
      Bilingual(
        """
        The value is declared, and no row of the data has it: the answer is zero, and a \
        neighbouring value may have been meant. Found by `hearth check`, which reads the field.
        """,
        """
        这个取值声明过，但数据里没有任何行是它：结果会是零，想要的也许是相近的另一个取值。由 \
        hearth check 发现，它会读取这个字段。
        """),
      wrong: Bilingual(
        "services | where kind = day_care | count",
        "服务 | 筛选 类型 = 日间照料 | 计数"),
      right: Bilingual(
        "services | where kind = companionship | count",
        "服务 | 筛选 类型 = 陪伴 | 计数")),
  ]
}
