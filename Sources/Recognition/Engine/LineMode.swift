internal import CTesseract

/// How the engine takes the picture it is given.
package enum LineMode: Sendable {
  /// One line of print; the engine finds its words and strokes first.
  case line
  /// One line of print, taken whole and unexamined.
  case rawLine
  /// A block of lines of one size.
  case block
  /// A whole page with the engine's own layout.
  case page
  /// Print scattered over the picture, in no order.
  case sparse

  var segmentation: TessPageSegMode {
    switch self {
    case .line: PSM_SINGLE_LINE
    case .rawLine: PSM_RAW_LINE
    case .block: PSM_SINGLE_BLOCK
    case .page: PSM_AUTO
    case .sparse: PSM_SPARSE_TEXT
    }
  }
}
