import HearthText

extension DiagnosticPage {
  /// Of values of the wrong kind.
  static let values: [DiagnosticPage] = [
    DiagnosticPage(
      .incomparable,
      Bilingual(
        """
        Only values of one kind are compared: dates with dates, numbers with numbers. A set of \
        tags is asked with `has`, a period with `in`.
        """,
        "只有同类的值才能比较：日期比日期，数比数。标签集合用“含”来问，时段用“在”来问。"),
      wrong: Bilingual(
        "families | where registered > \"2020\"",
        "家庭 | 筛选 登记日期 > \"2020\""),
      right: Bilingual(
        "families | where registered > 2020-01-01",
        "家庭 | 筛选 登记日期 > 2020-01-01")),
    DiagnosticPage(
      .badOperand,
      Bilingual(
        """
        These two cannot be added, subtracted, multiplied or divided. To a date a length of time \
        is added: days, weeks, months.
        """,
        "这两样不能加减乘除。日期要加的是一段时间：天、周、月。"),
      wrong: Bilingual(
        "services | add due = date + 30",
        "服务 | 添加 到期 = 日期 + 30"),
      right: Bilingual(
        "services | add due = date + 30 days",
        "服务 | 添加 到期 = 日期 + 30天")),
    DiagnosticPage(
      .badArgument,
      Bilingual(
        """
        The function or stage needs something of another kind here. The message says what it \
        needs and what this is.
        """,
        "函数或步骤在这里需要另一类内容。消息会说明需要什么、现在是什么。"),
      wrong: Bilingual(
        "services | add n = abs(kind)",
        "服务 | 添加 数 = 绝对值(类型)"),
      right: Bilingual(
        "services | add n = abs(minutes)",
        "服务 | 添加 数 = 绝对值(时长)")),
    DiagnosticPage(
      .argumentCount,
      Bilingual(
        """
        The function takes another number of arguments. `.help` and its name shows how it is \
        called.
        """,
        "函数的参数个数不对。.帮助 加函数名可查看用法。"),
      wrong: Bilingual(
        "services | add n = abs(minutes, 2)",
        "服务 | 添加 数 = 绝对值(时长, 2)"),
      right: Bilingual(
        "services | add n = abs(minutes)",
        "服务 | 添加 数 = 绝对值(时长)")),
    DiagnosticPage(
      .notACondition,
      Bilingual(
        """
        `where`, `and`, `or` and `not` work on what is yes or no. A number or a date must be \
        compared with something, or asked whether it `is known`.
        """,
        "“筛选”“且”“或”“非”针对的是“是/否”。数值或日期要和别的值比较，或问它是否“已知”。"),
      wrong: Bilingual(
        "services | where minutes",
        "服务 | 筛选 时长"),
      right: Bilingual(
        "services | where minutes is known",
        "服务 | 筛选 时长 已知")),
    DiagnosticPage(
      .manyRows,
      Bilingual(
        """
        A link to many rows is not one value. Ask how many there are, whether there is any, or \
        for the last one.
        """,
        "指向许多行的关联不是一个值。可以问有多少、有没有，或最近的一条。"),
      wrong: Bilingual(
        "families | where services",
        "家庭 | 筛选 服务"),
      right: Bilingual(
        "families | where any(services)",
        "家庭 | 筛选 有任一(服务)")),
    DiagnosticPage(
      .overflow,
      Bilingual(
        """
        The result is greater than 9223372036854775807. Numbers never wrap around here: rather no \
        answer than a wrong one.
        """,
        "结果超过了 9223372036854775807。这里的数从不“绕回去”：宁可没有结果，也不给错的结果。"),
      wrong: Bilingual(
        "families | add n = 9223372036854775807 + 1",
        "家庭 | 添加 数 = 9223372036854775807 + 1"),
      right: Bilingual(
        "families | add n = 9223372036854775807 - 1",
        "家庭 | 添加 数 = 9223372036854775807 - 1")),
    DiagnosticPage(
      .tooManyPlaces,
      Bilingual(
        """
        Decimals are exact and have at most 18 places; a product has those of both factors. Round \
        one of them first.
        """,
        "小数是精确的，最多 18 位；乘积的位数是两个因数位数之和。请先把其中一个四舍五入。"),
      wrong: Bilingual(
        "families | add n = 0.1234567890 * 0.1234567890",
        "家庭 | 添加 数 = 0.1234567890 * 0.1234567890"),
      right: Bilingual(
        "families | add n = 0.1235 * 0.1234567890",
        "家庭 | 添加 数 = 0.1235 * 0.1234567890")),
    DiagnosticPage(
      .notConstant,
      Bilingual(
        """
        Here a value must be known before the rows are read: a number or period that is written \
        out, or a parameter. A field of the row will not do.
        """,
        "这里的值必须在读取各行之前就确定：写明的数或时段，或者参数。行里的字段不行。"),
      wrong: Bilingual(
        "services | where date in last minutes days",
        "服务 | 筛选 日期 在 最近 时长 天"),
      right: Bilingual(
        "services | where date in last 30 days",
        "服务 | 筛选 日期 在 最近30天")),
    DiagnosticPage(
      .mixedTypes,
      Bilingual(
        """
        One column holds values of one kind: both branches of `if`, both sides of `??`, all rows \
        of a literal table.
        """,
        "一列只能放同一类的值：“如果”的两个分支、“??”的两边、直接写出的表的各行，都是如此。"),
      wrong: Bilingual(
        "services | add x = if minutes > 30 then 1 else \"short\"",
        "服务 | 添加 甲 = 如果 时长 > 30 则 1 否则 \"短\""),
      right: Bilingual(
        "services | add x = if minutes > 30 then \"long\" else \"short\"",
        "服务 | 添加 甲 = 如果 时长 > 30 则 \"长\" 否则 \"短\"")),
    DiagnosticPage(
      .misplacedDuration,
      Bilingual(
        """
        A length of time like 30 days stands beside + or - and a date, and nowhere else. How many \
        days lie between two dates is `days from a to b`, a number.
        """,
        """
        “30天”这样的时间长度只能和日期相加减。两个日期之间有多少天，写作“从 甲 到 乙 的天数”，那\
        是一个数。
        """),
      wrong: Bilingual(
        "services | where 30 days > 3",
        "服务 | 添加 甲 = 30天"),
      right: Bilingual(
        "services | where date + 30 days > today",
        "服务 | 添加 甲 = 日期 + 30天")),
    DiagnosticPage(
      .notSortable,
      Bilingual(
        "A list has no order and cannot be the key of a group. Take one value of it, or count it.",
        "列表没有先后，也不能用来分组。请取其中一个值，或数它的个数。"),
      wrong: Bilingual(
        "families | add all_visits = list(services.id) | sort all_visits",
        "家庭 | 添加 全部 = 列出(服务.编号) | 排序 全部"),
      right: Bilingual(
        "families | add visits = count(services) | sort visits",
        "家庭 | 添加 次数 = 计数(服务) | 排序 次数")),
  ]
}
