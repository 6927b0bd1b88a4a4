import HearthText

extension KeywordTable {
  static let stages: [KeywordEntry] = [
    .init(
      .filter, .stage, "where", "筛选|过滤",
      .init("Keeps the rows for which a condition is true.", "只留下满足条件的行。"),
      .init("families | where status = active", "家庭 | 筛选 状态 = 在册")),
    .init(
      .select, .stage, "select", "显示|选择",
      .init("Shows these columns, and only these.", "只显示这些列。"),
      .init("families | select id, head", "家庭 | 显示 编号, 户主")),
    .init(
      .add, .stage, "add", "添加|增加",
      .init("Adds columns beside those that are shown.", "在已有的列旁边添加新列。"),
      .init(
        "members | add age = whole years from born to today",
        "成员 | 添加 年龄 = 从 出生日期 到 今天 的整年数")),
    .init(
      .drop, .stage, "drop", "去掉|删去",
      .init("Hides these columns; conditions may still use them.", "不再显示这些列，条件里仍可使用。"),
      .init("families | drop phone", "家庭 | 去掉 电话")),
    .init(
      .rename, .stage, "rename", "改名|重命名",
      .init("Gives a column a new name: new = old.", "给列改名：新名 = 旧名。"),
      .init("families | rename name = head", "家庭 | 改名 姓名 = 户主")),
    .init(
      .sort, .stage, "sort", "排序",
      .init(
        "Puts the rows in order; equal rows keep theirs, missing values come last.",
        "按顺序排列；相同的保持原来的先后，缺失的排在最后。"),
      .init("families | sort registered desc, id", "家庭 | 排序 登记日期 降序, 编号")),
    .init(
      .take, .stage, "take", "取",
      .init(
        "Keeps the first rows, or those from one place to another, of all or of each group.",
        "取最前面的若干行，或第几行到第几行；可以每组各取。"),
      .init("services | take 3 per family", "服务 | 取 3 每组 家庭")),
    .init(
      .skip, .stage, "skip", "跳过",
      .init("Leaves out the first rows.", "跳过最前面的若干行。"),
      .init("families | skip 10", "家庭 | 跳过 10")),
    .init(
      .top, .stage, "top", "前",
      .init("Keeps the rows with the greatest values, greatest first.", "取数值最大的若干行，从大到小。"),
      .init("services | top 5 by cost", "服务 | 前 5 按 费用")),
    .init(
      .distinctRows, .stage, "distinct", "去重",
      .init(
        "Keeps the first row of each combination of values, or of each whole row.",
        "每种取值只留第一行；不写列名时按整行去重。"),
      .init("services | distinct family", "服务 | 去重 家庭")),
    .init(
      .sample, .stage, "sample", "抽样",
      .init(
        "Keeps a random choice of rows, the same one for the same seed.",
        "随机抽取若干行；种子相同，结果相同。"),
      .init("families | sample 20 seed 7", "家庭 | 抽样 20 种子 7")),
    .init(
      .with, .stage, "with", "有",
      .init("Keeps the rows that have linked rows.", "只留下有关联记录的行。"),
      .init("families | with services where kind = visit", "家庭 | 有 服务 其中 类型 = 探访")),
    .init(
      .without, .stage, "without", "没有|无",
      .init("Keeps the rows that have no linked rows.", "只留下没有关联记录的行。"),
      .init("families | without services", "家庭 | 没有 服务")),
    .init(
      .expand, .stage, "expand", "展开",
      .init("Makes one row for each linked row, with the columns of both.", "每条关联记录各成一行，两边的列都在。"),
      .init("families | expand services", "家庭 | 展开 服务")),
    .init(
      .summarize, .stage, "summarize", "汇总",
      .init("Makes one row for each group, with measures.", "每组汇总成一行。"),
      .init("services | summarize total = sum(cost) by kind", "服务 | 汇总 总额 = 合计(费用) 按 类型")),
    .init(
      .countRows, .stage, "count", "计数",
      .init("Counts the rows, of all or of each group.", "数一数有多少行，可以分组。"),
      .init("families | count by street", "家庭 | 计数 按 街道")),
  ]

  static let tableStages: [KeywordEntry] = [
    .init(
      .join, .stage, "join", "连接|关联",
      .init("Joins the rows of another table that match.", "把另一张表中对得上的行接在旁边。"),
      .init("services | join budgets on line", "服务 | 连接 预算 依据 条线")),
    .init(
      .leftJoin, .stage, "left join", "左连接|左关联",
      .init("Joins, and keeps the rows that match nothing.", "连接，对不上的行也保留。"),
      .init("services | left join budgets on line", "服务 | 左连接 预算 依据 条线")),
    .init(
      .fullJoin, .stage, "full join", "全连接|全关联",
      .init("Joins, and keeps the rows of both sides that match nothing.", "连接，两边对不上的行都保留。"),
      .init("services | full join budgets on line", "服务 | 全连接 预算 依据 条线")),
    .init(
      .union, .stage, "union", "合并",
      .init("Adds the rows of another table, matched by column name.", "把另一张表的行接在下面，按列名对应。"),
      .init("due | union late", "应访 | 合并 逾期")),
    .init(
      .except, .stage, "except", "除去",
      .init("Leaves out the rows that another table has too.", "除去另一张表里也有的行。"),
      .init("families | except due", "家庭 | 除去 应访")),
    .init(
      .intersect, .stage, "intersect", "交集",
      .init("Keeps the rows that another table has too.", "只留下另一张表里也有的行。"),
      .init("families | intersect due", "家庭 | 交集 应访")),
    .init(
      .suppress, .stage, "suppress", "隐去",
      .init(
        "Hides counts below a limit, and those that would give them away.",
        "隐去过小的数，以及能推算出它们的数。"),
      .init("families | count by street | suppress below 5", "家庭 | 计数 按 街道 | 隐去 低于 5")),
  ]
}
