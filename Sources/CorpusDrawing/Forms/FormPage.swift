/// A form on an A4 page: its template, layout, style and values.
package struct FormPage: Sendable {
  /// The width of an A4 page in millimetres.
  package static let width = 210.0
  /// The height of an A4 page in millimetres.
  package static let height = 297.0

  /// The form that it is a copy of.
  package let template: FormTemplate
  /// How its blocks stand.
  package let layout: FormLayout
  /// What was filled in.
  package let filled: FilledForm
  /// The style after drawing in to fit the page.
  package let style: FormStyle
  /// What is printed and where, in the order of painting.
  package let marks: [FormMark]

  /// Sets `filled`, drawing the style in until the page holds it.
  package init(
    template: FormTemplate, layoutName: String, style: FormStyle, filled: FilledForm,
    measure: @escaping (String, TextStyle) throws -> Double
  ) throws {
    guard let layout = template.layouts[layoutName] else {
      throw FormError.noLayout(layoutName)
    }
    self.template = template
    self.layout = layout
    self.filled = filled
    var style = style
    while true {
      var typesetter = FormTypesetter(
        style: style, template: template, filled: filled, measure: measure)
      try typesetter.set(
        layout.blocks, left: style.left, width: Self.width - style.left - style.right)
      if typesetter.y <= Self.height - 10 {
        (self.style, marks) = (style, typesetter.marks)
        return
      }
      guard style.points > 9.5 else { throw FormError.tooLong(layout: layoutName) }
      style = style.tightened()
    }
  }
}
