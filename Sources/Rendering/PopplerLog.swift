internal import CPoppler

/// Keeps the PDF library's messages off standard error; its failures become refusals.
enum PopplerLog {
  /// Installs the silence once.
  static let isSilent: Bool = {
    let levels = GLogLevelFlags(rawValue: ~3)
    for domain in ["Poppler", "poppler", "GLib", "GLib-GObject"] {
      g_log_set_handler(domain, levels, { _, _, _, _ in }, nil)
    }
    return true
  }()
}
