internal import Foundation

/// The files that a confined worker may read or run beside what its program names.
enum ReadablePlaces {
  /// The system's own files, which hold nobody's data: libraries, fonts, the engine's models, and what
  /// tells how many processors there are.
  static let system = [
    "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/share", "/usr/local/share", "/lib", "/lib64",
    "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime", "/var/cache/fontconfig",
    // Dispatch asks here how busy its threads are. What other processes hold stays shut: Landlock
    // refuses a look into a process beyond its own.
    "/proc",
    "/sys/devices/system/cpu", "/sys/devices/system/node", "/dev/null", "/dev/urandom",
  ]

  /// The programs that load a program's libraries.
  static let loaders = [
    "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1", "/lib64/ld-linux.so.2",
  ]

  /// The folders of the libraries that this process has loaded, as where the Swift libraries stand
  /// beside their toolchain: a worker is built with the same ones.
  static var libraries: [String] {
    // A file of /proc has no size to read up to.
    guard let maps = try? FileHandle(forReadingAtPath: "/proc/self/maps")?.readToEnd() else {
      return []
    }
    let files = String(decoding: maps, as: UTF8.self).split(separator: "\n").compactMap {
      line -> String? in
      guard let start = line.firstIndex(of: "/") else { return nil }
      let path = line[start...]
      return path.contains(".so") ? String(path) : nil
    }
    return Set(files.map { URL(filePath: $0).deletingLastPathComponent().path }).sorted()
  }
}
