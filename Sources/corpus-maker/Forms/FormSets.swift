import CorpusDrawing
import Documents

/// The sets of whole sheets: the forms, and papers that are none of them.
enum FormSets {
  static let all: [CaseSet] =
    [set("form-01", template: "form-01")]
    + ["595", "888", "505", "490"].map { set("form-602b-\($0)", template: "tk1-ts-\($0)") }
    + [
      CaseSet(name: "form-annex", make: annex),
      CaseSet(name: "form-handwritten", make: handwritten),
      CaseSet(name: "other-sheet", make: otherSheet),
    ]

  /// The layout that is asked for: the last of them is the one held out.
  private static func variant(of template: FormTemplate, _ request: CaseRequest) -> Int? {
    request.variant ?? (request.isHeldOut ? template.layouts.count - 1 : nil)
  }

  /// A declaration with the annex of its household behind it.
  private static func annex(
    _ request: CaseRequest, with random: inout SplitMix64
  ) throws -> LabelledCase {
    let library = try FormLibrary(dictionaries: request.dictionaries)
    let family = request.family(of: FormDrawing.families, with: &random)
    let template = try library.template(random.pick(["tk1-ts-888", "tk1-ts-505", "tk1-ts-490"]))
    let form = try FormDrawing(
      template: template, library: library, people: request.people, family: family,
      variant: variant(of: template, request), use: .newcomer,
      with: &random)
    let count = random.pick(weighted: [
      (random.whole(1...3), 0.3), (random.whole(4...10), 0.5), (random.whole(20...34), 0.2),
    ])
    let annex = try HouseholdAnnex(
      head: form.person, count: count, people: request.people,
      relationships: library.relationships,
      family: family, on: form.day, with: &random)
    var document = form.document
    document.fields[FieldKey(rawValue: "householdMembers")] = .some(annex.value)
    return try capture(
      "form-annex", pages: [form.draw] + annex.pages(), documents: [document], request: request,
      with: &random)
  }

  /// A form that a person filled in wholly or partly by hand.
  private static func handwritten(
    _ request: CaseRequest, with random: inout SplitMix64
  ) throws -> LabelledCase {
    let library = try FormLibrary(dictionaries: request.dictionaries)
    let family = request.family(of: FormDrawing.families, with: &random)
    let template = try library.template(
      random.pick(["form-01", "tk1-ts-595", "tk1-ts-888", "tk1-ts-505", "tk1-ts-490"]))
    let form = try FormDrawing(
      template: template, library: library, people: request.people, family: family,
      variant: variant(of: template, request),
      hands: request.isHeldOut ? Handwriting.heldOut : Handwriting.families, with: &random)
    return try capture(
      "form-handwritten", pages: [form.draw], documents: [form.document], request: request,
      with: &random)
  }

  private static func set(_ name: String, template: String) -> CaseSet {
    CaseSet(name: name) { request, random in
      let library = try FormLibrary(dictionaries: request.dictionaries)
      let family = request.family(of: FormDrawing.families, with: &random)
      let template = try library.template(template)
      let form = try FormDrawing(
        template: template, library: library, people: request.people, family: family,
        variant: variant(of: template, request), with: &random)
      return try capture(
        name, pages: [form.draw], documents: [form.document], request: request, with: &random)
    }
  }

  /// Papers that a batch holds beside the forms it should: letters, other agencies' forms, an
  /// invoice, an empty page.
  private static func otherSheet(
    _ request: CaseRequest, with random: inout SplitMix64
  ) throws -> LabelledCase {
    let library = try FormLibrary(dictionaries: request.dictionaries)
    let family = request.family(of: FormDrawing.families, with: &random)
    let kinds = [
      "other-letter", "other-job-application", "other-tax-registration", "other-invoice", nil,
    ]
    guard let name = random.pick(kinds) else {
      return try capture(
        "other-sheet", pages: [{ _ in }], documents: [], request: request, with: &random)
    }
    let sheet = try FormDrawing(
      template: library.template(name), library: library, people: request.people, family: family,
      variant: request.variant, with: &random)
    return try capture(
      "other-sheet", pages: [sheet.draw], documents: [sheet.document], request: request,
      with: &random)
  }

  private static func capture(
    _ set: String, pages: [(PageCanvas) throws -> Void], documents: [LabelledDocument],
    request: CaseRequest, with random: inout SplitMix64
  ) throws -> LabelledCase {
    var sheet = SheetCapture(tier: request.tier)
    sheet.isCompact = request.isCompact
    let (files, turned) = try sheet.files(name: "scan", pages: pages, with: &random)
    return LabelledCase(
      set: set, tier: request.tier, files: files, turned: turned, documents: documents)
  }
}
