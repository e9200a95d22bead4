internal import Foundation

/// What the header of a frame says.
enum WorkerMessage: Codable, Hashable, Sendable {
  /// Load what is needed, and then take leave of all but the channel, where that is wanted.
  case begin(confined: Bool)
  /// The worker has loaded what it needs; whether seccomp holds it since.
  case ready(seccomp: Bool)
  /// Read the source in the file that comes with the message, or in the body.
  case read(WorkRequest)
  /// The body is the result, an attachment of so many bytes, and these pictures; see
  /// `WorkResult.frame`.
  case result(pictures: [Picture], attachment: Int)
  /// The work could not be done at all; not the document's fault.
  case failed(message: String)

  /// A picture in the body of a result.
  struct Picture: Codable, Hashable, Sendable {
    /// The 1-based page that it shows.
    let page: Int
    /// Its size.
    let bytes: Int
  }

  /// The message of a frame; nil when its header is none.
  init?(_ frame: Frame) {
    guard let message = try? JSONDecoder().decode(Self.self, from: Data(frame.header)) else {
      return nil
    }
    self = message
  }

  /// The message as a frame with `body`.
  func frame(body: [UInt8] = []) throws -> Frame {
    Frame(header: Array(try JSONEncoder().encode(self)), body: body)
  }
}
