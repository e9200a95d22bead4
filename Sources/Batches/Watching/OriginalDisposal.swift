internal import Foundation
internal import RecordStore
internal import Workers

/// What becomes of a file in a watched folder once it is settled.
struct OriginalDisposal: Sendable {
  /// Where files go that are kept, by name of the folder.
  static let folders = ["done", "review", "rejected"]

  let root: String
  let keepsOriginals: Bool

  /// Takes the settled file at `path` out of the folder, unless it changed since `stamp`, or someone
  /// writes to it; returns whether it is out of the way.
  func dispose(_ path: String, stamp: FileStamp, state: SourceState, isSafe: Bool) throws -> Bool {
    guard FileStamp(of: path) == stamp, !SourceFile.isBeingWritten(path) else { return false }
    if keepsOriginals {
      try move(path, to: Self.folder(for: state))
      return true
    }
    // Deleted only where its bytes are kept, or were delivered and served their time.
    guard isSafe else { return false }
    try FileManager.default.removeItem(atPath: path)
    return true
  }

  private static func folder(for state: SourceState) -> String {
    switch state {
    case .delivered, .accepted, .duplicate: "done"
    case .review, .taken: "review"
    case .rejected: "rejected"
    }
  }

  /// Moves a file below the folder `name`, where it keeps its subfolder and, where that is free, its
  /// name.
  private func move(_ path: String, to name: String) throws {
    let below = path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    let target = URL(filePath: "\(root)/\(name)/\(below)")
    let folder = target.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let stem = target.deletingPathExtension().lastPathComponent
    let suffix = target.pathExtension.isEmpty ? "" : "." + target.pathExtension
    var place = target
    var number = 2
    while FileManager.default.fileExists(atPath: place.path) {
      place = folder.appending(path: "\(stem) (\(number))\(suffix)")
      number += 1
    }
    try FileManager.default.moveItem(atPath: path, toPath: place.path)
  }
}
