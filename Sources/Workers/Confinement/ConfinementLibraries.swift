internal import CSandbox

/// The version of the C library that confines workers.
package enum ConfinementLibraries {
  /// The version of libseccomp.
  package static var seccomp: String { String(cString: hoso_seccomp_library_version()) }
}
