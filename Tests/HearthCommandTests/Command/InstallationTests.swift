import Foundation
import Testing

/// What `make install` puts in place, and whether it tells of everything that there is.
@Suite struct InstallationTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  private static let scripts = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("scripts").path

  private static let pages = ["man/hearth.1", "man/zh_CN/hearth.1"]

  /// A command, as the parser of arguments tells of itself.
  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable { var kind, name: String }
      var names: [Name]?
      var shouldDisplay: Bool
    }

    var commandName: String
    var arguments: [Argument]?
    var subcommands: [Command]?

    var options: [Argument.Name] {
      (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }
        + (subcommands ?? []).flatMap(\.options)
    }
  }

  private struct Help: Decodable { var command: Command }

  @Test(arguments: pages)
  func `the manual page names every command and option, and no other`(page: String) throws {
    let text = try String(contentsOfFile: Self.scripts + "/" + page, encoding: .utf8)
    let dump = try bench.hearth("--experimental-dump-help")
    let help = try JSONDecoder().decode(Help.self, from: Data(dump.output.utf8)).command
    // `open` is what the command does when none is named.
    let commands = (help.subcommands ?? []).map(\.commandName).filter {
      $0 != "open" && $0 != "help"
    }
    #expect(commands.count > 7)
    for command in commands {
      #expect(text.contains(".Nm\n.Cm \(command)\n"), "\(command) in the synopsis")
      #expect(text.contains(".It Cm \(command)\n"), "\(command)")
    }
    let options = Set(help.options.filter { $0.kind == "long" }.map(\.name))
    #expect(options.count > 25)
    let named = text.matches(of: #/\n\.It Fl (?:[a-z] , )?-([a-z-]+)/#).map { String($0.1) }
    #expect(Set(named) == options)
    for option in help.options where option.kind == "short" {
      #expect(text.contains(".It Fl \(option.name) , -"), "-\(option.name)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a shell is told how to complete the command`(shell: String) throws {
    let script = try bench.hearth("completion", shell)
    #expect(script.code == 0)
    for word in ["describe", "generate", "markdown", "vega-lite", "masked"] {
      #expect(script.output.contains(word), "\(word)")
    }
    #expect(try bench.hearth("completion", "tcsh").code == 64)
  }

  @Test func `everything is put in its place, and taken away again`() throws {
    let settings = "DESTDIR='\(bench.path("stage"))' PREFIX=/usr"
    let script = "\(settings) sh '\(Self.scripts)/install.sh'"
    #expect(try bench.shell("\(script) \"$hearth\"").code == 0)
    let places = [
      "bin/hearth", "share/bash-completion/completions/hearth",
      "share/fish/vendor_completions.d/hearth.fish", "share/man/man1/hearth.1",
      "share/man/zh_CN/man1/hearth.1", "share/zsh/site-functions/_hearth",
    ]
    #expect(try files() == places)
    let installed = try bench.shell("stage/usr/bin/hearth -c 'families | count'")
    #expect(installed.output == "count\n 1200\n")
    let page = try bench.read("stage/usr/share/man/zh_CN/man1/hearth.1")
    #expect(page.contains(".Sh 名称"))
    #expect(try bench.shell("\(script) --uninstall").code == 0)
    #expect(try files().isEmpty)
  }

  /// The files under the staged prefix, in order.
  private func files() throws -> [String] {
    try bench.shell("cd stage/usr && find . -type f | sed 's|^./||' | LC_ALL=C sort").outputLines
  }
}
