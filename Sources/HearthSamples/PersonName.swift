/// A made-up name: a surname and two characters that were given together in some generation.
///
/// Names are put together at random, so none means a person.
struct PersonName: Sendable {
  /// Three bytes of UTF-8 each.
  private let surname: StaticString
  private let given: StaticString

  init(_ random: inout SampleRandom, sex: Sex, bornIn year: Int, surname: Surname? = nil) {
    let family = surname ?? Surname(&random)
    self.surname = family.text
    let generation = year < 1965 ? 0 : year < 1995 ? 1 : 2
    given = random.pick(PersonName.given[generation * 2 + (sex == .female ? 0 : 1)])
  }

  func append(to bytes: inout [UInt8]) {
    surname.withUTF8Buffer { bytes.append(contentsOf: $0) }
    given.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  var text: String { surname.description + given.description }

  /// Women and men born before 1965, before 1995, and since.
  private static let given: [[StaticString]] = [
    [
      "秀英", "桂英", "玉兰", "淑珍", "秀兰", "美玉", "玉珍", "素琴", "月娥", "惠珍", "碧云",
      "金枝", "雪梅", "宝珠", "淑华", "凤英", "桂香", "翠萍", "亚珍", "美珠", "秀琼", "玉霞", "锦华",
      "瑞珍", "招娣", "巧云", "银花", "素贞", "阿梅", "水莲", "桂珍", "爱华", "素云", "腊梅", "月琴",
    ],
    [
      "建国", "志强", "国华", "振华", "文辉", "永福", "德明", "金水", "清泉", "福生", "荣华", "天送",
      "水木", "庆祥", "志明", "汉民", "炳坤", "明德", "进财", "先旺",
      "家旺", "大元", "新民", "木生", "火旺", "宝山", "国富", "永昌", "春生",
    ],
    [
      "丽红", "晓燕", "雅玲", "海燕", "淑芬", "志红", "春燕", "小琴", "惠玲", "婉如", "彩云",
      "艳芳", "晓霞", "秋菊", "冬梅", "莉娟", "文静", "玉婷", "小敏", "素芬",
    ],
    [
      "志勇", "建军", "文彬", "伟强", "国平", "永辉", "海滨", "东升", "少华", "建平", "晓峰", "明辉",
      "宏伟", "剑锋", "金福", "学军", "立新", "振宇", "文斌", "清河", "跃进", "卫东",
    ],
    [
      "欣怡", "子涵", "雨桐", "思琪", "梓萱", "佳怡", "诗雅", "可馨", "雅婷", "语嫣", "若曦", "梦瑶",
      "依诺", "心怡", "艺涵", "静怡", "雨欣", "紫萱", "婧琪", "乐彤", "晨曦", "安琪", "思颖", "舒涵",
    ],
    [
      "子轩", "浩然", "宇航", "俊熙", "梓豪", "天佑", "嘉豪", "博文", "志远", "一诺", "家乐", "睿哲",
      "皓轩", "雨泽", "晨阳", "文博", "思源", "明轩", "昊天", "泽宇", "逸飞", "子墨", "嘉树",
    ],
  ]
}

enum Sex: Sendable {
  case female, male

  var term: Term { self == .female ? Word.female : Word.male }
  var other: Sex { self == .female ? .male : .female }
}

/// A surname, drawn with the frequency it has around the place.
struct Surname: Sendable {
  let text: StaticString

  init(_ random: inout SampleRandom) {
    // The first twelve are half of all.
    let frequent = random.chance(55)
    text = Surname.all[frequent ? random.below(12) : random.below(Surname.all.count)]
  }

  private static let all: [StaticString] = [
    "陈", "林", "黄", "张", "李", "王", "吴", "刘", "杨", "许", "周", "郑", "蔡", "洪", "苏", "叶", "谢",
    "郭", "曾", "庄", "何", "卢", "江", "邱", "胡", "赖", "沈", "方", "高", "傅", "余", "柯", "颜", "钟",
    "徐", "肖", "魏", "连", "施", "汪", "戴", "罗", "潘", "曹", "彭", "廖", "孙", "章", "邓", "程", "熊",
  ]
}
