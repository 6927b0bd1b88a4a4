import HearthText

extension KeywordTable {
  static let clauses: [KeywordEntry] = [
    .init(
      .by, .clause, "by", "按",
      .init("One group for each value of these keys.", "按这些内容分组。"),
      .init("families | count by street", "家庭 | 计数 按 街道")),
    .init(
      .whereClause, .clause, "where", "其中",
      .init("A condition on the rows of a link.", "对关联记录的条件。"),
      .init("families | with services where kind = visit", "家庭 | 有 服务 其中 类型 = 探访")),
    .init(
      .per, .clause, "per", "每组",
      .init("Within each group, keeping the rows.", "在每组之内，行数不变。"),
      .init("services | take 3 per family", "服务 | 取 3 每组 家庭")),
    .init(
      .sortClause, .clause, "sort", "排序",
      .init("The order within a group.", "组内的先后。"),
      .init(
        "services | add n = row_number per family sort date",
        "服务 | 添加 序号 = 行号 每组 家庭 排序 日期")),
    .init(
      .descending, .clause, "desc", "降序|倒序",
      .init("The greatest first.", "从大到小。"),
      .init("families | sort registered desc", "家庭 | 排序 登记日期 降序")),
    .init(
      .ascending, .clause, "asc", "升序|正序",
      .init("The smallest first.", "从小到大。"),
      .init("families | sort registered asc", "家庭 | 排序 登记日期 升序")),
    .init(
      .withTotal, .clause, "with total", "带合计",
      .init("Adds a row for all groups together.", "加一行总计。"),
      .init("families | count by street with total", "家庭 | 计数 按 街道 带合计")),
    .init(
      .withAll, .clause, "with all", "带全部",
      .init("Shows the groups without rows too.", "没有记录的组也列出。"),
      .init("families | count by street with all", "家庭 | 计数 按 街道 带全部")),
    .init(
      .across, .clause, "across", "分列",
      .init("One column for each value.", "每个取值一列。"),
      .init("services | count by street across kind", "服务 | 计数 按 街道 分列 类型")),
    .init(
      .alias, .clause, "as", "作为|为",
      .init("Gives a name, or a file.", "取名，或写入文件。"),
      .init("services | join budgets as plan on line", "服务 | 连接 预算 作为 计划 依据 条线")),
    .init(
      .on, .clause, "on", "依据",
      .init("What must be equal on both sides.", "两边要相等的内容。"),
      .init("services | join budgets on line", "服务 | 连接 预算 依据 条线")),
    .init(
      .seed, .clause, "seed", "种子",
      .init("The number that fixes a random choice.", "固定随机结果的数。"),
      .init("families | sample 20 seed 7", "家庭 | 抽样 20 种子 7")),
    .init(
      .below, .clause, "below", "低于",
      .init("The limit under which counts are hidden.", "低于此数则隐去。"),
      .init("families | count by street | suppress below 5", "家庭 | 计数 按 街道 | 隐去 低于 5")),
    .init(
      .distinctValues, .clause, "distinct", "不同",
      .init("Counts different values only.", "只数不同的值。"),
      .init("count(distinct program)", "计数(不同 项目)")),
    .init(
      .from, .clause, "from", "来自",
      .init("Rows from a file.", "来自文件的行。"),
      .init("from \"list.csv\" | count", "来自 \"list.csv\" | 计数")),
    .init(
      .running, .clause, "running", "累计",
      .init("An aggregate of the rows up to this one.", "到本行为止的累计。"),
      .init(
        "services | add so_far = running sum(cost) per family sort date",
        "服务 | 添加 累计额 = 累计 合计(费用) 每组 家庭 排序 日期")),
  ]

  static let logic: [KeywordEntry] = [
    .init(
      .and, .logic, "and", "且|并且",
      .init("Both conditions are true.", "两个条件都成立。"),
      .init("bereaved and disabled", "失独 且 残疾")),
    .init(
      .or, .logic, "or", "或|或者",
      .init("At least one of the conditions is true.", "至少一个条件成立。"),
      .init("bereaved or disabled", "失独 或 残疾")),
    .init(
      .not, .logic, "not", "非|不",
      .init("The condition is not true.", "条件不成立。"),
      .init("not bereaved", "非 失独")),
    .init(
      .isMissing, .logic, "is missing", "缺失|为缺失",
      .init("There is no value.", "没有值。"),
      .init("where phone is missing", "筛选 电话 缺失")),
    .init(
      .isKnown, .logic, "is known|is not missing", "已知|不缺失",
      .init("There is a value.", "有值。"),
      .init("where phone is known", "筛选 电话 已知")),
    .init(
      .among, .logic, "in", "在|属于",
      .init("Equal to one of these, or within a period.", "是其中之一，或在时段之内。"),
      .init("date in last 30 days", "日期 在 最近30天")),
    .init(
      .between, .logic, "between", "介于",
      .init("From one value to another, both included.", "从一值到另一值，两端都算。"),
      .init("age between 60 and 79", "年龄 介于 60 至 79")),
    .init(
      .betweenAnd, .clause, "and", "至|到|和|与",
      .init("The second end of `between`.", "“介于”的另一端。"),
      .init("age between 60 and 79", "年龄 介于 60 至 79")),
    .init(
      .has, .logic, "has", "含",
      .init("The set has this tag.", "含有这个标签。"),
      .init("tags has bereaved", "类别 含 失独")),
    .init(
      .hasAny, .logic, "has any", "含任一",
      .init("The set has at least one of these tags.", "至少含有其中一个标签。"),
      .init("tags has any (bereaved, disabled)", "类别 含任一 (失独, 残疾)")),
    .init(
      .hasAll, .logic, "has all", "含全部",
      .init("The set has all of these tags.", "含有所有这些标签。"),
      .init("tags has all (bereaved, disabled)", "类别 含全部 (失独, 残疾)")),
    .init(
      .equals, .logic, "equals|equal to|is equal to", "等于",
      .init("The sign `=` in words.", "“=”的文字写法。"),
      .init("street equals 莲前", "街道 等于 莲前")),
    .init(
      .differs, .logic, "differs from|not equal to|is not equal to", "不等于",
      .init("The sign `!=` in words.", "“!=”的文字写法。"),
      .init("street differs from 莲前", "街道 不等于 莲前")),
    .init(
      .greaterThan, .logic, "greater than|is greater than|more than|is more than",
      "大于|超过|多于|高于",
      .init("The sign `>` in words.", "“>”的文字写法。"),
      .init("cost greater than 200", "费用 大于 200")),
    .init(
      .lessThan, .logic, "less than|is less than", "小于|少于|低于",
      .init("The sign `<` in words.", "“<”的文字写法。"),
      .init("cost less than 200", "费用 小于 200")),
    .init(
      .noLessThan, .logic, "no less than|is no less than", "大于等于|不小于|不少于|不低于",
      .init("The sign `>=` in words.", "“>=”的文字写法。"),
      .init("cost no less than 200", "费用 大于等于 200")),
    .init(
      .noMoreThan, .logic, "no more than|is no more than", "小于等于|不大于|不多于|不超过|不高于",
      .init("The sign `<=` in words.", "“<=”的文字写法。"),
      .init("cost no more than 200", "费用 小于等于 200")),
    .init(
      .contains, .logic, "contains", "包含",
      .init("The text occurs inside, case and width ignored.", "文本中有这一段，不分大小写和全半角。"),
      .init("name contains \"南\"", "名称 包含 \"南\"")),
    .init(
      .startsWith, .logic, "starts with", "开头是",
      .init("The text begins so, case and width ignored.", "文本以此开头，不分大小写和全半角。"),
      .init("head starts with \"张\"", "户主 开头是 \"张\"")),
    .init(
      .endsWith, .logic, "ends with", "结尾是",
      .init("The text ends so, case and width ignored.", "文本以此结尾，不分大小写和全半角。"),
      .init("name ends with \"社区\"", "名称 结尾是 \"社区\"")),
    .init(
      .like, .logic, "like", "形如",
      .init("The whole text fits a pattern with * and ?.", "整个文本符合带 * 和 ? 的样式。"),
      .init("name like \"前埔*\"", "名称 形如 \"前埔*\"")),
    .init(
      .matches, .logic, "matches", "匹配",
      .init("A regular expression is found in the text.", "文本中能找到正则表达式。"),
      .init("phone matches \"^13\"", "电话 匹配 \"^13\"")),
    .init(
      .condition, .logic, "if", "如果|若",
      .init("One value or another, by a condition.", "依条件取值。"),
      .init("if age >= 60 then \"old\" else \"young\"", "如果 年龄 >= 60 则 \"老\" 否则 \"少\"")),
    .init(
      .then, .logic, "then", "则|那么",
      .init("The value if the condition is true.", "条件成立时的值。"),
      .init("if age >= 60 then \"old\" else \"young\"", "如果 年龄 >= 60 则 \"老\" 否则 \"少\"")),
    .init(
      .otherwise, .logic, "else", "否则",
      .init("The value if the condition is not true.", "条件不成立时的值。"),
      .init("if age >= 60 then \"old\" else \"young\"", "如果 年龄 >= 60 则 \"老\" 否则 \"少\"")),
  ]
}
