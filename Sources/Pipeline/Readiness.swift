internal import Foundation
internal import Imaging
internal import Recognition
internal import Rendering
internal import VietnameseText

/// Whether one part of what hoso needs is there, and what to do when it is not.
package struct Readiness: Hashable, Sendable {
  /// The part, as a user knows it.
  package var part: String
  /// What was found: a version or a place.
  package var found: String
  /// What to do; nil when all is well.
  package var remedy: String?

  /// Whether all is well.
  package var isReady: Bool { remedy == nil }

  /// Creates the state of one part.
  package init(part: String, found: String, remedy: String? = nil) {
    self.part = part
    self.found = found
    self.remedy = remedy
  }

  /// The C libraries that the line is linked with.
  package static var libraries: [Readiness] {
    [
      Readiness(part: "tesseract", found: RecognitionLibraries.tesseract),
      Readiness(part: "leptonica", found: ImagingLibraries.leptonica),
      Readiness(part: "libheif", found: ImagingLibraries.heif),
      Readiness(part: "poppler", found: RenderingLibraries.poppler),
      Readiness(part: "icu", found: UnicodeLibrary.version),
    ]
  }

  /// The OCR models: whether the engine loads them.
  package static func models(tessdata: String?) -> Readiness {
    let folders = ModelFolder.searched(
      named: tessdata, environment: ProcessInfo.processInfo.environment)
    do {
      _ = try RegionReader(tessdata: tessdata)
      let folder = try ModelFolder.containing("vie", in: folders)
      return Readiness(part: "models vie, eng", found: folder)
    } catch {
      return Readiness(part: "models vie, eng", found: "incomplete", remedy: "\(error)")
    }
  }

  /// The model of the script, which is another opinion where it is installed.
  package static func scriptModel(tessdata: String?) -> Readiness {
    let name = RegionReader.scriptModel
    guard let folder = RegionReader.scriptModelFolder(tessdata: tessdata) else {
      return Readiness(
        part: "model \(name)", found: "missing",
        remedy: "install the package tesseract-ocr-script-viet; without it more values are in doubt"
      )
    }
    return Readiness(part: "model \(name)", found: folder)
  }

  /// The dictionaries in `folder`: all of them load.
  package static func dictionaries(of configuration: PipelineConfiguration) -> Readiness {
    do {
      _ = try SourceJudge(configuration)
      try RegionReader.verifyTaughtModel(in: configuration.taughtModels)
      return Readiness(part: "dictionaries", found: configuration.dictionaries)
    } catch {
      return Readiness(
        part: "dictionaries", found: configuration.dictionaries, remedy: "\(error)")
    }
  }
}
