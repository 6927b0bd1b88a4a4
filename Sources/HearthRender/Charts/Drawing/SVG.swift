import HearthText

/// A picture that is as wide as its place and keeps the size of its letters: what goes across is
/// given in hundredths of the width, what goes down in pixels.
struct SVG {
  enum Anchor: String { case start, middle, end }

  private var body = ""
  let height: Double

  init(height: Double) { self.height = height }

  /// The whole element; `title` says what it shows to those who do not see it.
  func element(title: String, leastWidth: Int = 0) -> String {
    let text = escapedMarkup(title)
    let style = leastWidth > 0 ? " style=\"min-width:\(leastWidth)px\"" : ""
    return "<svg role=\"img\" aria-label=\"\(text)\" width=\"100%\" "
      + "height=\"\(SVG.number(height))\"\(style)>\n<title>\(text)</title>\n\(body)</svg>\n"
  }

  /// `shift`: pixels to the right of the place.
  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, shift: Double = 0,
    name: String = ""
  ) {
    let moved = shift == 0 ? "" : " dx=\"\(SVG.number(shift))\""
    let place = "x=\"\(SVG.number(x))%\" y=\"\(SVG.number(y))\"\(moved)"
    let turned = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    body += "<text \(place)\(turned)\(SVG.named(name))>\(escapedMarkup(text))</text>\n"
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, name: String, opacity: Double? = nil,
    title: String? = nil
  ) {
    let shade = opacity.map { " fill-opacity=\"\(SVG.number($0))\"" } ?? ""
    let inside = title.map { "<title>\(escapedMarkup($0))</title>" } ?? ""
    body +=
      "<rect x=\"\(SVG.number(x))%\" y=\"\(SVG.number(y))\" "
      + "width=\"\(SVG.number(max(width, 0)))%\" height=\"\(SVG.number(height))\""
      + "\(shade)\(SVG.named(name))>\(inside)</rect>\n"
  }

  mutating func line(
    fromX: Double, y fromY: Double, toX: Double, y toY: Double, name: String
  ) {
    body +=
      "<line x1=\"\(SVG.number(fromX))%\" y1=\"\(SVG.number(fromY))\" "
      + "x2=\"\(SVG.number(toX))%\" y2=\"\(SVG.number(toY))\"\(SVG.named(name))/>\n"
  }

  mutating func dot(x: Double, y: Double, radius: Double, name: String, title: String) {
    body +=
      "<circle cx=\"\(SVG.number(x))%\" cy=\"\(SVG.number(y))\" "
      + "r=\"\(SVG.number(radius))\"\(SVG.named(name))>"
      + "<title>\(escapedMarkup(title))</title></circle>\n"
  }

  /// Lines through points, broken where one is missing. Both coordinates go from 0 to 1, down is 1;
  /// the strokes keep their width however the picture is stretched.
  mutating func path(
    _ points: [(x: Double, y: Double)?], x: Double, y: Double, width: Double, height: Double,
    name: String
  ) {
    var steps = ""
    var isDrawing = false
    for point in points {
      if let point {
        steps += "\(isDrawing ? "L" : "M")\(SVG.number(point.x * 1000)) "
        steps += "\(SVG.number(point.y * 1000))"
      }
      isDrawing = point != nil
    }
    body +=
      "<svg x=\"\(SVG.number(x))%\" y=\"\(SVG.number(y))\" width=\"\(SVG.number(width))%\" "
      + "height=\"\(SVG.number(height))\" viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\" "
      + "overflow=\"visible\"><path d=\"\(steps)\"\(SVG.named(name)) "
      + "vector-effect=\"non-scaling-stroke\"/></svg>\n"
  }

  private static func named(_ name: String) -> String { name.isEmpty ? "" : " class=\"\(name)\"" }

  /// Two places behind the point are finer than any screen.
  static func number(_ value: Double) -> String {
    var bytes: [UInt8] = []
    bytes.appendNumber((value * 100).rounded() / 100)
    return String(decoding: bytes, as: UTF8.self)
  }
}
