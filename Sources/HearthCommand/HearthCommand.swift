import ArgumentParser
import Hearth

/// The command `hearth`.
@main
struct HearthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearth",
    abstract: "Questions about families and the help they get, in two languages.",
    usage: """
      hearth                      the REPL on the sample data
      hearth DATA                 the REPL on a folder of CSV files, or on one
      hearth [DATA] -c 'QUERY'    one text; without -c, a text piped in
      hearth run FILE …           saved scripts
      hearth say -c 'QUERY'       the question in plain words
      hearth fmt FILE             a script laid out in one form
      hearth check FILE …         what is wrong with scripts; --fix corrects
      hearth check DATA           what could not be read, and where
      hearth describe DATA        what a data set holds; of a TABLE, its fields
      hearth pack DATA            the data as one file that opens at once
      hearth explain CODE         what the code of a message means
      hearth generate --out DIR   made-up data of any size
      hearth completion SHELL     what bash, zsh or fish need to complete this
      """,
    discussion: """
      Exit codes: 0 fine, 1 an expectation failed, 2 the query is wrong,
      3 the data cannot be read, 4 stopped by a limit or a signal,
      64 the command line is wrong.
      """,
    version: Release.version,
    subcommands: [
      OpenCommand.self, RunCommand.self, SayCommand.self, FormatCommand.self, CheckCommand.self,
      DescribeCommand.self, PackCommand.self, ExplainCommand.self, Generate.self,
      CompletionCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}
