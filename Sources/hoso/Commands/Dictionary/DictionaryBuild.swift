import ContentHash
import Foundation
import Rendering
import Recognition
import Terminal
import VietnameseText

/// `hoso dictionary build` learns the language model from texts and the error channels from drawn
/// pages.
struct DictionaryBuild {
  /// Texts, one paragraph a line.
  let texts: [String]
  /// Folders of pages: each an image beside a text of the same name with what is written on it.
  let pages: [String]
  /// Where the models go.
  let folder: String
  /// The folder of the engine's models; nil for the usual one.
  let tessdata: String?
  let showsProgress: Bool

  private static let models = [
    ("eng", RepairModels.englishChannel), ("vie", RepairModels.vietnameseChannel),
  ]

  /// Builds what there is material for, and says what it wrote.
  func run() throws -> ExitCode {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw OutputError.cannotWrite(path: folder)
    }
    if !texts.isEmpty { try buildLanguageModel() }
    if !pages.isEmpty { try buildChannels() }
    return .allAccepted
  }

  private func buildLanguageModel() throws {
    var trainer = LanguageModelTrainer()
    var sources: [ModelSource] = []
    for path in texts {
      let file = try TextFile(path: path)
      _ = try file.text()
      sources.append(
        ModelSource(
          name: URL(filePath: path).lastPathComponent,
          sha256: SHA256Digest(of: file.bytes).hexadecimal))
      for line in file.bytes.split(separator: 0x0A) { trainer.add(paragraph: line) }
    }
    try write(try trainer.model(sources: sources), to: RepairModels.languageModel)
  }

  private func buildChannels() throws {
    let pairs = try pages.flatMap(Self.pairs(in:))
    guard !pairs.isEmpty else { throw DictionaryBuildError.noPages(pages) }
    for (language, name) in Self.models {
      let reader = try PageTextReader(language: language, tessdata: tessdata)
      var learner = ChannelLearner()
      var hashes = ""
      for (index, pair) in pairs.enumerated() {
        if showsProgress {
          Console.redraw("reading page \(index + 1) of \(pairs.count) with '\(language)'")
        }
        let image = try Self.bytes(at: pair.image)
        let written = try Self.bytes(at: pair.text)
        let content = try SourceContent.open(image).get()
        learner.add(
          written: String(decoding: written, as: UTF8.self).normalized(),
          read: try reader.text(in: content.page(0)).normalized())
        hashes += SHA256Digest(of: image).hexadecimal + SHA256Digest(of: written).hexadecimal
      }
      if showsProgress { Console.redraw("") }
      let digest = SHA256Digest(of: Array(hashes.utf8)).hexadecimal
      try write(
        learner.file(
          provenance: "\(digest)  \(pairs.count) drawn pages read with '\(language)'\n"),
        to: name)
    }
  }

  /// The images in a folder and below that have a text of the same name, in order.
  private static func pairs(in folder: String) throws -> [(image: String, text: String)] {
    guard let files = FileManager.default.enumerator(atPath: folder) else {
      throw TextFileError.unreadable(folder)
    }
    let names = files.compactMap { $0 as? String }.sorted()
    let known = Set(names)
    return names.compactMap { name in
      let stem = (name as NSString).deletingPathExtension
      guard !name.hasSuffix(".txt"), known.contains(stem + ".txt") else { return nil }
      return (folder + "/" + name, folder + "/" + stem + ".txt")
    }
  }

  private static func bytes(at path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TextFileError.unreadable(path)
    }
    return [UInt8](data)
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    let path = folder + "/" + name
    try OutputFile.write(bytes, to: path)
    Console.note("wrote \(path), \(bytes.count) bytes")
  }
}
