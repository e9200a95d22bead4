internal import Foundation
internal import RecordStore

/// The files under some paths, in order of their names, and what stands there beside files.
struct FileWalk {
  private(set) var files: [FileFacts] = []
  private(set) var refused: [RefusedPath] = []
  private let excluded: Set<String>
  private var met: Set<String> = []

  /// Walks through `roots`, which are absolute, but never into the folders `excluded`.
  init(roots: [String], excluding excluded: [String]) {
    self.excluded = Set(excluded)
    for root in roots {
      // A link to a folder is followed where the user names it, and nowhere else.
      let target = URL(filePath: root).resolvingSymlinksInPath().path
      let type = try? FileManager.default.attributesOfItem(atPath: target)[.type]
      visit(type as? FileAttributeType == .typeDirectory ? target : root)
    }
  }

  /// The absolute form of a path on the command line.
  static func absolute(_ path: String) -> String {
    let base = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    return URL(filePath: path, relativeTo: base).standardizedFileURL.path
  }

  private mutating func visit(_ path: String) {
    guard !excluded.contains(path), met.insert(path).inserted else { return }
    let attributes: [FileAttributeKey: Any]
    do {
      attributes = try FileManager.default.attributesOfItem(atPath: path)
    } catch {
      refused.append(RefusedPath(path: path, cause: .unreadable(Self.words(error))))
      return
    }
    switch attributes[.type] as? FileAttributeType {
    case .typeRegular?:
      let changed = attributes[.modificationDate] as? Date ?? .distantPast
      files.append(
        FileFacts(
          path: path, bytes: (attributes[.size] as? NSNumber)?.int64Value ?? 0,
          modifiedAt: Int64((changed.timeIntervalSince1970 * 1000).rounded())))
    case .typeDirectory?: enter(path)
    case .typeSymbolicLink?: refused.append(RefusedPath(path: path, cause: .symbolicLink))
    default: refused.append(RefusedPath(path: path, cause: .special))
    }
  }

  private mutating func enter(_ folder: String) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      refused.append(RefusedPath(path: folder, cause: .unreadable(Self.words(error))))
      return
    }
    for name in names.sorted() {
      let path = folder == "/" ? "/" + name : folder + "/" + name
      if name.hasPrefix(".") {
        refused.append(RefusedPath(path: path, cause: .hidden))
      } else {
        visit(path)
      }
    }
  }

  private static func words(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileReadNoPermission?: "no permission"
    case .fileReadNoSuchFile?, .fileNoSuchFile?: "nothing is there"
    default: "it cannot be opened"
    }
  }
}
