internal import CMicrohttpd

/// The version of the C library that serves HTTP.
package enum HTTPServerLibraries {
  /// The version of libmicrohttpd.
  package static var microhttpd: String { String(cString: MHD_get_version()) }
}
