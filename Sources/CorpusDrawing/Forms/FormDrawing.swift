package import Documents

/// One filled form, ready to be drawn, with its label.
package struct FormDrawing: Sendable {
  /// The page as it is set.
  package let page: FormPage
  /// The label of the page.
  package let document: LabelledDocument
  /// Whose form it is.
  package let person: Person
  /// The day on which it is signed.
  package let day: CalendarDate
  private let stamp: [String]?
  private let seed: UInt64

  /// Families that word processors and portals print forms with; those kept for the held-out part
  /// are not among them.
  package static let families = [
    "Tinos", "Tinos", "TeX Gyre Termes", "Liberation Serif", "Noto Serif", "FreeSerif", "Arimo",
    "Liberation Sans",
  ]

  /// A form of `template` for an invented person, all in one type family.
  ///
  /// `variant` is an index into the layouts, those held out last; nil draws among the others. With
  /// script families to choose among in `hands`, some of the values are written by hand.
  package init(
    template: FormTemplate, library: FormLibrary, people: PersonMaker, family: String,
    variant: Int?, use: FormFilling.Use? = nil, hands: [String] = [],
    with random: inout SplitMix64
  ) throws {
    let seed = random.next()
    let open = template.layoutNames(heldOut: false)
    let all = open + template.layoutNames(heldOut: true)
    let drawn = random.pick(open)
    let name = variant.map { all[min($0, all.count - 1)] } ?? drawn
    guard let layout = template.layouts[name] else { throw FormError.noLayout(name) }
    let day = FormFilling.day(for: template, with: &random)
    self.day = day
    let oldest = max(day.year - 75, 1940)
    let person = try people.person(bornIn: oldest...(day.year - 17), with: &random)
    self.person = person
    let facility = library.facility(in: person.formerResidence.formerProvinceCode, with: &random)
    var filling = FormFilling(
      template: template, layout: layout, person: person, day: day, healthFacility: facility,
      values: library.values, seed: seed)
    var filled = filling.fill(use)
    var styles = SplitMix64(seed: seed, purpose: "style")
    var style = FormStyle(family: family, layout: layout, random: &styles)
    // The version of 2017 is sourced without numbers; most prints of it carry none.
    if template.version == "595", styles.chance(0.6) { style.numbers = .none }
    if !hands.isEmpty {
      var pen = SplitMix64(seed: seed, purpose: "hand")
      filled.handwritten = Self.handwritten(filled, layout: layout, with: &pen)
      style.hand = TextStyle(
        family: pen.pick(hands), points: style.points * pen.between(1.1, 1.35),
        ink: pen.chance(0.6) ? .penBlue : Ink(0.1, 0.1, 0.12), leading: style.leading)
    }
    let canvas = try PageCanvas(width: 20, height: 20, dpi: 300)
    page = try FormPage(
      template: template, layoutName: name, style: style, filled: filled,
      measure: { text, style in
        let isHand = Handwriting.isHand(style)
        let printed = isHand ? Handwriting.letters(of: text) : text
        return try canvas.measure(printed, style: style).width * (isHand ? 1.06 : 1)
      })
    var document = LabelledDocument(kind: template.kind, fields: filled.fields)
    document.handwritten = filled.handwritten.map { slot in
      FieldKey(rawValue: slot.split(separator: ".").last.map(String.init) ?? slot)
    }.sorted()
    self.document = document
    stamp = styles.chance(0.3) ? styles.pick(library.values.stamps) : nil
    self.seed = seed
  }

  /// Draws the page.
  package func draw(on canvas: PageCanvas) throws {
    var painter = FormPainter(
      page: page, stamp: stamp, random: SplitMix64(seed: seed, purpose: "pen"))
    try painter.draw(on: canvas)
  }

  /// Some of the slots that were filled in.
  private static func handwritten(
    _ filled: FilledForm, layout: FormLayout, with random: inout SplitMix64
  ) -> Set<String> {
    let slots = layout.boxes.compactMap(\.slot).filter { filled.printed[$0] != nil }
    let share = random.pick([0.2, 0.4, 1])
    let chosen = slots.filter { _ in random.chance(share) }
    return Set(chosen.isEmpty ? Array(slots.prefix(1)) : chosen)
  }
}
