import HearthText

extension DiagnosticPage {
  /// Of what is wrong with a schema.hearth.
  static let schemas: [DiagnosticPage] = [
    DiagnosticPage(
      .notInSchema,
      Bilingual(
        """
        A schema declares what the data are: `entity`, `define`, `as of`, `term` and `privacy`. \
        Questions belong in a script.
        """,
        "数据集声明只写数据是什么样的：实体、定义、截至、学期、隐私。提问应写在脚本里。"),
      wrong: Bilingual(
        """
        entity houses "房屋" {
          id text key
        }
        houses | count
        """,
        """
        实体 houses "房屋" {
          id 文本 主键
        }
        房屋 | 计数
        """),
      right: Bilingual(
        """
        entity houses "房屋" {
          id text key
        }
        """,
        """
        实体 houses "房屋" {
          id 文本 主键
        }
        """),
      setting: .schema),
    DiagnosticPage(
      .duplicateDeclaration,
      Bilingual(
        "Two tables, two fields of a table or two values of a field have one name or one label.",
        "两张表、同一张表的两个字段，或同一字段的两个取值，用了同一个名称。"),
      wrong: Bilingual(
        """
        entity houses "房屋" {
          id text key
          id int
        }
        """,
        """
        实体 houses "房屋" {
          id 文本 主键
          id 整数
        }
        """),
      right: Bilingual(
        """
        entity houses "房屋" {
          id text key
          rooms int
        }
        """,
        """
        实体 houses "房屋" {
          id 文本 主键
          rooms 整数
        }
        """),
      setting: .schema),
    DiagnosticPage(
      .badDeclaration,
      Bilingual(
        """
        The words of the declaration are known, but not together: two keys, `occurred` on a field \
        that is no date, `flags` without values.
        """,
        """
        声明里的词都认识，但放在一起不成立：两个主键、“发生”标在不是日期的字段上、“标记”没有取\
        值。
        """),
      wrong: Bilingual(
        """
        entity houses "房屋" {
          id text key
          built text occurred
        }
        """,
        """
        实体 houses "房屋" {
          id 文本 主键
          built 文本 发生
        }
        """),
      right: Bilingual(
        """
        entity houses "房屋" {
          id text key
          built date occurred
        }
        """,
        """
        实体 houses "房屋" {
          id 文本 主键
          built 日期 发生
        }
        """),
      setting: .schema),
    DiagnosticPage(
      .unknownTarget,
      Bilingual(
        "A link leads to a table, or is matched on a field, that is not declared.",
        "关联指向的表，或用来匹配的字段，没有声明过。"),
      wrong: Bilingual(
        """
        entity houses "房屋" {
          id text key
          owner -> owners
        }
        """,
        """
        实体 houses "房屋" {
          id 文本 主键
          owner -> owners
        }
        """),
      right: Bilingual(
        """
        entity houses "房屋" {
          id text key
          owner -> owners
        }
        entity owners "业主" {
          id text key
        }
        """,
        """
        实体 houses "房屋" {
          id 文本 主键
          owner -> owners
        }
        实体 owners "业主" {
          id 文本 主键
        }
        """),
      setting: .schema),
  ]
}
