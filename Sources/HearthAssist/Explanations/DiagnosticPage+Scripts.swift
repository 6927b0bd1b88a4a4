import HearthText

extension DiagnosticPage {
  /// Of scripts: files, names and parameters.
  static let scripts: [DiagnosticPage] = [
    DiagnosticPage(
      .unreadableFile,
      Bilingual(
        """
        A file that the script includes is not there, lies outside the script's folder, or \
        includes itself.
        """,
        "脚本引入的文件不存在，或不在脚本所在的文件夹内，或引入了它自己。"),
      wrong: Bilingual(
        "include \"nowhere.hearth\"",
        "引入 \"没有.hearth\""),
      right: Bilingual(
        "include \"scripts/common.hearth\"",
        "引入 \"scripts/common.hearth\"")),
    DiagnosticPage(
      .nameHidesTable,
      Bilingual(
        """
        A result cannot have the name of a table: nobody would know which of the two a question \
        means.
        """,
        "结果不能用表的名称：否则谁也说不清提问指的是哪一个。"),
      wrong: Bilingual(
        """
        let families = services | take 3
        families | count
        """,
        """
        设 家庭 = 服务 | 取 3
        家庭 | 计数
        """),
      right: Bilingual(
        """
        let first_three = services | take 3
        first_three | count
        """,
        """
        设 前三条 = 服务 | 取 3
        前三条 | 计数
        """)),
    DiagnosticPage(
      .saveRefused,
      Bilingual(
        "With --safe nothing is written to files. Programs that embed Hearth are always so.",
        "在 --safe 下不写任何文件。嵌入 Hearth 的程序总是如此。"),
      wrong: Bilingual(
        "save families as \"families.csv\"",
        "保存 家庭 作为 \"families.csv\""),
      right: Bilingual(
        "families",
        "家庭"),
      setting: .safe),
    DiagnosticPage(
      .missingParameter,
      Bilingual(
        """
        The script declares a parameter without a value of its own, and none was given. Give one \
        with --set month=2026-09, or write one behind `=`.
        """,
        """
        脚本声明的参数没有默认值，运行时也没有给出。请用 --set month=2026-09 给出，或在“=”后面写\
        上默认值。
        """),
      wrong: Bilingual(
        """
        param month: period
        services | where date in month | count
        """,
        """
        参数 月份: 时段
        服务 | 筛选 日期 在 月份 | 计数
        """),
      right: Bilingual(
        """
        param month: period = last month
        services | where date in month | count
        """,
        """
        参数 月份: 时段 = 上月
        服务 | 筛选 日期 在 月份 | 计数
        """),
      setting: .run),
    DiagnosticPage(
      .wrongParameter,
      Bilingual(
        "What was given with --set does not fit the type of the parameter.",
        "用 --set 给出的值与参数的类型不符。"),
      wrong: Bilingual(
        """
        param limit: int           # --set limit=many
        services | where minutes > limit
        """,
        """
        参数 上限: 整数            # --set 上限=很多
        服务 | 筛选 时长 > 上限
        """),
      right: Bilingual(
        """
        param limit: int           # --set limit=30
        services | where minutes > limit
        """,
        """
        参数 上限: 整数            # --set 上限=30
        服务 | 筛选 时长 > 上限
        """)),
    DiagnosticPage(
      .schemaInScript,
      Bilingual(
        """
        Tables, terms, `as of` and `privacy` are declared in the data set's schema.hearth, not in \
        a script. The day of a script is set with `today`.
        """,
        "表、学期、截至和隐私写在数据集的 schema.hearth 里，不写在脚本里。脚本的日期用“今天”来定。"),
      wrong: Bilingual(
        """
        as of 2026-10-31
        families | count
        """,
        """
        截至 2026-10-31
        家庭 | 计数
        """),
      right: Bilingual(
        """
        today 2026-10-31
        families | count
        """,
        """
        今天 2026-10-31
        家庭 | 计数
        """)),
  ]
}
