internal import Dispatch
internal import Foundation
internal import Synchronization

/// The two models that a region is read with: Vietnamese for its print, Latin for a second opinion
/// on numbers, mail addresses and the machine-readable zone.
struct ModelPair {
  let vietnamese: TextRecognizer
  let latin: TextRecognizer

  /// The languages, as the models' files are named.
  static let languages = ["vie", "eng"]

  /// Loads both at the same time, each from the folder `tessdata` or from where models usually are.
  ///
  /// A folder named for the sake of another Vietnamese model need not hold the Latin one too.
  init(tessdata: String?) throws(RecognitionError) {
    let loaded = Mutex<[String: Handover]>([:])
    // Engines share no state, so two threads may each load one.
    DispatchQueue.concurrentPerform(iterations: Self.languages.count) { index in
      let language = Self.languages[index]
      let folder = index == 0 ? tessdata : Self.folder(of: language, preferring: tessdata)
      let model = Result { () throws(RecognitionError) in
        try TextRecognizer(language: language, folder: folder)
      }
      let handover = Handover(model: model)
      loaded.withLock { $0[language] = handover }
    }
    var models: [TextRecognizer] = []
    for language in Self.languages {
      guard let handover = loaded.withLock({ $0[language] }) else { throw .imageNotPrepared }
      models.append(try handover.model.get())
    }
    (vietnamese, latin) = (models[0], models[1])
  }

  // An engine is bound to no thread: the one that loaded it lets go of it before it is used.
  private struct Handover: @unchecked Sendable {
    let model: Result<TextRecognizer, RecognitionError>
  }

  private static func folder(of language: String, preferring folder: String?) -> String? {
    guard let folder,
      FileManager.default.isReadableFile(atPath: "\(folder)/\(language).traineddata")
    else { return nil }
    return folder
  }
}
