import Foundation
import Testing

/// What a person does with the REPL from the first prompt to the last.
@Suite(.serialized)
struct SessionTests {
  let household: Household

  init() throws { household = try Household() }

  @Test func `Ctrl-D on an empty line leaves with exit code 0`() throws {
    let terminal = try household.repl()
    terminal.type("ab" + Key.left + Key.control("d"))
    try terminal.expect(row: "hearth> a", cursor: 9)
    terminal.type(Key.backspace + Key.control("d"))
    #expect(try terminal.end() == 0)
  }

  @Test func `a dot command leaves as well`() throws {
    for word in [".quit", "。退出", "exit", "退出"] {
      let terminal = try household.repl()
      terminal.type(word + Key.enter)
      #expect(try terminal.end() == 0)
    }
  }

  @Test func `the lines of the start file are taken at every start`() throws {
    let folder = household.folder.appendingPathComponent(".config/hearth")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("# mine\n.lang zh\ndefine families.near = street = 莲前\n".utf8)
      .write(to: folder.appendingPathComponent("start.hearth"))
    let terminal = try household.repl()
    terminal.type("家庭 | 筛选 near | 计数" + Key.enter)
    try terminal.expect("计数\n 227")
    let plain = try household.repl(["--no-start"])
    plain.type("families | where near" + Key.enter)
    try plain.expect("there is no column or field called `near`")
  }

  @Test func `an unknown dot command suggests the one that was meant`() throws {
    let terminal = try household.repl()
    terminal.type(".tabels" + Key.enter)
    try terminal.expect("There is no command .tabels; did you mean .tables?")
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type(".语 zh" + Key.enter)
    try terminal.expect("did you mean .语言?")
  }

  @Test func `help names every command in both languages`() throws {
    let terminal = try household.repl(height: 40)
    terminal.type(".help" + Key.enter)
    for word in [".tables", ".表", ".describe NAME", ".说明", ".lang", ".语言", ".quit", ".退出"] {
      try terminal.expect(word)
    }
  }

  @Test func `the language can be changed while running`() throws {
    let terminal = try household.repl()
    terminal.type(".lang zh" + Key.enter)
    try terminal.expect("以下用中文回答。")
    terminal.type(".表格" + Key.enter)
    try terminal.expect("没有 .表格 这个命令；是不是 .表？")
    terminal.type(".语言 fr" + Key.enter)
    try terminal.expect("要用哪种语言？")
    terminal.type(".语言 en" + Key.enter)
    try terminal.expect("Answers are in English from now on.")
  }

  @Test func `Tab completes dot commands and shows those that could be meant`() throws {
    let terminal = try household.repl()
    terminal.type(".ta" + Key.tab)
    try terminal.expect(row: "hearth> .tables", cursor: 15)
    terminal.type(Key.control("c") + "." + Key.tab)
    try terminal.expect("the tables of the open data")
    try terminal.expect(row: "hearth> .", cursor: 9)
    terminal.type("语" + Key.tab)
    try terminal.expect(row: "hearth> .语言", cursor: 13)
    try terminal.expect("the list to be gone") { !$0.text.contains("the tables of") }
  }

  @Test func `Tab completes what follows a dot command: files, pages, questions`() throws {
    let folder = household.folder.appendingPathComponent("数据/club")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "x".write(
      to: household.folder.appendingPathComponent("数据/one.hearth"), atomically: true,
      encoding: .utf8)
    try "x".write(
      to: household.folder.appendingPathComponent("数据/two.txt"), atomically: true,
      encoding: .utf8)
    let terminal = try household.repl(columns: 100)
    terminal.type(".load ~/数" + Key.tab + "o" + Key.tab)
    try terminal.expect(row: "hearth> .load ~/数据/one.hearth")
    terminal.type(Key.control("c") + ".open ~/数据/c" + Key.tab)
    try terminal.expect(row: "hearth> .open ~/数据/club/")
    terminal.type(Key.control("c") + ".help cov" + Key.tab)
    try terminal.expect(row: "hearth> .help coverage")
    terminal.type(Key.control("c") + ".help e01" + Key.tab)
    try terminal.expect("comparisons do not chain")
    terminal.type("2" + Key.enter)
    try terminal.expect("E012  comparisons do not chain")
    try terminal.expect("services | where minutes > 10 and minutes < 60")
    terminal.type(Key.control("c") + ".say families | whe" + Key.tab)
    try terminal.expect(row: "hearth> .say families | where")
  }

  @Test func `dot commands and their words are found by pinyin`() throws {
    let terminal = try household.repl(["--lang", "zh"], columns: 100)
    terminal.type(".bz" + Key.tab)
    try terminal.expect(row: "hearth> .帮助")
    terminal.type(Key.control("c") + ".jiaoch" + Key.tab)
    try terminal.expect(row: "hearth> .教程")
    terminal.type(Key.control("c") + ".数字 fj" + Key.tab)
    try terminal.expect(row: "hearth> .数字 分节")
  }

  @Test func `Tab completes the files of a question`() throws {
    let folder = household.folder.appendingPathComponent("数据")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["one.csv", "one.hearth", "two.csv"] {
      try "id,name\n1,a\n".write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let path = folder.path
    let terminal = try household.repl(columns: 160)
    terminal.type("from \"\(path)/o" + Key.tab)
    try terminal.expect(row: "hearth> from \"\(path)/one.csv\"")
    terminal.type(Key.control("c") + "引入 “\(path)/" + Key.tab)
    try terminal.expect(row: "hearth> 引入 “\(path)/one.hearth\"")
    terminal.type(Key.control("c") + "save families as \"\(path)/t" + Key.tab)
    try terminal.expect(row: "hearth> save families as \"\(path)/two.csv\"")
  }

  @Test func `the terminal is given back as it was found`() throws {
    let terminal = try household.repl()
    let editing = terminal.modes
    #expect(terminal.screen.bracketsPaste)
    terminal.type(".quit" + Key.enter)
    _ = try terminal.end()
    #expect(terminal.modes != editing)
    #expect(terminal.modes == (try PseudoTerminal.fresh()).modes)
    #expect(!terminal.screen.bracketsPaste)
  }

  @Test func `the terminal is given back when the program is ended from outside`() throws {
    let usual = try PseudoTerminal.fresh().modes
    for number in [SIGTERM, SIGHUP, SIGSEGV, SIGABRT] {
      // Swift's own report of a crash would ask for a key.
      let terminal = try household.repl(environment: ["SWIFT_BACKTRACE": "enable=no"])
      terminal.type("家庭 | 筛选")
      try terminal.expect(row: "hearth> 家庭 | 筛选")
      #expect(terminal.modes != usual)
      terminal.signal(number)
      #expect(try terminal.end() == 128 + Int(number))
      #expect(terminal.modes == usual)
      #expect(!terminal.screen.bracketsPaste)
    }
  }

  @Test func `SIGINT from outside clears the line as Ctrl-C does`() throws {
    let terminal = try household.repl()
    terminal.type("fam")
    try terminal.expect(row: "hearth> fam")
    terminal.signal(SIGINT)
    try terminal.expect("fam^C")
    try terminal.expect(row: "hearth>", cursor: 8)
  }

  @Test func `Ctrl-Z stops the program and its text is there when it goes on`() throws {
    let environment = [
      "HOME": household.folder.path, "HEARTH_HISTORY": household.historyPath,
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PS1": "shell> ", "PATH": "/usr/bin:/bin",
    ]
    let terminal = try PseudoTerminal("/bin/sh", ["-i"], environment: environment)
    try terminal.expect(row: "shell>")
    terminal.type(Household.binary + Key.enter)
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type("家庭")
    try terminal.expect(row: "hearth> 家庭")
    terminal.type(Key.control("z"))
    try terminal.expect(row: "shell>")
    terminal.type("fg" + Key.enter)
    try terminal.expect(row: "hearth> 家庭", cursor: 12)
    terminal.type("户" + Key.left + Key.backspace)
    try terminal.expect(row: "hearth> 家户", cursor: 10)
  }

  @Test func `a narrower terminal shows the same text and nothing twice`() throws {
    let terminal = try household.repl(columns: 60, height: 20)
    let text = String(repeating: "家庭筛选", count: 9)
    terminal.type(text)
    try terminal.expect("two rows") {
      $0.lines[$0.cursorRow].hasSuffix("选") && $0.cursorColumn == 20
    }
    for width in [33, 21, 50, 80] {
      terminal.resize(columns: width, height: 20)
      let rest = width - 8
      try terminal.expect("the text in rows of \(width)") { screen in
        let start = screen.lines.lastIndex { $0.hasPrefix("hearth> ") } ?? 0
        let joined = screen.lines[start...].joined()
        return joined == "hearth> " + text
          && displayWidth(screen.lines[start]) == 8 + min(rest / 2 * 2, 72)
          && screen.text.components(separatedBy: "hearth> ").count == 2
      }
    }
    terminal.type(Key.control("a") + "x")
    try terminal.expect("the text with a letter before it") { $0.text.contains("hearth> x家庭筛选") }
  }

  @Test func `a terminal resized while an answer is printed is edited on as it is`() throws {
    let terminal = try household.repl(columns: 60, height: 20)
    terminal.type(".rows all" + Key.enter)
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type("families | select id" + Key.enter)
    try terminal.expect("the answer") { !$0.bracketsPaste }
    terminal.resize(columns: 40, height: 12)
    try terminal.expect("the next prompt") { $0.bracketsPaste && $0.cursorColumn == 8 }
    terminal.type(String(repeating: "家庭", count: 9))
    try terminal.expect(row: "家庭", cursor: 4)
  }

  @Test func `TERM=dumb can be edited on`() throws {
    let terminal = try household.repl(environment: ["TERM": "dumb"])
    terminal.type("家庭户" + Key.control("b") + Key.backspace)
    try terminal.expect(row: "hearth> 家户", cursor: 10)
    terminal.type(Key.control("c"))
    try terminal.expect(row: "hearth>", cursor: 8)
    terminal.type(Key.control("d"))
    #expect(try terminal.end() == 0)
    #expect(!terminal.screen.hasHadEscapes)
  }

  @Test func `a fatal signal writes no escapes to TERM=dumb`() throws {
    let terminal = try household.repl(
      environment: ["TERM": "dumb", "SWIFT_BACKTRACE": "enable=no"])
    terminal.signal(SIGTERM)
    #expect(try terminal.end() == 128 + Int(SIGTERM))
    #expect(!terminal.screen.hasHadEscapes)
  }

  @Test func `Chinese can be typed where the locale says nothing about it`() throws {
    let terminal = try household.repl(environment: ["LANG": "C", "LC_ALL": "POSIX"])
    terminal.type("家庭" + Key.left + "户")
    try terminal.expect(row: "hearth> 家户庭", cursor: 12)
  }

  @Test func `vi keys are there for whoever asks for them`() throws {
    let settings = household.folder.appendingPathComponent(".editrc")
    try "bind -v\n".write(to: settings, atomically: true, encoding: .utf8)
    let terminal = try household.repl()
    terminal.type("家庭 户")
    try terminal.expect(row: "hearth> 家庭 户", cursor: 15)
    terminal.type("\u{1B}")
    try terminal.expect(row: "hearth> 家庭 户", cursor: 13)
    terminal.type("0x")
    try terminal.expect(row: "hearth> 庭 户", cursor: 8)
  }
}

private func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
}
