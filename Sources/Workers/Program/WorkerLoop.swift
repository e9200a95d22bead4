internal import CProcess
internal import Foundation
internal import Glibc

/// The life of a worker process: it reads one source after the other until its pool goes away.
///
/// The channel to the pool is the standard input. The worker opens no file that a request names.
public enum WorkerLoop {
  /// Reads one source.
  public typealias Body = (WorkRequest, [UInt8]) async throws -> WorkResult

  /// Prepares, and answers requests until the pool closes the channel.
  ///
  /// What `prepare` or the body throws is reported to the pool as a failure of the work itself, in
  /// the error's own words; a bad document must come back as a result. The channel is read
  /// blocking, since a worker does one thing at a time.
  ///
  /// - Parameter prepare: Loads what every document needs, and returns the body that reads one.
  /// - Returns: The exit status of the process.
  public static func run(prepare: () async throws -> Body) async -> Int32 {
    hoso_process_ignore_write_signals()
    guard hoso_process_follow_peer(STDIN_FILENO) == 0 else { return 1 }
    do {
      let body: Body
      do {
        body = try await prepare()
      } catch {
        try send(WorkerMessage.failed(message: "\(error)").frame())
        return 1
      }
      try send(WorkerMessage.ready.frame())
      var decoder = FrameDecoder()
      while let frame = try receive(&decoder) {
        guard case .read(let request) = WorkerMessage(frame) else { return 1 }
        try send(await answer(to: request, bytes: frame.body, by: body))
      }
      return 0
    } catch {
      return 1
    }
  }

  private static func answer(
    to request: WorkRequest, bytes: [UInt8], by body: Body
  ) async throws -> Frame {
    do {
      return try await body(request, bytes).frame()
    } catch {
      return try WorkerMessage.failed(message: "\(error)").frame()
    }
  }

  private static func send(_ frame: Frame) throws {
    let bytes = frame.encoded
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          STDIN_FILENO, buffer.baseAddress.map { $0 + sent }, bytes.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
      sent += count
    }
  }

  private static func receive(_ decoder: inout FrameDecoder) throws -> Frame? {
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      if let frame = try decoder.next() { return frame }
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
      if count == 0 { return nil }
      decoder.append(chunk[..<count])
    }
  }
}
