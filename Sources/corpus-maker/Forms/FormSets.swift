import CorpusDrawing
import Documents

/// The sets of whole sheets: the forms, and papers that are none of them.
enum FormSets {
  static let all: [CaseSet] =
    [set("form-01", template: "form-01")]
    + ["595", "888", "505", "490"].map { set("form-602b-\($0)", template: "tk1-ts-\($0)") }
    + [CaseSet(name: "other-sheet", make: otherSheet)]

  private static func set(_ name: String, template: String) -> CaseSet {
    CaseSet(name: name) { request, random in
      let library = try FormLibrary(dictionaries: request.dictionaries)
      let family = request.family(of: FormDrawing.families, with: &random)
      let form = try FormDrawing(
        template: library.template(template), library: library, people: request.people,
        family: family, variant: request.variant, with: &random)
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
