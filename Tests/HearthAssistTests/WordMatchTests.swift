import Testing

@testable import HearthAssist

@Suite struct WordMatchTests {
  private func isPinyin(_ typed: String, _ word: String) -> Bool {
    WordMatch.isPinyin(Array(typed.utf8), of: word)
  }

  @Test func `a Chinese word answers to its syllables, whole, begun or by their letters`() {
    for typed in ["l", "li", "lianqian", "lianq", "lq", "lqian", "liq"] {
      #expect(isPinyin(typed, "莲前"), "\(typed)")
    }
    for typed in ["", "q", "lp", "lianqianx", "lqq", "LQ", "莲", "l1"] {
      #expect(!isPinyin(typed, "莲前"), "\(typed)")
    }
    // A syllable that is another's beginning is read either way.
    #expect(isPinyin("xian", "西安") && isPinyin("xia", "西安"))
    #expect(!isPinyin("a", "ABC") && !isPinyin("k", "5岁"))
  }

  @Test(arguments: [
    ("xg", "厦港"), ("xiagang", "厦港"), ("shag", "厦港"), ("xm", "厦门"), ("chongqing", "重庆"),
    ("zhongyao", "重要"), ("zengcuo", "曾厝垵"), ("changle", "长乐"), ("zhangda", "长大"),
    ("shan", "单"), ("oubo", "区伯"),
  ])
  func `a character with several readings answers to any`(typed: String, word: String) {
    #expect(isPinyin(typed, word))
  }

  @Test func `letters in their order are like a word, the nearer the better`() {
    #expect(WordMatch.spread("cnt", in: "count") == 4)
    #expect(WordMatch.spread("lg", in: "longest_gap") != nil)
    #expect(WordMatch.spread("gap", in: "longest_gap") != nil)
    #expect(WordMatch.spread("ong", in: "longest") == nil)
    #expect(WordMatch.spread("tnc", in: "count") == nil)
    #expect(WordMatch.spread("co", in: "count")! < WordMatch.spread("ct", in: "count")!)
  }

  @Test func `one error is forgiven, in a long word two`() {
    #expect(WordMatch.misspelling("cuont", of: "count") == 1)
    #expect(WordMatch.misspelling("covrege", of: "coverage") == 2)
    #expect(WordMatch.misspelling("cuotn", of: "count") == nil)
    #expect(WordMatch.misspelling("xy", of: "xz") == nil)
    #expect(WordMatch.misspelling("sumarize", of: "summarize") == 1)
  }
}
