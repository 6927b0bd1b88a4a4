import HearthText
import Testing

@testable import HearthCommand

struct DotCommandTests {
  @Test func `every command has a name of its own and help in both languages`() {
    #expect(Set(DotCommand.names).count == DotCommand.names.count)
    for command in DotCommand.all {
      for language in Language.allCases {
        #expect(!command.name[language].isEmpty && !command.help[language].isEmpty)
        #expect(Manual.overview(language).contains("." + command.name[language]))
        #expect(DotCommand.named(command.name[language])?.name == command.name)
      }
    }
  }

  @Test func `a line for the REPL is told from a question`() {
    #expect(DotLine(".help") == DotLine("。help"))
    #expect(DotLine(".describe  家庭 ")?.argument == "家庭")
    #expect(DotLine(".")?.name == "")
    #expect(DotLine("families | count") == nil)
    #expect(DotLine("") == nil)
  }
}
