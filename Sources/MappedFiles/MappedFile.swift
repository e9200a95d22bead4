import Glibc

/// A file mapped into memory, read-only; unmapped when the last reference goes.
///
/// Numbers are little-endian and need no alignment. Every read is checked against the end of the
/// file, so a file cut short stops the program rather than yield what lies behind it: check sizes
/// when a file is opened. The file must not be shortened while it is mapped.
public final class MappedFile: Sendable {
  /// The number of bytes.
  public let count: Int
  // Written by no one after `init`: the mapping is private and read-only.
  @usableFromInline nonisolated(unsafe) let base: UnsafeRawPointer

  /// Maps the file at `path`.
  public init(path: String) throws(MappedFileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MappedFileError(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw MappedFileError(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw MappedFileError(path: path, code: EINVAL)
    }
    count = Int(status.st_size)
    guard count > 0 else {
      // An empty file cannot be mapped; nothing of it can be read either.
      base = UnsafeRawPointer(UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1))
      return
    }
    guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { throw MappedFileError(path: path, code: errno) }
    base = UnsafeRawPointer(address)
  }

  deinit {
    let base = UnsafeMutableRawPointer(mutating: base)
    if count > 0 { munmap(base, count) } else { base.deallocate() }
  }

  /// The byte at `offset`.
  @inlinable
  public func byte(at offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count)
    return base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// The 16-bit number at `offset`.
  @inlinable
  public func uint16(at offset: Int) -> UInt16 {
    precondition(offset >= 0 && offset <= count - 2)
    return UInt16(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  /// The 32-bit number at `offset`.
  @inlinable
  public func uint32(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset <= count - 4)
    return UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The 64-bit number at `offset`.
  @inlinable
  public func uint64(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count - 8)
    return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The 32-bit floating-point number at `offset`.
  @inlinable
  public func float(at offset: Int) -> Float { Float(bitPattern: uint32(at: offset)) }

  /// A copy of the bytes in `range`.
  public func bytes(in range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }
}
