import CorpusDrawing
import Documents

/// The set of official letters: invented offices, numbers, people and bodies.
enum LetterSets {
  static let all: [CaseSet] = [
    CaseSet(name: "letter") { try drawn("letter", for: $0, with: &$1) },
    // Pages that the body fills, as the longest letters have them: the most that a page takes to read.
    CaseSet(name: "letter-dense") { request, random in
      try drawn(
        "letter-dense", paragraphs: request.tier == .phone ? 6 : 24, for: request, with: &random)
    },
  ]

  private static func drawn(
    _ set: String, paragraphs: Int? = nil, for request: CaseRequest, with random: inout SplitMix64
  ) throws -> LabelledCase {
    let writer = LetterWriter(
      words: try LetterWords.load(dictionaries: request.dictionaries), people: request.people)
    let family = request.family(
      of: LetterDrawing.families, heldOut: LetterDrawing.heldOut, with: &random)
    var content = try writer.letter(paragraphs: paragraphs, with: &random)
    var drawing = try LetterDrawing(
      content, family: family, isHeldOut: request.isHeldOut, with: &random)
    // Photographs are files of their own, and a letter is one file.
    while request.tier == .phone, drawing.pageCount > 1 {
      content = try writer.letter(paragraphs: paragraphs, with: &random)
      drawing = try LetterDrawing(
        content, family: family, isHeldOut: request.isHeldOut, with: &random)
    }
    var sheet = SheetCapture(tier: request.tier)
    if drawing.pageCount > 1 { sheet.format = random.pick([.pdf, .pdf, .tiff]) }
    sheet.isCompact = request.isCompact
    sheet.isPaper = content.isFilledByHand
    // Plain Tesseract, whose time is compared, reads no page on its side.
    sheet.mayTurn = request.tier != .phone && paragraphs == nil
    let (files, turned) = try sheet.files(
      name: "scan",
      pages: (0..<drawing.pageCount).map { page in { try drawing.draw(page: page, on: $0) } },
      with: &random)
    var drawn = LabelledCase(
      set: set, tier: request.tier, files: files, turned: turned, documents: [content.document])
    drawn.body = content.printedBody
    return drawn
  }
}
