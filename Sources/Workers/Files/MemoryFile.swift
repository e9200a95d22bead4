internal import CProcess
internal import Glibc

/// A document in memory that another process can be given and nobody can change any more.
final class MemoryFile: Sendable {
  let descriptor: Int32

  /// Copies `bytes`; nil where no such file can be made, as under a limit on the size of files.
  init?(_ bytes: [UInt8]) {
    var file: Int32 = -1
    guard hoso_process_memory_file(bytes, bytes.count, &file) == 0 else { return nil }
    descriptor = file
  }

  deinit { close(descriptor) }
}
