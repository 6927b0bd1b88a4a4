import HearthData
import HearthPlan
import HearthSyntax
import HearthText

/// A small register: two streets, three communities, four families, and what they were given.
enum Register {
  static let schemaText = """
    as of 2026-10-31
    term "2026春" 2026-02-23 .. 2026-07-10
    term "2026秋" 2026-09-01 .. 2027-01-20

    entity areas "区域" levels city "市" > district "区" > street "街道" > community "社区" {
      code    text key            "代码"
      name    text                "名称"
      level   (city "市级", district "区级", street "街道级", community "社区级")  "层级"
      parent  -> areas as children  "上级"
    }
    entity families "家庭" {
      id          text key        "编号"
      head        text private    "户主"
      area        -> areas        "区域"
      tags        set (bereaved "失独", disabled "残疾", illness "因病困弱") flags  "类别"
      registered  date            "登记日期"
      status      (active "在册", moved "迁出", closed "注销")  "状态"
    }
    entity members "成员" {
      id      text key            "编号"
      family  -> families         "家庭"
      name    text private        "姓名"
      born    date                "出生日期"
      role    (head "户主", child "子女")  "家庭角色"
    }
    entity programs "项目" {
      id      text key            "编号"
      name    text                "名称"
      kind    (home "暖心家园", purchased "购买服务")  "类型"
      area    -> areas            "区域"
      opened  date opens          "开办日期"
    }
    entity services "服务" {
      id       text key           "编号"
      family   -> families        "家庭"
      member   -> members         "成员"
      program  -> programs        "项目"
      kind     (visit "探访", call "问候", lecture "健康讲座")  "类型"
      channel  category           "渠道"
      date     date occurred      "日期"
      minutes  int                "时长"
      cost     decimal(2)         "费用"
      started  datetime           "开始时间"
    }
    entity visits "走访" {
      id    text key              "编号"
      home  -> areas              "住处"
      work  -> areas              "工作地"
    }
    define members.age = whole years from born to today             "年龄"
    define families.alone = count(members) = 1                      "独住"
    define families.aged_alone = alone and any(members where age >= 80)  "高龄独居"
    define share_of(part, whole) = part / whole
    define families.seen(days_ago) = any(services where date in last days_ago days)
    """

  static let areas = HearthData.Column(texts: [
    "350203", "350203007", "350203008", "350203007001", "350203007002", "350203008001",
  ])
  static let today = Day(year: 2026, month: 10, day: 31)!

  static func declared(_ text: String = schemaText) -> DeclaredSchema {
    let script = parse(text)
    precondition(script.diagnostics.isEmpty, "\(script.diagnostics)")
    return bindSchema(script.statements)
  }

  static let catalog: Catalog = {
    let declared = Register.declared()
    let store = Store(schema: declared.schema, loader: RegisterLoader())
    return Catalog(store: store, definitions: declared.definitions)
  }()
}

/// Hands out the register's rows from memory.
struct RegisterLoader: TableLoader {
  func load(_ entity: EntityID, schema: Schema) throws(DataError) -> LoadedTable {
    let columns: [String: HearthData.Column]
    switch schema[entity].name.english {
    case "areas": columns = areas(schema, entity)
    case "families":
      columns = ["id": HearthData.Column(texts: ["F1", "F2", "F3", "F4"])]
    case "programs":
      columns = [
        "id": HearthData.Column(texts: ["P1", "P2"]),
        "name": HearthData.Column(texts: ["快乐我家", "温馨我家"]),
      ]
    case "services": columns = services()
    default: columns = ["id": HearthData.Column(texts: [])]
    }
    let count = columns.values.first?.count ?? 0
    return LoadedTable(
      rowCount: count, columns: schema[entity].fields.map { columns[$0.name.english] })
  }

  private func areas(_ schema: Schema, _ entity: EntityID) -> [String: HearthData.Column] {
    let field = schema[entity].fields.firstIndex { $0.name.english == "level" }!
    let levels = schema[entity].fields[field].closedValues!
    return [
      "code": Register.areas,
      "name": HearthData.Column(texts: ["思明", "开元", "莲前", "希望", "溪岸", "希望"]),
      "parent": HearthData.Column(texts: [
        nil, "350203", "350203", "350203007", "350203007", "350203008",
      ]),
      "level": HearthData.Column(
        codes: [2, 3, 3, 4, 4, 4], dictionary: levels, domain: .field(FieldID(entity, field))),
    ]
  }

  private func services() -> [String: HearthData.Column] {
    [
      "id": HearthData.Column(texts: ["S1", "S2", "S3"]),
      "channel": HearthData.Column(
        codes: [1, 2, 0],
        dictionary: CategoryDictionary(
          [Bilingual(same: "微信"), Bilingual(same: "电话")], isClosed: false)),
    ]
  }
}

/// Keeps one result, `due`, and knows the values that `across` asks for.
final class TestHost: BinderHost {
  var results: [String: (ResultReference, ResultShape)] = [:]
  var values: [Value] = [.category(0), .category(1), .missing]

  init() {
    let entity = Register.catalog.entity(named: "families")!
    let id = FieldID(entity, 0)
    let columns = [
      OutputColumn(
        name: "id", label: Bilingual("id", "编号"), expression: TypedExpression(.field(id), .text)),
      OutputColumn(
        name: "n", label: Bilingual(same: "n"), expression: TypedExpression(.slot(SlotID(7)), .int)),
    ]
    results["due"] = (ResultReference(0), ResultShape(entity: entity, columns: columns))
  }

  func result(named name: String) -> (ResultReference, ResultShape)? { results[name] }
  var resultNames: [String] { results.keys.sorted() }

  func file(_ path: String) throws(DataError) -> (ResultReference, ResultShape) {
    throw DataError(Bilingual("There is no file \(path).", "没有文件 \(path)。"))
  }

  func distinctValues(of expression: TypedExpression, in plan: Plan) throws -> [Value] { values }
}
