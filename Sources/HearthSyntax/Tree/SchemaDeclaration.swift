/// `entity families "家庭" from "家庭名册.csv" { … }`.
package struct EntityDeclaration: Hashable, Sendable {
  package var name: Name
  package var label: String?
  package var levels: [CategoryValue]
  package var file: String?
  package var fields: [FieldDeclaration]

  package init(
    name: Name, label: String?, levels: [CategoryValue], file: String?, fields: [FieldDeclaration]
  ) {
    self.name = name
    self.label = label
    self.levels = levels
    self.file = file
    self.fields = fields
  }
}

/// A declared value of a category or a level: `active "在册"`.
package struct CategoryValue: Hashable, Sendable {
  package var name: Name
  package var label: String?

  package init(name: Name, label: String?) {
    self.name = name
    self.label = label
  }
}

package struct FieldDeclaration: Hashable, Sendable {
  package enum Modifier: Hashable, Sendable {
    case key, isPrivate, flags, occurred, opens, closes
    /// `as children`: the name of the reverse link.
    case reverse(Name)
    /// `on program = program, kind = kind`: own field, then the target's.
    case match([Match])
  }

  package struct Match: Hashable, Sendable {
    package var own: Name
    package var target: Name

    package init(own: Name, target: Name) {
      self.own = own
      self.target = target
    }
  }

  package var name: Name
  package var type: FieldType
  package var modifiers: [Modifier]
  package var label: String?
  package var span: Span

  package init(
    name: Name, type: FieldType, modifiers: [Modifier], label: String?, span: Span
  ) {
    self.name = name
    self.type = type
    self.modifiers = modifiers
    self.label = label
    self.span = span
  }
}

/// A type as a schema or a `param` writes it.
package enum FieldType: Hashable, Sendable {
  case text, int, number, bool, date, dateTime, period
  case decimal(scale: Int)
  /// Without values: open, its values are those found in the data.
  case category([CategoryValue])
  case tags([CategoryValue])
  case link(Name)
}
