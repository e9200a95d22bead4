package import Documents

/// A file or page that cannot become an image, with the finding that says why.
package struct Refusal: Error, Hashable, Sendable {
  package var finding: Finding

  /// Creates a refusal.
  package init(_ finding: Finding) { self.finding = finding }
}

extension Refusal {
  package static let empty = Refusal(Finding(.fileEmpty))
  package static let encrypted = Refusal(Finding(.fileEncrypted))
  package static let damaged = Refusal(Finding(.fileDamaged))

  /// The page with this index, counted from 0, cannot be decoded.
  package static func damaged(page index: Int) -> Refusal {
    Refusal(Finding(.fileDamaged, details: ["page": "\(index + 1)"]))
  }

  /// The file is of none of our formats; `format` says of which it seems to be.
  package static func unknownFormat(_ format: String) -> Refusal {
    Refusal(Finding(.fileUnknownFormat, details: ["format": format]))
  }

  package static func tooLarge(bytes: Int, limit: Int) -> Refusal {
    let megabyte = 1 << 20
    return Refusal(
      Finding(
        .fileTooLarge,
        details: [
          "size": "\((bytes + megabyte - 1) / megabyte) MB", "limit": "\(limit / megabyte) MB",
        ]))
  }

  package static func tooManyPages(_ pages: Int, limit: Int) -> Refusal {
    Refusal(Finding(.fileTooManyPages, details: ["pages": "\(pages)", "limit": "\(limit)"]))
  }

  package static func tooManyPixels(width: Int, height: Int, limit: Int) -> Refusal {
    Refusal(
      Finding(
        .fileTooManyPixels,
        details: ["width": "\(width)", "height": "\(height)", "limit": "\(limit / 1_000_000)"]))
  }
}
