internal import Documents

/// The parts of the head of a letter as they stand on the page.
struct LetterHead {
  /// The lines of the national motto.
  var motto: [Passage] = []
  /// The lines that name the office, and those of the office above it.
  var issuer: [Passage] = []
  var parent: [Passage] = []
  /// The row of the number, and what it says.
  var number: (passage: Passage, reading: LetterNumber.Reading)?
  /// The words of the place, the words of the date, and what these say.
  var place: Passage?
  var date: (passage: Passage, reading: PlaceAndDate.Reading)?
  /// Whether the day of the date was not legible, and whether other readings say another day.
  var dayIsDoubtful = false
  var dayIsDisputed = false
  /// The kind of the document as its title prints it.
  var type: (passage: Passage, name: String, abbreviation: String)?
  var subject: [Passage] = []
  /// The addressees, each over one line or several.
  var recipients: [[Passage]] = []
  var stamps: [Passage] = []
  /// The heights below which the rest of the page is body.
  var bottom = 0

  /// Whether enough was found to call it the head of a letter.
  var isFound: Bool { !motto.isEmpty || number != nil || (date != nil && type != nil) }
}
