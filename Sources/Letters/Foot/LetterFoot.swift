/// The parts of the foot of a letter as they stand on the page.
struct LetterFoot {
  /// The page on which they stand.
  var page: Int
  /// The lines above the signature.
  var title: [Passage] = []
  var signer: Passage?
  /// Whether the name was put right by what people are called.
  var signerIsRepaired = false
  /// Where copies go, each over one line or several.
  var distribution: [[Passage]] = []
  /// The height above which the page is body.
  var top = 0
  /// The height below which the page holds nothing of the letter.
  var bottom = 0
}
