import Glibc
import Hearth
import HearthData
import HearthLineEditor
import HearthText

/// Typing a script as a person would.
extension DotCommand {
  static let play = DotCommand(
    Bilingual("play", "播放"), .script,
    help: Bilingual(
      "type a script like a person, with pauses; Enter goes on", "像人一样打出一个脚本，有停顿；按回车继续")
  ) { repl, argument in
    // A number behind the file says how many times faster.
    var words = argument.split(separator: " ")
    let speed = words.last.flatMap { Double($0) }
    if speed != nil { words.removeLast() }
    let path = words.joined(separator: " ")
    guard !path.isEmpty else {
      return repl.complain(Bilingual("Which script? .play FILE", "要播放哪个脚本？.播放 文件"))
    }
    do throws(DataError) {
      let source = try Batch.source(of: UserFolder.expanded(path))
      repl.play(source.text, folder: source.folder ?? ".", speed: max(speed ?? 1, 0.1))
    } catch {
      repl.backend.printer.say(HearthError(error))
    }
  }
}

extension REPL {
  /// Parts of the script that an empty line divides are typed and run one after the other.
  fileprivate func play(_ script: String, folder: String, speed: Double) {
    var typist = Typist(prompt: REPL.prompt, speed: speed)
    for part in REPL.parts(of: script) {
      if isLeaving || Interrupt.isRaised { break }
      guard typist.type(part) else { break }
      take(part, folder: folder)
      typist.rest()
    }
    Interrupt.clear()
  }

  static func parts(of script: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for line in script.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        parts.append([])
      } else if !line.hasPrefix("#!") {
        parts[parts.count - 1].append(line)
      }
    }
    return parts.map { $0.joined(separator: "\n") }.filter { !$0.isEmpty }
  }
}
