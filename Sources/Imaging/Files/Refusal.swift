package import Documents

/// A file or page that cannot become an image, with the finding that says why.
package struct Refusal: Error, Hashable, Sendable {
  /// Why.
  package var finding: Finding

  /// Creates a refusal.
  package init(_ finding: Finding) { self.finding = finding }
}

extension Refusal {
  /// The file has no bytes.
  package static let empty = Refusal(Finding(.fileEmpty))
  /// The file asks for a password.
  package static let encrypted = Refusal(Finding(.fileEncrypted))
  /// The file contradicts its own format, or ends too soon.
  package static let damaged = Refusal(Finding(.fileDamaged))

  /// The page with this index, counted from 0, cannot be decoded.
  package static func damaged(page index: Int) -> Refusal {
    Refusal(Finding(.fileDamaged, details: ["page": "\(index + 1)"]))
  }

  /// The file is of none of our formats; `format` says of which it seems to be.
  package static func unknownFormat(_ format: String) -> Refusal {
    Refusal(Finding(.fileUnknownFormat, details: ["format": format]))
  }

  /// The file has more bytes than are read.
  package static func tooLarge(bytes: Int, limit: Int) -> Refusal {
    let megabyte = 1 << 20
    return Refusal(
      Finding(
        .fileTooLarge,
        details: [
          "size": "\((bytes + megabyte - 1) / megabyte) MB", "limit": "\(limit / megabyte) MB",
        ]))
  }

  /// The file has more pages than are read.
  package static func tooManyPages(_ pages: Int, limit: Int) -> Refusal {
    Refusal(Finding(.fileTooManyPages, details: ["pages": "\(pages)", "limit": "\(limit)"]))
  }

  /// A header states more pixels than are decoded; `limit` counts pixels.
  package static func tooManyPixels(width: Int, height: Int, limit: Int) -> Refusal {
    Refusal(
      Finding(
        .fileTooManyPixels,
        details: ["width": "\(width)", "height": "\(height)", "limit": "\(limit / 1_000_000)"]))
  }
}
