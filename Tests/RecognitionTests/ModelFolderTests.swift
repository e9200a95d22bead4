import Foundation
import Testing

@testable import Recognition

@Suite struct ModelFolderTests {
  @Test func aNamedFolderIsTheOnlyOneSearched() {
    #expect(
      ModelFolder.searched(named: "/models", environment: ["TESSDATA_PREFIX": "/other"])
        == ["/models"])
  }

  @Test func theEnvironmentComesBeforeTheUsualFolders() {
    #expect(
      ModelFolder.searched(named: nil, environment: ["TESSDATA_PREFIX": "/t"])
        == ["/t", "/t/tessdata"] + ModelFolder.usual)
    #expect(ModelFolder.searched(named: nil, environment: [:]) == ModelFolder.usual)
  }

  @Test func aMissingModelNamesWhereItWasLookedForAndTheCure() {
    let error = #expect(throws: RecognitionError.self) {
      _ = try RegionReader(tessdata: "/nowhere")
    }
    #expect(
      error?.description
        == "cannot load the text model 'vie': no vie.traineddata in /nowhere; install the "
        + "package tesseract-ocr-vie or name its folder with --tessdata DIR")
  }

  @Test func aFolderWithAnotherVietnameseModelNeedNotHoldTheLatinOne() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      component: "model-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let folders = ModelFolder.searched(
      named: nil, environment: ProcessInfo.processInfo.environment)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/vie.traineddata",
      withDestinationPath: ModelFolder.containing("vie", in: folders) + "/vie.traineddata")
    #expect(throws: Never.self) { _ = try RegionReader(tessdata: folder.path) }
  }

  @Test func aMissingTaughtModelNamesItsFolderAndTheCure() {
    let error = #expect(throws: RecognitionError.self) {
      _ = try RegionReader(taught: "/nowhere")
    }
    #expect(
      error?.description
        == "cannot load the taught text model: /nowhere/print-vie.traineddata is missing, damaged or "
        + "of another Tesseract version; install hoso's dictionaries anew or name their folder with "
        + "--dictionaries DIR")
  }

  @Test func aDamagedModelIsRefused() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      component: "model-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("no model".utf8).write(to: folder.appending(component: "vie.traineddata"))
    #expect(throws: RecognitionError.modelNotLoaded(language: "vie", folder: folder.path)) {
      _ = try TextRecognizer(folder: folder.path)
    }
  }
}
