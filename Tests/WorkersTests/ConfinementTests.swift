import Documents
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Workers

/// What a worker that a document has taken over is refused.
@Suite struct ConfinementTests {
  private static let probe = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "batch-probe").path

  private let folder: TemporaryFolder
  private let secret: String

  init() throws {
    folder = try TemporaryFolder()
    secret = try folder.write("another person's paper", to: "secret.jpg")
  }

  private func pool(
    kernel: Confinement = .offered, policy: ConfinementPolicy = .required, readable: [String] = []
  ) -> WorkerPool {
    WorkerPool(
      program: WorkerProgram(
        path: Self.probe, arguments: ["worker"], readable: readable, showsLog: false),
      count: 1, confinement: policy, kernel: kernel)
  }

  /// Whether a worker of `pool` is refused what `attempt` says.
  private func isRefused(_ attempt: String, in pool: WorkerPool) async throws -> Bool {
    let outcome = try await pool.result(
      of: Array("try \(attempt)".utf8), request: WorkRequest(name: "a.jpg", sha256: "00"))
    guard case .finished(let answer) = outcome else {
      Issue.record("\(attempt): \(outcome)")
      return false
    }
    return answer.result.verdict == .rejected
  }

  /// Every attempt, and which layer alone is enough against it.
  private func attempts() -> [(words: String, landlock: Bool, seccomp: Bool)] {
    [
      ("read \(secret)", true, false), ("list \(folder.path)", true, false),
      ("read /etc/passwd", true, false), ("list /home", true, false),
      ("read /proc/\(getpid())/environ", true, false),
      ("read /proc/\(getpid())/maps", true, false), ("read /proc/\(getpid())/fd/0", true, false),
      ("read /proc/\(getpid())/root\(secret)", true, false),
      ("write \(folder.path)/new", true, true), ("append \(secret)", true, true),
      ("write /tmp/hoso-escape", true, true), ("folder \(folder.path)/made", true, true),
      ("link \(folder.path)/link", true, true), ("rename \(secret)", true, true),
      ("remove \(secret)", true, true), ("permit \(secret)", false, true),
      ("internet", false, true), ("internet-6", false, true), ("local-socket", false, true),
      ("connect", Confinement.offered.landlock >= 4, true),
      ("program", true, true), ("signal", Confinement.offered.landlock >= 6, true),
      ("code", false, true),
    ]
  }

  @Test(.enabled("this kernel has both layers", both))
  func aWorkerReachesNothing() async throws {
    let pool = pool()
    for attempt in attempts() {
      #expect(try await isRefused(attempt.words, in: pool), "\(attempt.words)")
    }
    #expect(FileManager.default.contents(atPath: secret) == Data("another person's paper".utf8))
    #expect(try await pool.confinement() == .offered)
    await pool.stop()
  }

  /// A layer that is there alone refuses what it is for.
  @Test(.enabled("this kernel has both layers", both))
  func eachLayerHoldsAlone() async throws {
    let landlock = pool(kernel: Confinement(landlock: Confinement.offered.landlock))
    let seccomp = pool(kernel: Confinement(seccomp: true))
    for attempt in attempts() {
      if attempt.landlock {
        #expect(try await isRefused(attempt.words, in: landlock), "Landlock: \(attempt.words)")
      }
      if attempt.seccomp {
        #expect(try await isRefused(attempt.words, in: seccomp), "seccomp: \(attempt.words)")
      }
    }
    #expect(try await landlock.confinement().seccomp == false)
    #expect(try await seccomp.confinement().landlock == 0)
    await landlock.stop()
    await seccomp.stop()
  }

  /// The attempts are real: without a confinement they succeed.
  @Test func withoutConfinementTheAttemptsSucceed() async throws {
    let pool = pool(kernel: Confinement(), policy: .whereThere)
    for words in [
      "read \(secret)", "write \(folder.path)/new", "append \(secret)",
      "folder \(folder.path)/made",
      "internet", "local-socket", "connect", "program", "signal", "code",
      "permit \(secret)", "link \(folder.path)/link", "rename \(secret)",
    ] {
      #expect(try await !isRefused(words, in: pool), "\(words)")
    }
    #expect(try await pool.confinement().isNone)
    await pool.stop()
  }

  @Test func withNoLayerTheWorkIsRefused() async throws {
    let pool = pool(kernel: Confinement())
    await #expect(throws: WorkerPoolError.unconfined) {
      try await pool.result(of: [1], request: WorkRequest(name: "a.jpg", sha256: "00"))
    }
    #expect("\(WorkerPoolError.unconfined)".contains("--unconfined"))
    await pool.stop()
  }

  @Test(.enabled("this kernel has both layers", both))
  func whatTheProgramNamesMayBeRead() async throws {
    let pool = pool(readable: [folder.path])
    #expect(try await !isRefused("read \(secret)", in: pool))
    #expect(try await isRefused("append \(secret)", in: pool))
    await pool.stop()
  }

  /// The main thread of a Swift program waits in `sigsuspend`, and spins on its core where that is
  /// refused.
  @Test(.enabled("this kernel has both layers", both))
  func waitingForSignalsIsAllowed() async throws {
    let pool = pool()
    #expect(try await !isRefused("wait", in: pool))
    await pool.stop()
  }

  private static func both() async -> Bool {
    Confinement.offered.landlock > 0 && Confinement.offered.seccomp
  }
}
