import Foundation
import Glibc
import Imaging
import Rendering

/// `tesseract -l vie` on the pages of a file, each as an image of its own.
struct Peer {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "letter-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The text of all pages, and the processor time that reading them took, in seconds; nil where the
  /// program is not installed.
  func read(_ bytes: [UInt8]) throws -> (text: String, seconds: Double)? {
    guard case .success(let content) = SourceContent.open(bytes) else { return nil }
    var text = ""
    var seconds = 0.0
    for index in 0..<content.pageCount {
      let image = folder.appending(path: "page.png")
      try Data(content.page(index).png()).write(to: image)
      let output = folder.appending(path: "out.txt")
      _ = FileManager.default.createFile(atPath: output.path, contents: nil)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["tesseract", image.path, "-", "-l", "vie"]
      process.environment = ProcessInfo.processInfo.environment
        .merging(["OMP_THREAD_LIMIT": "1"]) { $1 }
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = FileHandle.nullDevice
      let before = Processor.seconds(of: RUSAGE_CHILDREN)
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { return nil }
      seconds += Processor.seconds(of: RUSAGE_CHILDREN) - before
      text += String(decoding: try Data(contentsOf: output), as: UTF8.self) + "\n"
    }
    return (text, seconds)
  }
}
