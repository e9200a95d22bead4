internal import Dispatch
internal import Foundation
internal import Synchronization

/// The models that a region is read with: one taught on the print of cards and forms, the general
/// Vietnamese one that it was taught from and one of the Vietnamese script as other opinions, and a
/// Latin one for numbers, mail addresses and the machine-readable zone.
struct LineModels {
  let taught: TextRecognizer
  let vietnamese: TextRecognizer
  /// A larger network that was trained apart from the others; nil where it is not installed, which
  /// leaves more values in doubt.
  let script: TextRecognizer?
  let latin: TextRecognizer

  /// The name of the taught model's file, without its ending.
  static let taughtName = "print-vie"
  /// The same of the model of the script.
  static let scriptName = "Vietnamese"

  /// Loads all at the same time: the taught model from the folder `taught`, the others from the
  /// folder `tessdata` or from where models usually are.
  ///
  /// Without `taught` the general model stands in for it. A folder named for the sake of another
  /// Vietnamese model need not hold the Latin one too.
  init(taught: String?, tessdata: String?) throws(RecognitionError) {
    var wanted = [(name: "vie", folder: tessdata), ("eng", Self.folder(of: "eng", in: tessdata))]
    if let taught { wanted.append((Self.taughtName, folder: taught)) }
    if let script = Self.scriptFolder(tessdata: tessdata) {
      wanted.append((Self.scriptName, folder: script))
    }
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
    var models: [String: TextRecognizer] = [:]
    for (name, _) in wanted {
      models[name] = try loaded.withLock { $0[name] }?.model.get()
    }
    guard let vietnamese = models["vie"], let latin = models["eng"] else { throw .imageNotPrepared }
    (self.vietnamese, self.latin) = (vietnamese, latin)
    self.taught = models[Self.taughtName] ?? vietnamese
    script = models[Self.scriptName]
  }

  /// The folder that holds the model of the script; nil where it is not installed.
  static func scriptFolder(tessdata: String?) -> String? {
    let folders = ModelFolder.searched(
      named: folder(of: scriptName, in: tessdata),
      environment: ProcessInfo.processInfo.environment)
    return try? ModelFolder.containing(scriptName, in: folders)
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
