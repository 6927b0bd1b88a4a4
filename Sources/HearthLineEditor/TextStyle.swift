import Glibc

/// What a part of the text is, for its colour.
package enum TextStyle: Hashable, Sendable {
  case plain, stage, keyword, function, literal, period, comment, error
  /// What calls for attention in a message.
  case alarm
  /// The head of a column.
  case heading
  /// Offered, not typed.
  case ghost
  /// The candidate that is chosen.
  case chosen
}

/// A part of a text in one style.
package struct StyledRange: Equatable, Sendable {
  /// UTF-8 offsets.
  package var range: Range<Int>
  package var style: TextStyle

  package init(_ range: Range<Int>, _ style: TextStyle) {
    self.range = range
    self.style = style
  }
}

extension [StyledRange] {
  /// With another range in front of what it covers; these are in the order of their places.
  func overlaid(by front: StyledRange) -> [StyledRange] {
    let (start, end) = (front.range.lowerBound, front.range.upperBound)
    let before = compactMap { part in
      part.range.lowerBound < start
        ? StyledRange(part.range.lowerBound..<Swift.min(part.range.upperBound, start), part.style)
        : nil
    }
    let behind = compactMap { part in
      part.range.upperBound > end
        ? StyledRange(Swift.max(part.range.lowerBound, end)..<part.range.upperBound, part.style)
        : nil
    }
    return before + [front] + behind
  }
}

/// Colours of the sixteen that every terminal has, to be read on its background.
package struct Theme: Equatable, Sendable {
  enum Background: Sendable { case dark, light }

  /// nil where there are no colours.
  let background: Background?

  package var hasColours: Bool { background != nil }
  /// Whether the terminal obeys codes at all, though nobody may want colours.
  package var isRedrawable: Bool {
    let terminal = Theme.value("TERM") ?? ""
    return !terminal.isEmpty && terminal != "dumb"
  }

  /// As the surroundings say: none with `NO_COLOR` or on a terminal that can do nothing,
  /// `HEARTH_THEME` of dark, light or none, else what `COLORFGBG` tells of the background.
  package static func standard() -> Theme {
    let terminal = value("TERM") ?? ""
    if value("NO_COLOR") != nil || terminal.isEmpty || terminal == "dumb" {
      return Theme(background: nil)
    }
    switch value("HEARTH_THEME") {
    case "dark": return Theme(background: .dark)
    case "light": return Theme(background: .light)
    case "none": return Theme(background: nil)
    default: break
    }
    let colour = value("COLORFGBG")?.split(separator: ";").last.flatMap { Int($0) }
    let isLight = colour.map { $0 == 7 || $0 >= 9 } ?? false
    return Theme(background: isLight ? .light : .dark)
  }

  /// nil when it is not set, or empty.
  private static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// What switches a style on, after a reset.
  func code(_ style: TextStyle) -> String {
    guard let background else { return style == .chosen ? "\u{1B}[7m" : "" }
    let isDark = background == .dark
    let parameters: String =
      switch style {
      case .plain: ""
      case .stage: isDark ? "1;36" : "1;34"
      case .keyword: isDark ? "36" : "34"
      case .function: isDark ? "94" : "34"
      case .literal: "32"
      case .period: isDark ? "33" : "35"
      case .comment, .ghost: "90"
      case .error: "4;31"
      case .alarm: "1;31"
      case .heading: "1"
      case .chosen: "7"
      }
    return parameters.isEmpty ? "" : "\u{1B}[\(parameters)m"
  }

  static let reset = "\u{1B}[0m"

  /// A text in one style, for what is printed and not edited.
  package func styled(_ text: some StringProtocol, _ style: TextStyle) -> String {
    let code = code(style)
    return code.isEmpty ? String(text) : code + text + Theme.reset
  }
}
