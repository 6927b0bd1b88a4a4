import HearthText

/// How to work with the program.
extension ManualPage {
  static let using: [ManualPage] = [
    ManualPage(
      Bilingual("names", "取名"),
      text: Bilingual(
        """
        let NAME = QUESTION gives an answer a name, and the name is a table from then on.
        define families.NAME = CONDITION adds a word of your own to a table.
        param NAME: TYPE is a value that a script is given; here it is asked for.
        """,
        """
        “设 名称 = 提问”给结果取名，此后它就像一个表。
        “定义 家庭.名称 = 条件”给表添加一个自己的词。
        “参数 名称: 类型”是脚本从外部得到的值；在这里会先问您。
        """),
      examples: [
        Bilingual(
          "let due = families | without services where date in last 60 days\ndue | count by street",
          "设 待访 = 家庭 | 没有 服务 其中 日期 在 近60天\n待访 | 计数 按 街道"),
        Bilingual(
          "define families.at_risk = bereaved and living_alone\nfamilies | where at_risk | count",
          "定义 家庭.重点关注 = 失独 且 独居\n家庭 | 筛选 重点关注 | 计数"),
      ]),
    ManualPage(
      Bilingual("keep", "保存"), Bilingual("scripts", "脚本"),
      text: Bilingual(
        """
        What stands in ~/.config/hearth/start.hearth is done at every start, line by line:
        .numbers 万, .lang zh, a define of your own.
        .save NAME keeps the last question, .run NAME asks it again, .run lists them all.
        .edit opens it in $EDITOR. .load FILE runs a script, as hearth run FILE does.
        save _ as "due.csv" writes the last answer to a file; .output FILE writes all that
        follow. The suffix decides the form: .csv, .json, .txt.
        """,
        """
        ~/.config/hearth/start.hearth 中的每一行在启动时依次执行，例如 .数字 万、.语言 zh、
        自己的“定义”。
        .存 名称 保存上一个提问，.运行 名称 再次提问，.运行 列出全部。
        .编辑 用 $EDITOR 打开它。.载入 文件 运行一个脚本，与 hearth run 文件 相同。
        保存 _ 作为 "待访.csv" 把上一个结果写入文件；.输出 文件 写入此后的所有结果。
        格式由后缀决定：.csv、.json、.txt。
        """),
      examples: []),
    ManualPage(
      Bilingual("keys", "按键"),
      text: Bilingual(
        """
        Tab            completes; again, walks through the candidates
        ↑ ↓            earlier texts that begin as typed
        Ctrl-R         searches earlier texts
        →              accepts what is shown in grey
        Alt-Enter      a new line in the same text
        Ctrl-C         clears the text, or stops a question that runs
        Ctrl-Z         leaves for the shell; fg comes back
        Ctrl-A Ctrl-E  to the beginning, to the end; Ctrl-W deletes a word
        Ctrl-D         leaves
        ~/.editrc sets other keys: bind -v for those of vi.
        """,
        """
        Tab            补全；再按则逐个选取
        ↑ ↓            以同样文字开头的历史提问
        Ctrl-R         搜索历史
        →              接受灰色显示的内容
        Alt-回车       在同一个提问里换行
        Ctrl-C         清除输入，或停止正在运行的提问
        Ctrl-Z         暂回命令行；fg 回来
        Ctrl-A Ctrl-E  到开头、到末尾；Ctrl-W 删去一个词
        Ctrl-D         退出
        按键可在 ~/.editrc 里另设：bind -v 为 vi 按键。
        """),
      examples: []),
    ManualPage(
      Bilingual("privacy", "隐私"),
      text: Bilingual(
        """
        With --privacy masked, what identifies a person prints as 张** and cannot be
        filtered, sorted or grouped on. suppress below 5 hides small counts, and those
        that would give them away by subtraction. A wrong question is not
        written to the history then, for it may hold a name. A space in front of a
        question always keeps it out.
        """,
        """
        加上 --privacy masked 后，能认出个人的内容显示为 张**，也不能用来筛选、排序或分组。
        “隐去 低于 5”隐去小的计数，以及相减就能推出它们的计数。
        这时写错的提问不会存入历史文件，因为其中可能有姓名。
        提问前加一个空格，则始终不记入历史。
        """),
      examples: [
        Bilingual(
          "families | where disabled | count by street, status | suppress below 5",
          "家庭 | 筛选 残疾 | 计数 按 街道, 状态 | 隐去 低于 5")
      ]),
  ]
}
