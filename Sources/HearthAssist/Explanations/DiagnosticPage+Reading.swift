import HearthText

extension DiagnosticPage {
  /// Of what cannot be read: words, signs, brackets.
  static let reading: [DiagnosticPage] = [
    DiagnosticPage(
      .unexpectedToken,
      Bilingual(
        """
        Up to here the text could be read; what comes then cannot follow. Most often a word is \
        missing, or there is a comma or a word too many. The message says what could stand there.
        """,
        """
        前面都能读懂，到这里却出现了接不上的内容：多半是少写了一个词，或多写了一个逗号、一个词。\
        消息里会写明此处可以写什么。
        """),
      wrong: Bilingual(
        "families | select id, | take 3",
        "家庭 | 显示 编号, | 取 3"),
      right: Bilingual(
        "families | select id | take 3",
        "家庭 | 显示 编号 | 取 3")),
    DiagnosticPage(
      .unexpectedEnd,
      Bilingual(
        """
        The text ends where something must still follow. In the REPL the Enter key then begins a \
        new line instead of running the text.
        """,
        "文本在还没写完的地方结束了。在交互界面里，这时按回车会另起一行，而不是运行。"),
      wrong: Bilingual(
        "families | where status =",
        "家庭 | 筛选 状态 ="),
      right: Bilingual(
        "families | where status = active",
        "家庭 | 筛选 状态 = 在册")),
    DiagnosticPage(
      .unknownStage,
      Bilingual(
        """
        After `|` comes the name of a stage: where, select, count, coverage … What stands here is \
        none. The message suggests the nearest, also for words of other languages like `filter` \
        and `group by`.
        """,
        """
        “|”后面须是步骤的名称：筛选、显示、计数、覆盖……这里写的不是步骤。消息会提示最接近的写法；\
        其他语言里的 filter、group by 等词也认得出来。
        """),
      wrong: Bilingual(
        "families | wher bereaved",
        "家庭 | 筛先 失独"),
      right: Bilingual(
        "families | where bereaved",
        "家庭 | 筛选 失独")),
    DiagnosticPage(
      .unknownCharacter,
      Bilingual(
        """
        This character means nothing outside a text in quotation marks. The full-width signs of a \
        Chinese keyboard are read as their usual forms; others, like @ or €, are not.
        """,
        """
        引号之外的这个字符没有含义。中文输入法打出的全角符号会当作对应的半角符号来读，但 @、€ 之\
        类不行。
        """),
      wrong: Bilingual(
        "families | where id = @F0001",
        "家庭 | 筛选 编号 = @F0001"),
      right: Bilingual(
        "families | where id = \"F0001\"",
        "家庭 | 筛选 编号 = \"F0001\"")),
    DiagnosticPage(
      .unterminatedText,
      Bilingual(
        """
        A text begins with a quotation mark and must end with one on the same line. A line break \
        inside a text is written \\n.
        """,
        "文本以引号开头，也必须在同一行以引号结尾。文本里的换行写作 \\n。"),
      wrong: Bilingual(
        "families | where id = \"F0001",
        "家庭 | 筛选 编号 = “F0001"),
      right: Bilingual(
        "families | where id = \"F0001\"",
        "家庭 | 筛选 编号 = “F0001”")),
    DiagnosticPage(
      .unterminatedName,
      Bilingual(
        """
        A name that is no plain word stands between backticks, and the second one is missing; or \
        there is nothing between them.
        """,
        "不是普通词的名称要写在一对反引号之间；这里缺了后一个，或者中间什么也没有。"),
      wrong: Bilingual(
        "families | select `id",
        "家庭 | 显示 `编号"),
      right: Bilingual(
        "families | select `id`",
        "家庭 | 显示 `编号`")),
    DiagnosticPage(
      .badEscape,
      Bilingual(
        """
        In a text a backslash begins something special: \\n is a line break, \\t a tab, \\" a \
        quotation mark, \\u{4E00} a character by its number. A backslash itself is written twice.
        """,
        """
        文本里的反斜杠表示特殊内容：\\n 是换行，\\t 是制表符，\\" 是引号，\\u{4E00} 是某个编号的\
        字符。反斜杠本身要写两个。
        """),
      wrong: Bilingual(
        "families | where id = \"F\\q01\"",
        "家庭 | 筛选 编号 = \"F\\q01\""),
      right: Bilingual(
        "families | where id = \"F\\\\q01\"",
        "家庭 | 筛选 编号 = \"F\\\\q01\"")),
    DiagnosticPage(
      .malformedNumber,
      Bilingual(
        """
        Letters follow a number without a gap. Units are not written: `minutes > 30` and not \
        `30min`. A name that begins with digits stands in backticks.
        """,
        """
        数字后面紧跟着字母。计量单位不用写：写“时长 > 30”，而不是“30min”。以数字开头的名称要写在\
        反引号里。
        """),
      wrong: Bilingual(
        "services | where minutes > 30min",
        "服务 | 筛选 时长 > 30min"),
      right: Bilingual(
        "services | where minutes > 30",
        "服务 | 筛选 时长 > 30")),
    DiagnosticPage(
      .numberTooLarge,
      Bilingual(
        """
        Whole numbers go up to 9223372036854775807, and a decimal has at most 18 places. A long \
        row of digits, like an identity card's, is a text and stands in quotation marks.
        """,
        "整数最大是 9223372036854775807，小数最多 18 位。身份证号之类的长串数字是文本，要加引号。"),
      wrong: Bilingual(
        "families | add n = 9223372036854775808",
        "家庭 | 添加 数 = 9223372036854775808"),
      right: Bilingual(
        "families | add n = 9223372036854775807",
        "家庭 | 添加 数 = 9223372036854775807")),
    DiagnosticPage(
      .unclosedBracket,
      Bilingual(
        """
        A bracket is opened and never closed. Often the next line was meant to go on, but is not \
        indented: a line that goes on begins with a space or with `|`.
        """,
        """
        左括号没有配对的右括号。常见的情况是下一行本来接着上一行，却没有缩进：接续的行要以空格\
        或“|”开头。
        """),
      wrong: Bilingual(
        """
        families | where (bereaved or illness
        families | count
        """,
        """
        家庭 | 筛选 (失独 或 因病困弱
        家庭 | 计数
        """),
      right: Bilingual(
        """
        families | where (bereaved or illness)
        families | count
        """,
        """
        家庭 | 筛选 (失独 或 因病困弱)
        家庭 | 计数
        """)),
    DiagnosticPage(
      .unmatchedBracket,
      Bilingual(
        "This closing bracket has no opening one before it.",
        "这个右括号前面没有配对的左括号。"),
      wrong: Bilingual(
        "families | where bereaved) | count",
        "家庭 | 筛选 失独) | 计数"),
      right: Bilingual(
        "families | where (bereaved) | count",
        "家庭 | 筛选 (失独) | 计数")),
    DiagnosticPage(
      .nestedTooDeep,
      Bilingual(
        """
        Brackets stand in brackets more than 200 deep, or one condition is a chain of more than a \
        thousand parts. Name parts of it with `define` or `add`; a long chain of `or` is better \
        `kind in (visit, call, …)`.
        """,
        """
        括号套括号超过 200 层，或一个条件由一千多个部分连成。请用“定义”或“添加”给其中一部分起名；\
        很长的“或”最好改成“类型 在 (探访, 问候, …)”。
        """)),
    DiagnosticPage(
      .textTooLong,
      Bilingual(
        """
        A script has at most 16 MiB. Data are not written into a script: put them into a CSV file \
        and read it with `from "file.csv"`.
        """,
        """
        脚本最长 16 MiB。数据不要写进脚本：请放进 CSV 文件，用“来自 "文件.csv"”读取。
        """)),
  ]
}
