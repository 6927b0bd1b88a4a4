import HearthRender

/// How answers are shown to a person at a terminal; what a file or a pipe gets is not changed by it.
struct Display {
  /// Rows beyond it are counted, not shown; nil shows all.
  var rowLimit: Int? = 60
  var records = RenderOptions.Records.never
  var numbers = NumberForm.plain
  /// A program that lets an answer taller than the screen be read; nil for none.
  var pager: String?
  /// Whether it is said how long each text took.
  var showsTime = false
  /// Whether it is said how to see what is left out, with a dot command.
  var hints = false
}
