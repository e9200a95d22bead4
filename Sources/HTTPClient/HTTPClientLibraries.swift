internal import CCurl

/// The versions of the C libraries that speak HTTP as a client.
package enum HTTPClientLibraries {
  /// The versions of libcurl and what it uses.
  package static var curl: String {
    // "libcurl/7.88.1 OpenSSL/3.0.15 …"
    String(cString: curl_version()).split(separator: " ").prefix(2).joined(separator: " ")
  }
}
