internal import Dispatch
internal import Foundation
internal import Synchronization

/// The models that a region is read with: one taught on the print of cards and forms, the general
/// Vietnamese one as another opinion, and a Latin one for numbers, mail addresses and the
/// machine-readable zone.
struct LineModels {
  let taught: TextRecognizer
  let vietnamese: TextRecognizer
  let latin: TextRecognizer

  /// The name of the taught model's file, without its ending.
  static let taughtName = "print-vie"

  /// Loads all at the same time: the taught model from the folder `taught`, the others from the
  /// folder `tessdata` or from where models usually are.
  ///
  /// Without `taught` the general model stands in for it. A folder named for the sake of another
  /// Vietnamese model need not hold the Latin one too.
  init(taught: String?, tessdata: String?) throws(RecognitionError) {
    var wanted = [(name: "vie", folder: tessdata), ("eng", Self.folder(of: "eng", in: tessdata))]
    if let taught { wanted.append((Self.taughtName, folder: taught)) }
    let loaded = Mutex<[String: Handover]>([:])
    // Engines share no state, so each may be loaded by a thread of its own.
    DispatchQueue.concurrentPerform(iterations: wanted.count) { [wanted] index in
      let (name, folder) = wanted[index]
      let model = Result { () throws(RecognitionError) in
        name == Self.taughtName
          ? try Self.taughtModel(in: folder ?? "")
          : try TextRecognizer(language: name, folder: folder)
      }
      let handover = Handover(model: model)
      loaded.withLock { $0[name] = handover }
    }
    var models: [TextRecognizer] = []
    for (name, _) in wanted {
      guard let handover = loaded.withLock({ $0[name] }) else { throw .imageNotPrepared }
      models.append(try handover.model.get())
    }
    (vietnamese, latin) = (models[0], models[1])
    self.taught = models.count > 2 ? models[2] : models[0]
  }

  /// Loads the taught model from `folder`.
  static func taughtModel(in folder: String) throws(RecognitionError) -> TextRecognizer {
    do throws(RecognitionError) {
      return try TextRecognizer(language: taughtName, folder: folder)
    } catch {
      throw .taughtModelNotLoaded(folder: folder)
    }
  }

  // An engine is bound to no thread: the one that loaded it lets go of it before it is used.
  private struct Handover: @unchecked Sendable {
    let model: Result<TextRecognizer, RecognitionError>
  }

  private static func folder(of language: String, in folder: String?) -> String? {
    guard let folder,
      FileManager.default.isReadableFile(atPath: "\(folder)/\(language).traineddata")
    else { return nil }
    return folder
  }
}
