internal import CTesseract
internal import Documents
internal import Foundation

/// A warm Tesseract engine that reads one picture at a time; used by one thread.
package final class TextRecognizer {
  private let handle: OpaquePointer
  private var alphabet = ""

  /// Loads the model `language` from `folder`, or from where such models usually are.
  package init(language: String = "vie", folder: String? = nil) throws(RecognitionError) {
    let folders = ModelFolder.searched(
      named: folder, environment: ProcessInfo.processInfo.environment)
    let found = try ModelFolder.containing(language, in: folders)
    // Tesseract's OpenMP loops cost five times what they save. Without OMP_THREAD_LIMIT in the
    // environment this is the one call that still switches them off.
    omp_set_max_active_levels(0)
    _ = setMsgSeverity(Int32(L_SEVERITY_NONE))
    guard let handle = TessBaseAPICreate() else { throw .imageNotPrepared }
    TessBaseAPISetVariable(handle, "debug_file", "/dev/null")
    guard TessBaseAPIInit2(handle, found, language, OEM_LSTM_ONLY) == 0 else {
      TessBaseAPIEnd(handle)
      TessBaseAPIDelete(handle)
      throw .modelNotLoaded(language: language, folder: found)
    }
    self.handle = handle
    TessBaseAPISetVariable(handle, "debug_file", "/dev/null")
    TessBaseAPISetVariable(handle, "tessedit_do_invert", "0")
    TessBaseAPISetVariable(handle, "user_defined_dpi", "300")
  }

  deinit {
    TessBaseAPIEnd(handle)
    TessBaseAPIDelete(handle)
  }

  /// The lines of words in `picture`; with an `alphabet` only its characters are read.
  func lines(
    in picture: borrowing Picture, mode: LineMode, alphabet: String = ""
  ) -> [[TextWord]] {
    if alphabet != self.alphabet {
      TessBaseAPISetVariable(handle, "tessedit_char_whitelist", alphabet)
      self.alphabet = alphabet
    }
    TessBaseAPISetPageSegMode(handle, mode.segmentation)
    TessBaseAPISetImage2(handle, picture.pix)
    defer { TessBaseAPIClear(handle) }
    guard TessBaseAPIRecognize(handle, nil) == 0,
      let iterator = TessBaseAPIGetIterator(handle)
    else { return [] }
    defer { TessResultIteratorDelete(iterator) }
    // Borrowed from `iterator`; never deleted.
    let place = TessResultIteratorGetPageIterator(iterator)
    var lines: [[TextWord]] = []
    repeat {
      if lines.isEmpty || TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE) != 0 {
        lines.append([])
      }
      guard let raw = TessResultIteratorGetUTF8Text(iterator, RIL_WORD) else { continue }
      defer { TessDeleteText(raw) }
      let text = String(cString: raw).trimmingCharacters(in: .whitespacesAndNewlines)
      guard !text.isEmpty else { continue }
      var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
      guard TessPageIteratorBoundingBox(place, RIL_WORD, &left, &top, &right, &bottom) != 0
      else { continue }
      lines[lines.count - 1].append(
        TextWord(
          text: text,
          box: PixelBox(
            x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top)),
          // Three places: more say nothing, and recorded readings are kept.
          confidence: Double((TessResultIteratorConfidence(iterator, RIL_WORD) * 10).rounded())
            / 1000))
    } while TessResultIteratorNext(iterator, RIL_WORD) != 0
    return lines.filter { !$0.isEmpty }
  }

  /// What `picture`, one line of print, says, and where the line stands in it; nil when nothing is
  /// found.
  func framedLine(in picture: borrowing Picture) -> (text: String, frame: LineFrame)? {
    TessBaseAPISetPageSegMode(handle, LineMode.line.segmentation)
    TessBaseAPISetImage2(handle, picture.pix)
    defer { TessBaseAPIClear(handle) }
    guard TessBaseAPIRecognize(handle, nil) == 0, let iterator = TessBaseAPIGetIterator(handle)
    else { return nil }
    defer { TessResultIteratorDelete(iterator) }
    let place = TessResultIteratorGetPageIterator(iterator)
    var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    var (x1, y1, x2, y2): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard TessPageIteratorBoundingBox(place, RIL_TEXTLINE, &left, &top, &right, &bottom) != 0,
      TessPageIteratorBaseline(place, RIL_TEXTLINE, &x1, &y1, &x2, &y2) != 0,
      let raw = TessResultIteratorGetUTF8Text(iterator, RIL_TEXTLINE)
    else { return nil }
    defer { TessDeleteText(raw) }
    return (
      String(cString: raw).trimmingCharacters(in: .whitespacesAndNewlines),
      LineFrame(
        ink: PixelBox(
          x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top)),
        baseline: Double(y1 + y2) / 2)
    )
  }
}
