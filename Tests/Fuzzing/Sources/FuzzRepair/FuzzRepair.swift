import Foundation
import VietnameseText

/// Repairs any bytes as text: the first one chooses the profile.
///
/// Whatever the bytes are, the changes must lead from the text to the repaired text, keep its line
/// breaks, and state probabilities.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first else { return 0 }
  let profile = RepairProfile.allCases[Int(first) % RepairProfile.allCases.count]
  let text = Array(bytes.dropFirst())
  var repairer = TextRepairer(models: models)
  let repaired = repairer.repair(text, profile: profile)
  var output: [UInt8] = []
  var position = 0
  for change in repaired.changes {
    let from = Array(change.from.utf8)
    precondition(change.offset >= position && change.offset + from.count <= text.count)
    precondition(text[change.offset..<change.offset + from.count].elementsEqual(from))
    precondition(change.probability >= 0 && change.probability <= 1)
    output += text[position..<change.offset]
    output += Array(change.to.utf8)
    position = change.offset + from.count
  }
  output += text[position...]
  precondition(output == repaired.text)
  precondition(output.count { $0 == 0x0A } == text.count { $0 == 0x0A })
  return 0
}

/// The committed models, or those that HOSO_DICTIONARIES names.
private let models: RepairModels = {
  let folder =
    ProcessInfo.processInfo.environment["HOSO_DICTIONARIES"]
    ?? URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../dictionaries").standardizedFileURL.path
  do {
    return try RepairModels(directory: folder + "/language")
  } catch {
    fatalError("\(error)")
  }
}()
