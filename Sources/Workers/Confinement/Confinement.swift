internal import CSandbox

/// What keeps a worker from everything but its documents and its channel.
///
/// Limits on time, memory and the size of files hold beside it, whatever the kernel has.
public struct Confinement: Hashable, Sendable {
  /// The version of Landlock that holds; 0 for none.
  ///
  /// A worker may then read dictionaries, models and the system's own files,
  /// and neither make, write nor run any.
  public var landlock: Int
  /// Whether seccomp holds: no socket, no program, no file opened but for reading.
  public var seccomp: Bool

  /// Creates a confinement.
  public init(landlock: Int = 0, seccomp: Bool = false) {
    self.landlock = landlock
    self.seccomp = seccomp
  }

  /// Whether nothing holds.
  public var isNone: Bool { landlock == 0 && !seccomp }

  /// What this kernel could do.
  public static var offered: Confinement {
    Confinement(
      landlock: Int(hoso_landlock_version()), seccomp: hoso_seccomp_is_there() != 0)
  }
}
