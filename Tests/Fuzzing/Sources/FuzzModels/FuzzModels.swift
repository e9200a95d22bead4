import Foundation
import MappedFiles
import VietnameseText

/// Opens any bytes as a model: the first one chooses the kind.
///
/// Opening may throw; a model that opens must serve every look-up, whatever its tables say.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first else { return 0 }
  let model = Array(bytes.dropFirst())
  if first & 1 == 0 {
    openLanguageModel(model)
  } else {
    openChannel(model)
  }
  return 0
}

private func openLanguageModel(_ bytes: [UInt8]) {
  do {
    try Data(bytes).write(to: URL(filePath: scratch + "/" + RepairModels.languageModel))
    let models = try RepairModels(directory: scratch)
    for profile in RepairProfile.allCases {
      var repairer = TextRepairer(models: models)
      _ = repairer.repair(text, profile: profile)
    }
  } catch {
    // A file that is no model is refused.
  }
}

private func openChannel(_ bytes: [UInt8]) {
  do {
    let channel = try ChannelModel(bytes: bytes)
    let search = CandidateSearch(channel: channel, trie: words)
    for seen in ["thyc", "s6", "hién", "Poc", "1ap", "tiếp tục"] {
      for candidate in search.candidates(for: seen, limit: 8) {
        precondition(candidate.word >= 0 && candidate.word < words.wordCount)
      }
    }
  } catch {
    // A file that is no channel is refused.
  }
}

private let text = Array("Thuc hién Cong van s6 12 cua Uy ban, thgc hiện tiếp tục.\n".utf8)

private let words = WordTrie(words: ["thực", "hiện", "số", "độc", "lập", "công", "văn", "tiếp"])

/// A folder in memory with the channels of the committed models; the language model changes.
private let scratch: String = {
  let folder = "/dev/shm/hoso-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
  let models = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../dictionaries/language").standardizedFileURL
  do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in [RepairModels.englishChannel, RepairModels.vietnameseChannel] {
      try FileManager.default.copyItem(
        atPath: models.appending(path: name).path, toPath: folder + "/" + name)
    }
  } catch {
    fatalError("\(error)")
  }
  return folder
}()
