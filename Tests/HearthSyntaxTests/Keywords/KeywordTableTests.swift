import HearthText
import Testing

@testable import HearthSyntax

struct KeywordTableTests {
  @Test func `every keyword has one row`() {
    #expect(KeywordTable.entries.map(\.keyword) == Keyword.allCases)
  }

  @Test(arguments: KeywordTable.entries.map(\.keyword))
  func `every keyword has both languages, a description and an example`(keyword: Keyword) {
    let entry = KeywordTable.entry(keyword)
    #expect(!entry.english.isEmpty && !entry.chinese.isEmpty)
    #expect(!entry.documentation.english.isEmpty)
    #expect(entry.documentation.chinese.unicodeScalars.contains(where: isHan))
    #expect(!entry.example.english.isEmpty && !entry.example.chinese.isEmpty)
    // The name of the language is the same in both.
    if keyword != .version {
      #expect(entry.chinese.allSatisfy { $0.unicodeScalars.allSatisfy { isHan($0) || $0 == " " } })
    }
  }

  @Test(arguments: KeywordRole.allCases)
  func `no two keywords of one role share a spelling`(role: KeywordRole) {
    var seen: Set<String> = []
    for entry in KeywordTable.entries(of: role) {
      for spelling in Set(entry.english + entry.chinese) {
        #expect(seen.insert(spelling).inserted, "\(spelling)")
      }
    }
  }

  @Test func `the words of the specification are in the table`() {
    let words = [
      ("where", "筛选"), ("select", "显示"), ("add", "添加"), ("drop", "去掉"), ("rename", "改名"),
      ("sort", "排序"),
      ("take", "取"), ("skip", "跳过"), ("top", "前"), ("distinct", "去重"), ("sample", "抽样"),
      ("with", "有"),
      ("without", "没有"), ("summarize", "汇总"), ("count", "计数"), ("join", "连接"), ("union", "合并"),
      ("except", "除去"), ("intersect", "交集"), ("expand", "展开"), ("suppress", "隐去"), ("by", "按"),
      ("where", "其中"), ("in", "在"), ("distinct", "不同"), ("across", "分列"), ("per", "每组"),
      ("desc", "降序"),
      ("asc", "升序"), ("with total", "带合计"), ("with all", "带全部"), ("as", "作为"), ("on", "依据"),
      ("and", "且"), ("or", "或"), ("not", "非"), ("is missing", "缺失"), ("is known", "已知"),
      ("contains", "包含"), ("starts with", "开头是"), ("ends with", "结尾是"), ("between", "介于"),
      ("has", "含"),
      ("if", "如果"), ("then", "则"), ("else", "否则"), ("sum", "合计"), ("avg", "平均"), ("min", "最小"),
      ("max", "最大"), ("median", "中位数"), ("first", "首次"), ("last", "末次"), ("any", "有任一"),
      ("no", "无"),
      ("all", "皆"), ("share", "占比"), ("list", "列出"), ("last", "最近"), ("last", "上"), ("this", "本"),
      ("next", "未来"), ("complete", "整"), ("spring festival", "春节"), ("lantern", "元宵"),
      ("qingming", "清明"), ("dragon boat", "端午"), ("mid-autumn", "中秋"), ("double ninth", "重阳"),
      ("national day", "国庆"), ("±", "前后"),
    ]
    for (english, chinese) in words {
      #expect(
        KeywordTable.entries.contains {
          $0.spelling(in: .english) == english && $0.spelling(in: .chinese) == chinese
        }, "\(english) \(chinese)")
    }
  }

  /// Names that only the examples use.
  private static let exampleNames = Vocabulary(words: [
    "家庭", "服务", "成员", "街道", "状态", "类型", "费用", "登记日期", "编号", "探访", "出生日期", "提出日期", "认领日期",
  ])

  @Test(arguments: [KeywordRole.stage, .statement, .expectation])
  func `the examples of stages and statements are sentences`(role: KeywordRole) {
    for entry in KeywordTable.entries(of: role) {
      for language in Language.allCases {
        let script = parse(entry.example[language], vocabulary: Self.exampleNames)
        #expect(script.diagnostics.isEmpty, "\(entry.example[language])")
        #expect(entry.spellings(in: language).contains { entry.example[language].contains($0) })
      }
    }
  }
}
