internal import CProcess
internal import CSandbox
internal import Foundation
internal import Glibc

/// The life of a worker process: it reads one source after the other until its pool goes away.
///
/// The channel to the pool is the standard input. A document comes as an open file in memory, so that
/// nothing is left to be opened: once everything is loaded, the worker takes leave of all system calls
/// but those that reading needs.
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
      var channel = Channel()
      guard let first = try channel.next(), case .begin(let isConfined) = WorkerMessage(first)
      else { return 1 }
      let body: Body
      do {
        body = try await prepare()
      } catch {
        try send(WorkerMessage.failed(message: "\(error)").frame())
        return 1
      }
      let holds = isConfined && hoso_seccomp_restrict() == 0
      try send(WorkerMessage.ready(seccomp: holds).frame())
      while let frame = try channel.next() {
        guard case .read(let request) = WorkerMessage(frame) else { return 1 }
        try send(await answer(to: request, bytes: try channel.document() ?? frame.body, by: body))
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

  /// The frames from the pool, and the documents that came with them.
  private struct Channel: ~Copyable {
    private var decoder = FrameDecoder()
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    private var file: Int32 = -1

    deinit { if file >= 0 { close(file) } }

    /// Waits for the next frame; nil at the end.
    mutating func next() throws -> Frame? {
      while true {
        if let frame = try decoder.next() { return frame }
        var came: Int32 = -1
        let count = hoso_channel_receive(STDIN_FILENO, &chunk, chunk.count, &came)
        if came >= 0 {
          if file >= 0 { close(file) }
          file = came
        }
        if count < 0 {
          if errno == EINTR { continue }
          throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
        if count == 0 { return nil }
        decoder.append(chunk[..<count])
      }
    }

    /// The bytes of the file that came last, which is then gone; nil when none came.
    mutating func document() throws -> [UInt8]? {
      guard file >= 0 else { return nil }
      defer {
        close(file)
        file = -1
      }
      var status = stat()
      guard fstat(file, &status) == 0 else { throw POSIXError(.EBADF) }
      var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
      var filled = 0
      while filled < bytes.count {
        let count = bytes.withUnsafeMutableBytes {
          pread(file, $0.baseAddress.map { $0 + filled }, $0.count - filled, filled)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw POSIXError(.EIO) }
        filled += count
      }
      return bytes
    }
  }
}
