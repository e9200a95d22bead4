import CorpusDrawing
import Documents

/// The sets of evidence, and of dossiers that hold it: a child's account whole, in one file or
/// several.
enum DossierSets {
  static let all: [CaseSet] = [
    CaseSet(name: "birth-certificate") { request, random in
      let family = try Family.draw(people: request.people, with: &random)
      let certificate = try certificate(of: family, request, with: &random)
      return try capture(
        "birth-certificate", [(certificate.draw, certificate.document)], request, with: &random)
    },
    CaseSet(name: "portrait") { request, random in
      let isFemale = random.chance(0.5)
      return LabelledCase(
        set: "portrait", tier: request.tier,
        files: [try PortraitPhoto(tier: request.tier).file(isFemale: isFemale, with: &random)],
        documents: [LabelledDocument(kind: .portrait, fields: [:])])
    },
    CaseSet(name: "child-dossier") { request, random in
      let family = try Family.draw(people: request.people, with: &random)
      let certificate = try certificate(of: family, request, with: &random)
      let form = try form(of: family, request, with: &random)
      var drawn = try capture(
        "child-dossier", [(form.draw, form.document), (certificate.draw, certificate.document)],
        request, with: &random)
      let photo = PortraitPhoto(tier: request.tier)
      drawn.files.append(
        try photo.file(isFemale: family.child.sex == .female, with: &random))
      drawn.documents.append(LabelledDocument(kind: .portrait, page: 3, fields: [:]))
      return drawn
    },
  ]

  private static func style(
    _ request: CaseRequest, with random: inout SplitMix64
  ) -> TextStyle {
    TextStyle(
      family: request.family(of: FormDrawing.families, with: &random),
      points: random.between(12, 13.5))
  }

  private static func certificate(
    of family: Family, _ request: CaseRequest, with random: inout SplitMix64
  ) throws -> BirthCertificate {
    let prints = BirthCertificate.Print.allCases
    return BirthCertificate(
      family: family, print: prints[request.variant(of: prints.count, with: &random)],
      style: style(request, with: &random), seed: random.next())
  }

  private static func form(
    of family: Family, _ request: CaseRequest, with random: inout SplitMix64
  ) throws -> ChildForm {
    // Accounts of children have been opened since 2021.
    let days = random.whole(30...300)
    let day = max(family.registered, PersonMaker.accountsOfChildren).adding(days: days)
    return ChildForm(
      family: family, style: style(request, with: &random), isHeldOut: request.isHeldOut,
      seed: random.next(), day: day)
  }

  private static func capture(
    _ set: String, _ papers: [(draw: (PageCanvas) throws -> Void, document: LabelledDocument)],
    _ request: CaseRequest, with random: inout SplitMix64
  ) throws -> LabelledCase {
    var sheet = SheetCapture(tier: request.tier)
    sheet.mayTurn = papers.count == 1
    sheet.isCompact = request.isCompact
    let (files, turned) = try sheet.files(
      name: "scan", pages: papers.map(\.draw), with: &random)
    let documents = papers.enumerated().map { index, paper in
      var document = paper.document
      document.page = index + 1
      return document
    }
    return LabelledCase(
      set: set, tier: request.tier, files: files, turned: turned, documents: documents)
  }
}
