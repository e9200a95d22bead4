internal import CSodium

/// The version of the C library that hashes and encrypts.
package enum ContentHashLibraries {
  /// The version of libsodium.
  package static var sodium: String { String(cString: sodium_version_string()) }
}
