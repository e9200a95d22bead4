internal import CMicrohttpd
internal import Glibc

/// A socket that waits for connections.
struct ListeningSocket {
  let descriptor: Int32
  /// The port, also where any was asked for.
  let port: UInt16

  /// Listens on `address`, given in numbers.
  init(address: String, port: UInt16, isLoopbackOnly: Bool) throws(HTTPServerError) {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_PASSIVE
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(address, String(port), &hints, &list) == 0, let found = list else {
      throw .notAnAddress(address)
    }
    defer { freeaddrinfo(list) }
    guard let place = found.pointee.ai_addr else { throw .notAnAddress(address) }
    guard !isLoopbackOnly || Self.isLoopback(place) else {
      throw .plainBeyondLoopback(address: address)
    }
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = socket(found.pointee.ai_family, kind, 0)
    func failure() -> HTTPServerError {
      let cause = String(cString: strerror(errno))
      if descriptor >= 0 { close(descriptor) }
      return .cannotListen(address: address, port: port, cause: cause)
    }
    guard descriptor >= 0 else { throw failure() }
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard bind(descriptor, place, found.pointee.ai_addrlen) == 0, listen(descriptor, 511) == 0
    else { throw failure() }
    var bound = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let got = withUnsafeMutableBytes(of: &bound) { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) {
        getsockname(descriptor, $0.baseAddress, &length)
      }
    }
    guard got == 0 else { throw failure() }
    self.descriptor = descriptor
    // The port stands at the same place in both families, high byte first.
    self.port = withUnsafeBytes(of: &bound) { UInt16($0[2]) << 8 | UInt16($0[3]) }
  }

  private static func isLoopback(_ address: UnsafeMutablePointer<sockaddr>) -> Bool {
    let bytes = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET: return bytes.load(fromByteOffset: 4, as: UInt8.self) == 127
    case AF_INET6:
      let parts = UnsafeRawBufferPointer(start: bytes + 8, count: 16)
      return parts.dropLast().allSatisfy { $0 == 0 } && parts[15] == 1
    default: return false
    }
  }

  /// An address in numbers; empty for one of an unknown family.
  static func text(of address: UnsafePointer<sockaddr>?) -> String {
    guard let address else { return "" }
    let isLong = Int32(address.pointee.sa_family) == AF_INET6
    let length = isLong ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
    var name = [CChar](repeating: 0, count: 64)
    guard
      getnameinfo(
        address, socklen_t(length), &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0
    else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
