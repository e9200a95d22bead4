internal import Documents
internal import Foundation

/// On the wire: the message `result`, which names the pictures, and a body of the result in JSON,
/// severities included, followed by the attachment and the pictures.
extension WorkResult {
  /// The answer as a frame.
  func frame() throws -> Frame {
    let encoder = JSONEncoder()
    if let key = Reason.encodesSeverity { encoder.userInfo[key] = true }
    var body = Array(try encoder.encode(result))
    body += attachment
    var sizes: [WorkerMessage.Picture] = []
    for (page, bytes) in pictures.sorted(by: { $0.key < $1.key }) {
      sizes.append(WorkerMessage.Picture(page: page, bytes: bytes.count))
      body += bytes
    }
    return try WorkerMessage.result(pictures: sizes, attachment: attachment.count).frame(body: body)
  }

  /// The answer in the body of a frame whose message named `sizes`; nil when it is none.
  init?(_ body: [UInt8], pictures sizes: [WorkerMessage.Picture], attachment: Int) {
    // From the end, since that is where the pictures are.
    var end = body.count
    var pictures: [Int: [UInt8]] = [:]
    for size in sizes.reversed() {
      guard (0...end).contains(size.bytes) else { return nil }
      pictures[size.page] = Array(body[(end - size.bytes)..<end])
      end -= size.bytes
    }
    guard (0...end).contains(attachment) else { return nil }
    let attached = Array(body[(end - attachment)..<end])
    end -= attachment
    guard let result = try? JSONDecoder().decode(SourceResult.self, from: Data(body[..<end]))
    else { return nil }
    self.init(result: result, pictures: pictures, attachment: attached)
  }
}
