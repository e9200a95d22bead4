import Foundation
import Glibc

/// What a document that has taken a worker over would try.
enum ProbeEscape {
  /// Tries what `words` say; whether the kernel refused it.
  static func isRefused(_ words: [String]) -> Bool {
    let path = words.count > 1 ? words[1] : ""
    let outcome: Int32 =
      switch words.first {
      case "read": closed(open(path, O_RDONLY))
      case "list": closed(open(path, O_RDONLY | O_DIRECTORY))
      case "write": closed(open(path, O_WRONLY | O_CREAT, 0o600))
      case "append": closed(open(path, O_WRONLY | O_APPEND))
      case "folder": mkdir(path, 0o700)
      case "remove": unlink(path)
      case "link": symlink("/etc/passwd", path)
      case "rename": rename(path, path + ".moved")
      case "permit": chmod(path, 0o777)
      case "internet": closed(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
      case "internet-6": closed(socket(AF_INET6, Int32(SOCK_DGRAM.rawValue), 0))
      case "local-socket": closed(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0))
      case "connect": connected()
      case "program": program()
      case "signal": kill(getppid(), 0)
      case "wait": waitForSignal()
      case "code":
        mmap(nil, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
          ? -1 : 0
      default: 0
      }
    return outcome < 0 && [EPERM, EACCES].contains(errno)
  }

  private static func closed(_ file: Int32) -> Int32 {
    guard file >= 0 else { return -1 }
    close(file)
    return 0
  }

  /// Connects to a port of this machine; that nobody listens there is no refusal.
  private static func connected() -> Int32 {
    let end = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard end >= 0 else { return -1 }
    defer { close(end) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(9).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let outcome = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(end, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return outcome
  }

  /// Waits for a signal that has come already, as the main thread of a Swift program waits all its
  /// life.
  private static func waitForSignal() -> Int32 {
    signal(SIGUSR1) { _ in }
    var mask = sigset_t()
    sigemptyset(&mask)
    var held = mask
    sigaddset(&held, SIGUSR1)
    pthread_sigmask(SIG_BLOCK, &held, nil)
    pthread_kill(pthread_self(), SIGUSR1)
    return sigsuspend(&mask)
  }

  private static func program() -> Int32 {
    var process: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    defer { free(arguments[0]) }
    let error = posix_spawn(&process, "/bin/true", nil, nil, &arguments, nil)
    guard error == 0 else {
      errno = error
      return -1
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return 0
  }
}
