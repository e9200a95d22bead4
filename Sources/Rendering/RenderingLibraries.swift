internal import CPoppler

/// The version of the C library that renders PDF pages.
package enum RenderingLibraries {
  /// The version of poppler.
  package static var poppler: String { String(cString: poppler_get_version()) }
}
