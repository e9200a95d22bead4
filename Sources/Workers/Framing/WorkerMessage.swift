internal import Foundation

/// What the header of a frame says.
enum WorkerMessage: Codable, Hashable, Sendable {
  /// The worker has loaded what it needs.
  case ready
  /// Read the source in the body.
  case read(WorkRequest)
  /// The body is the result in JSON, severities included.
  case result
  /// The work could not be done at all; not the document's fault.
  case failed(message: String)

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
