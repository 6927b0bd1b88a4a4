import ArgumentParser

/// `hearth completion SHELL`: the script that makes a shell complete the command.
struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Write the script that completes hearth in a shell.",
    discussion: """
      bash: hearth completion bash > ~/.local/share/bash-completion/completions/hearth
      zsh:  hearth completion zsh > a folder of $fpath, as _hearth
      fish: hearth completion fish > ~/.config/fish/completions/hearth.fish

      make install puts all three where the shells of the system look for them.
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var completed: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  func run() { print(HearthCommand.completionScript(for: shell.completed)) }
}
