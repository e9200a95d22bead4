internal import Glibc

/// Puts one file in the place of another, at once.
package enum FileReplacement {
  /// Moves the file at `path` to `target`, over what is there; returns whether that worked.
  package static func move(_ path: String, over target: String) -> Bool {
    rename(path, target) == 0
  }
}
