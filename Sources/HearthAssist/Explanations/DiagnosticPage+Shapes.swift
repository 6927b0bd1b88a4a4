import HearthText

extension DiagnosticPage {
  /// Of stages that do not fit their rows.
  static let shapes: [DiagnosticPage] = [
    DiagnosticPage(
      .aggregateOutOfPlace,
      Bilingual(
        """
        `sum`, `avg` and the like look at many rows; here there is only one. Use them in \
        `summarize`, in `add`, or over a link.
        """,
        "合计、平均之类要看许多行，而这里只有一行。请用在“汇总”“添加”里，或用于关联。"),
      wrong: Bilingual(
        "services | where sum(cost) > 300",
        "服务 | 筛选 合计(费用) > 300"),
      right: Bilingual(
        "families | where sum(services.cost) > 300",
        "家庭 | 筛选 合计(服务.费用) > 300")),
    DiagnosticPage(
      .manyValues,
      Bilingual(
        """
        In `summarize` a row is made of a whole group, and this field has many values in it. Put \
        it into an aggregate, or after `by`.
        """,
        "“汇总”把一组行变成一行，而这个字段在组里有许多值。请放进聚合函数，或写在“按”后面。"),
      wrong: Bilingual(
        "services | summarize n = count, cost by kind",
        "服务 | 汇总 数 = 计数, 费用 按 类型"),
      right: Bilingual(
        "services | summarize n = count, cost = sum(cost) by kind",
        "服务 | 汇总 数 = 计数, 费用 = 合计(费用) 按 类型")),
    DiagnosticPage(
      .tooManyColumns,
      Bilingual(
        """
        `across` makes a column for every value, and there are more than 400. Put the key after \
        `by`, where it makes rows.
        """,
        "“分列”会给每个取值建一列，而取值超过 400 个。请把它写在“按”后面，变成行。"),
      wrong: Bilingual(
        "services | count across id",
        "服务 | 计数 分列 编号"),
      right: Bilingual(
        "services | count by id",
        "服务 | 计数 按 编号")),
    DiagnosticPage(
      .noColumns,
      Bilingual(
        "`drop` would take away the last column that is shown.",
        "“去掉”会把显示的最后一列也去掉。"),
      wrong: Bilingual(
        "families | select id | drop id",
        "家庭 | 显示 编号 | 去掉 编号"),
      right: Bilingual(
        "families | select id, status | drop status",
        "家庭 | 显示 编号, 状态 | 去掉 状态")),
    DiagnosticPage(
      .differentColumns,
      Bilingual(
        """
        `except` and `intersect` compare whole rows, and `union` puts columns of one name \
        together: the two tables must agree. Choose the columns with `select` first.
        """,
        "“除去”“交集”比较整行，“合并”把同名的列接在一起：两张表的列必须一致。请先用“显示”选好列。"),
      wrong: Bilingual(
        "families | except services",
        "家庭 | 除去 服务"),
      right: Bilingual(
        "families | select id | except (families | where bereaved | select id)",
        "家庭 | 显示 编号 | 除去 (家庭 | 筛选 失独 | 显示 编号)")),
    DiagnosticPage(
      .unreadableData,
      Bilingual(
        """
        A file that the text names is not there, lies outside the folder of the script, or cannot \
        be read as a table.
        """,
        "文本里提到的文件不存在，或不在脚本所在的文件夹内，或不能当作表来读。"),
      wrong: Bilingual(
        "from \"nowhere.csv\" | count",
        "来自 \"没有.csv\" | 计数"),
      right: Bilingual(
        "from \"village/families.csv\" | count",
        "来自 \"village/families.csv\" | 计数")),
    DiagnosticPage(
      .notSuppressible,
      Bilingual(
        """
        `suppress below` hides small numbers of people in a grouped answer. There are no counts \
        here to hide.
        """,
        "“隐去 低于”用来隐去分组结果里过小的人数。这里没有可隐去的计数。"),
      wrong: Bilingual(
        "families | suppress below 5",
        "家庭 | 隐去 低于 5"),
      right: Bilingual(
        "families | count by street | suppress below 5",
        "家庭 | 计数 按 街道 | 隐去 低于 5")),
    DiagnosticPage(
      .undatedRows,
      Bilingual(
        """
        Trends and compared periods need to know when a row happened. The schema marks that date \
        as `occurred`; groups have none.
        """,
        """
        “趋势”和时段对比要知道每一行发生在什么时候。数据集声明里用“发生”标出这个日期；分组没有日\
        期。
        """),
      wrong: Bilingual(
        "families | trend count every month",
        "家庭 | 趋势 计数 每月"),
      right: Bilingual(
        "services | trend count every month",
        "服务 | 趋势 计数 每月")),
    DiagnosticPage(
      .impossiblePeriodPhrase,
      Bilingual(
        """
        The period would lie outside the years 1 to 9999, or it is a festival of a year whose \
        days are not known (1901 to 2100 are).
        """,
        """
        这个时段超出了公元 1 至 9999 年；或是某一年的节日，而那一年的日期无从得知（已知的是 1901 \
        至 2100 年）。
        """),
      wrong: Bilingual(
        "services | where date in last 20000 years",
        "服务 | 筛选 日期 在 最近20000年"),
      right: Bilingual(
        "services | where date in last 2 years",
        "服务 | 筛选 日期 在 最近2年")),
    DiagnosticPage(
      .noSuchTerm,
      Bilingual(
        """
        School terms are declared in the data set's schema.hearth, and none of this name is \
        there.
        """,
        "学期在数据集的 schema.hearth 里声明，而那里没有叫这个名称的学期。"),
      wrong: Bilingual(
        "services | where date in term \"2026夏\"",
        "服务 | 筛选 日期 在 学期 \"2026夏\""),
      right: Bilingual(
        "services | where date in term \"2026春\"",
        "服务 | 筛选 日期 在 学期 \"2026春\""),
      setting: .terms),
  ]
}
