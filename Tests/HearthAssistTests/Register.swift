import HearthData
import HearthPlan
import HearthSyntax
import HearthText

@testable import HearthAssist

/// A small register with every kind of name, and a session that has looked at it.
enum Register {
  static let declaration = """
    entity areas "区域" levels city "市" > street "街道" {
      code    text key                                       "代码"
      name    text                                           "名称"
      level   (city "市级", street "街道级")                    "层级"
      parent  -> areas as children                           "上级"
    }
    entity families "家庭" {
      id          text key                                   "编号"
      head        text private                               "户主"
      area        -> areas                                   "区域"
      tags        set (bereaved "失独", disabled "残疾", disabled_child "伤残") flags  "类别"
      registered  date                                       "登记日期"
      status      (active "在册", moved "迁出")                "状态"
      secret      category private                           "秘密"
    }
    entity members "成员" {
      id          text key                                   "编号"
      family      -> families                                "家庭"
      sex         (female "女", male "男")                    "性别"
      born        date                                       "出生日期"
    }
    entity services "服务" {
      id          text key                                   "编号"
      family      -> families                                "家庭"
      kind        (visit "探访", call "问候")                  "类型"
      method      category                                   "工作法"
      date        date occurred                              "日期"
      cost        decimal(2)                                 "费用"
    }
    define members.age = whole years from born to today       "年龄"
    define families.lives_alone = count(members) = 1          "独住"
    """

  struct Loader: TableLoader {
    func load(_ entity: EntityID, schema: Schema) throws(DataError) -> LoadedTable {
      let declared = schema[entity]
      let columns = declared.fields.map { field -> HearthData.Column? in
        switch (declared.name.english, field.name.english) {
        case ("areas", "code"): HearthData.Column(texts: ["1", "11", "12"])
        case ("areas", "name"): HearthData.Column(texts: ["厦门市", "开元", "莲前 东"])
        case ("areas", "level"):
          HearthData.Column(
            categories: ["city", "street", "street"], dictionary: field.closedValues!,
            domain: .field(FieldID(entity, 2)))
        case ("areas", "parent"): HearthData.Column(texts: [nil, "1", "1"])
        case ("services", "method"): Self.open(["三养", "红帆 领航", nil])
        case ("families", "secret"): Self.open(["sesame", nil, nil])
        default: HearthData.Column.missing(count: 3)
        }
      }
      return LoadedTable(rowCount: 3, columns: columns)
    }

    private static func open(_ values: [String?]) -> HearthData.Column {
      let entries = Set(values.compactMap { $0 }).sorted().map { Bilingual(same: $0) }
      return HearthData.Column(
        categories: values, dictionary: CategoryDictionary(entries, isClosed: false))
    }
  }

  final class Host: BinderHost {
    let resultNames = ["due"]
    let shapes: [String: ResultShape]

    init(_ shapes: [String: ResultShape] = [:]) { self.shapes = shapes }

    func result(named name: String) -> (ResultReference, ResultShape)? {
      shapes[name].map { (ResultReference(0), $0) }
    }
    func file(_ path: String) throws(DataError) -> (ResultReference, ResultShape) {
      throw DataError(Bilingual("no files", "没有文件"))
    }
    func distinctValues(of expression: TypedExpression, in plan: Plan) throws -> [Value] { [] }
  }

  static let catalog: Catalog = {
    let declared = bindSchema(parse(declaration).statements)
    let store = Store(schema: declared.schema, loader: Loader())
    return Catalog(store: store, definitions: declared.definitions)
  }()

  static let vocabulary = catalog.vocabulary(results: ["due"])

  static func completer(
    _ language: Language = .english, privacy: PrivacyLevel = .open
  ) -> Completer {
    let options = BinderOptions(today: Day(20757), language: language, privacy: privacy)
    let query = parseQuery("services | where kind = visit").query!
    let shape = bind(query, catalog: catalog, options: options, host: Host()).shape!
    let host = Host(["_": shape, "due": shape])
    return Completer(catalog: catalog, vocabulary: vocabulary, host: host, options: options)
  }
}

/// The insertions offered where the text has `‸`, or at its end.
func offered(
  _ text: String, _ language: Language = .english, privacy: PrivacyLevel = .open
) -> [String] {
  completion(text, language, privacy: privacy)?.candidates.map(\.insertion) ?? []
}

func completion(
  _ text: String, _ language: Language = .english, privacy: PrivacyLevel = .open
) -> Completion? {
  let parts = text.split(separator: "‸", maxSplits: 1, omittingEmptySubsequences: false)
  let cursor = parts[0].utf8.count
  return Register.completer(language, privacy: privacy).complete(
    text: parts.joined(), cursor: cursor)
}
