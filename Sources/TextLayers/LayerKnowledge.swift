internal import Foundation
package import Rendering
package import VietnameseText

/// What is known of text layers: limits, phrases and words of reasons, from `text-layers.json`.
package struct LayerKnowledge: Decodable, Sendable {
  /// The limits that decide; shares are 0 … 1.
  struct Limits: Decodable, Sendable {
    /// Fluent text has at least this share of possible words.
    var leastPossible: Double
    /// Fluent text has at least this share of words that only Vietnamese writes so.
    var leastVietnamese: Double
    /// Fluent text has at most this mean cost of a word, as −ln p.
    var mostCost: Double
    /// Fluent text has at most this share of stray signs.
    var mostStrays: Double
    /// Below this share of possible words text is noise.
    var noisePossible: Double
    /// Above this share of stray signs text is noise.
    var noiseStrays: Double
    /// Fluent text has at most this share of pieces with signs among their letters.
    var mostGlued: Double
    /// Above this share of such pieces a line is noise.
    var noiseGlued: Double
    /// Above this share of characters that stand for nothing text is noise.
    var mostUnmapped: Double
    /// Fewer words tell nothing.
    var leastWords: Int
    /// A page covered by images to this share is a scan, and its layer invisible.
    var scannedShare: Double
    /// Below this share of words on ink the layer does not lie on the print.
    var leastOnInk: Double
    /// From this share of words on ink on there is no doubt that it does.
    var sureOnInk: Double
    /// From this share of clear gaps between words on there is no doubt either.
    var sureGaps: Double
    /// Below this share of lines with their ink in the middle the layer is displaced.
    var leastCentred: Double
    /// From this share of such lines on there is no doubt that it is not.
    var sureCentred: Double
    /// Below this share of covered ink the layer holds little of the page.
    var leastCovered: Double
    /// From this share of covered ink on it holds all of it.
    var sureCovered: Double
    /// From this agreement with the image on a layer is right.
    var sureAgreement: Double
    /// Below this agreement it is wrong; between the two its fluency decides.
    var leastAgreement: Double
    /// A line that agrees so far leaves no doubt.
    var clearAgreement: Double
    /// A few words beside lies are kept from this agreement on.
    var exactAgreement: Double
    /// Deciphered text has at least this share of possible words; where none is given, nothing is
    /// deciphered.
    var deciphered: Double?
    /// A watermark or signature has no more letters than this.
    var mostOverlayLetters: Int
    /// A line that the engine reads with less confidence is no witness.
    var legibleConfidence: Double
  }

  /// The words of a reason.
  package struct Words: Decodable, Sendable {
    /// In Vietnamese.
    package var vi: String
    /// In English.
    package var en: String
  }

  var limits: Limits
  var watermarks: [String]
  var signatures: [String]
  private var placeholders: [String]
  private var reasons: [String: Words]

  /// Where it stands in the dictionaries.
  static let file = "text-layers.json"

  /// Reads the knowledge of the dictionaries in the folder `dictionaries`.
  package init(dictionaries: String) throws(LayerKnowledgeError) {
    let path = dictionaries + "/" + Self.file
    guard let data = FileManager.default.contents(atPath: path),
      let knowledge = try? JSONDecoder().decode(Self.self, from: data),
      LayerReason.allCases.allSatisfy({ knowledge.reasons[$0.rawValue] != nil })
    else { throw LayerKnowledgeError(path: path) }
    self = knowledge
  }

  /// Whether a page with this text only says that its form cannot be shown: the pages of such a form
  /// (XFA) are made by the program that fills it in.
  package func isDynamicForm(_ text: PageText) -> Bool {
    // Such a page holds two sentences.
    guard text.characters.count < 4000 else { return false }
    var view = String.UnicodeScalarView()
    for character in text.characters where !character.scalar.properties.isWhitespace {
      view.append(character.scalar)
    }
    let said = String(view).lowercased()
    return placeholders.count { said.contains($0.filter { $0 != " " }) } >= 2
  }

  /// Whether a text with this survey is long enough to tell that it is no Vietnamese.
  package func isStrange(_ survey: TextSurvey) -> Bool {
    survey.words + survey.strays >= limits.leastWords && LayerBlock.isStrange(survey, limits)
  }

  /// The words of `reason`.
  package func words(of reason: LayerReason) -> Words {
    reasons[reason.rawValue] ?? Words(vi: reason.rawValue, en: reason.rawValue)
  }
}
