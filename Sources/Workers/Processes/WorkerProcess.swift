internal import CProcess
internal import Foundation
internal import Glibc
internal import Synchronization

/// A running worker and the channel to it.
///
/// Sendable: descriptor and process id never change, and whether the process was reaped is guarded,
/// so that a signal can never reach another process that was given the same id.
final class WorkerProcess: Sendable {
  private enum Life { case running, reaped }

  /// The version of Landlock that holds it; 0 for none.
  let landlock: Int

  private let channel: Int32
  private let pid: Int32
  private let life = Mutex(Life.running)

  /// How often the memory of a busy worker is looked at.
  private static let memoryInterval = Duration.milliseconds(100)

  /// Starts `program`; it is not ready yet.
  init(
    _ program: WorkerProgram, limits: WorkerLimits, isConfined: Bool
  ) throws(WorkerPoolError) {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw .cannotStart(program: program.path, cause: String(cString: strerror(errno)))
    }
    defer { close(ends[1]) }
    let log = program.showsLog ? dup(STDERR_FILENO) : open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { if log >= 0 { close(log) } }
    var arguments = ([program.path] + program.arguments).map { strdup($0) } + [nil]
    var environment = program.environmentList.map { strdup($0) } + [nil]
    let readable = isConfined ? program.readablePlaces.map { strdup($0) } : []
    let runnable = isConfined ? program.runnablePlaces.map { strdup($0) } : []
    defer { for text in arguments + environment + readable + runnable { free(text) } }
    var pid: pid_t = 0
    var refusal: Int32 = 0
    let constant = { (texts: [UnsafeMutablePointer<CChar>?]) in
      texts.map { UnsafePointer($0) } + [nil]
    }
    let error =
      isConfined
      ? hoso_process_spawn(
        program.path, &arguments, &environment, ends[1], log, constant(readable),
        constant(runnable), &refusal, &pid)
      : hoso_process_spawn(
        program.path, &arguments, &environment, ends[1], log, nil, nil, &refusal, &pid)
    guard error == 0 else {
      close(ends[0])
      throw .cannotStart(program: program.path, cause: String(cString: strerror(error)))
    }
    channel = ends[0]
    self.pid = pid
    landlock = isConfined && refusal == 0 ? Confinement.offered.landlock : 0
    let refused = hoso_process_limit(
      pid, UInt64(limits.addressSpaceBytes), UInt64(limits.fileBytes))
    guard refused == 0 else {
      kill()
      throw .cannotStart(program: program.path, cause: String(cString: strerror(refused)))
    }
  }

  deinit {
    kill()
    close(channel)
  }

  /// Ends the process and everything in its group at once; does nothing when it is gone.
  func kill() {
    life.withLock { life in
      guard life == .running else { return }
      reap(&life)
    }
  }

  /// Whether it holds more than `limit` bytes as its own share; nil when it is gone.
  func holdsMore(than limit: Int) -> Bool? { ProcessMemory.exceeds(limit, pid: pid) }

  /// Sends `frame`, the document beside it if there is one, and waits for the one frame that answers.
  ///
  /// Whatever is thrown, the process is gone by then.
  func exchange(
    _ frame: Frame, document: MemoryFile? = nil, within time: Duration, memoryBytes: Int
  ) throws(WorkerFailure) -> Frame {
    var file = document?.descriptor ?? -1
    let deadline = ContinuousClock.now + time
    var nextLook = ContinuousClock.now + Self.memoryInterval
    var unsent = frame.encoded[...]
    var decoder = FrameDecoder()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let now = ContinuousClock.now
      guard now < deadline else { throw end(.timedOut) }
      if now >= nextLook {
        if holdsMore(than: memoryBytes) == true { throw end(.outOfMemory) }
        nextLook = now + Self.memoryInterval
      }
      let events = Int16(unsent.isEmpty ? POLLIN : POLLIN | POLLOUT)
      var watched = pollfd(fd: channel, events: events, revents: 0)
      let wait = min(deadline, nextLook) - now
      let count = poll(&watched, 1, Int32(clamping: Int64(wait / .milliseconds(1)) + 1))
      if count <= 0 { continue }
      if watched.revents & Int16(POLLOUT) != 0, !unsent.isEmpty {
        let sent = unsent.withUnsafeBytes {
          hoso_channel_send(channel, $0.baseAddress, $0.count, file)
        }
        if sent > 0 {
          unsent = unsent.dropFirst(sent)
          file = -1
        }
        if sent < 0, errno != EAGAIN, errno != EINTR { throw end(.crashed) }
      }
      if watched.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
        let received = recv(channel, &chunk, chunk.count, Self.noWait)
        if received < 0, errno == EAGAIN || errno == EINTR { continue }
        guard received > 0 else { throw end(.crashed) }
        decoder.append(chunk[..<received])
        let answer: Frame?
        do { answer = try decoder.next() } catch { throw end(.garbled) }
        guard let answer else { continue }
        guard !decoder.isInsideFrame, unsent.isEmpty else { throw end(.garbled) }
        return answer
      }
    }
  }

  private static let noWait = Int32(MSG_DONTWAIT)

  /// Ends and reaps the process, and says why it gave no answer.
  private func end(_ failure: WorkerFailure) -> WorkerFailure {
    life.withLock { life in
      guard life == .running else { return .stopped }
      if failure == .crashed {
        // The channel closes a moment before a process has ended.
        for _ in 0..<200 where hoso_process_has_ended(pid) == 0 { usleep(1000) }
        let wasKilled = hoso_process_has_ended(pid) != 0
        // Nobody here has sent it a signal: the kernel did, to free memory.
        if reap(&life) == SIGKILL, wasKilled { return .outOfMemory }
      } else {
        reap(&life)
      }
      return failure
    }
  }

  /// Kills the whole group, and waits for the process; returns the signal that ended it.
  @discardableResult
  private func reap(_ life: inout Life) -> Int32 {
    // Before the wait: until then, no other process can be given the id.
    Glibc.kill(-pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    life = .reaped
    return status & 0x7f
  }
}
