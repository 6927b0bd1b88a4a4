import Glibc
import HearthLineEditor

/// Types at the speed of a practised person, on the terminal that a person watches.
struct Typist {
  let prompt: String
  let speed: Double
  /// Makes the rhythm uneven, the same each time.
  private var beat: UInt32 = 7

  init(prompt: String, speed: Double) {
    self.prompt = prompt
    self.speed = speed
  }

  /// Types a text after a prompt; false when Ctrl-C has come between.
  mutating func type(_ text: String) -> Bool {
    put(prompt)
    for character in text {
      if Interrupt.isRaised {
        put("\n")
        return false
      }
      put(character == "\n" ? "\n    ... " : String(character))
      _ = Typist.wait(delay(after: character))
    }
    _ = Typist.wait(300 / speed)
    put("\n")
    return true
  }

  /// Lets the answer be read, until Enter.
  func rest() { if Typist.wait(2500 / speed) { Typist.takeLine() } }

  /// Milliseconds.
  private mutating func delay(after character: Character) -> Double {
    beat = beat &* 1_664_525 &+ 1_013_904_223
    let uneven = 25 + Double(beat >> 27)
    let pause = character == "\n" ? 250.0 : " |｜，,".contains(character) ? 70 : 0
    return (uneven + pause) / speed
  }

  private func put(_ text: String) {
    print(text, terminator: "")
    fflush(nil)
  }

  /// Whether something was typed before the time, in milliseconds, was over.
  private static func wait(_ milliseconds: Double) -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, Int32(max(milliseconds, 0))) > 0
  }

  private static func takeLine() {
    var bytes = [UInt8](repeating: 0, count: 256)
    _ = read(STDIN_FILENO, &bytes, bytes.count)
  }
}
