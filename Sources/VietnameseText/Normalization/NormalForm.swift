internal import CICU

/// A Unicode normal form.
public enum NormalForm: Sendable {
  /// Letters with their marks composed: NFC.
  case composed
  /// Letters and marks apart: NFD.
  case decomposed

  private var form: cicu_form {
    switch self {
    case .composed: cicu_nfc
    case .decomposed: cicu_nfd
    }
  }

  fileprivate func normalize(_ text: String) -> String {
    // ICU counts bytes in 32 bits and takes the shared buffer of empty strings for an overlap.
    guard !text.isEmpty, text.utf8.count <= Int32.max / 4 else { return text }
    var text = text
    let normalized: String? = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        let length = Int32(bytes.count)
        if cicu_is_normalized(form, bytes.baseAddress, length) { return nil }
        var resultLength: Int32 = 0
        guard let memory = cicu_normalize(form, bytes.baseAddress, length, &resultLength) else {
          return nil
        }
        defer { cicu_free(memory) }
        let result = UnsafeBufferPointer(start: memory, count: Int(resultLength))
        return result.withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
      }
    }
    return normalized ?? text
  }

  fileprivate func isForm(of text: String) -> Bool {
    guard !text.isEmpty else { return true }
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        cicu_is_normalized(form, bytes.baseAddress, Int32(clamping: bytes.count))
      }
    }
  }
}

extension String {
  /// The text in `form`; unchanged, and nearly free, when it is in that form already.
  public func normalized(to form: NormalForm = .composed) -> String { form.normalize(self) }

  /// Whether the text is in `form`, byte by byte.
  public func isNormalized(to form: NormalForm = .composed) -> Bool { form.isForm(of: self) }
}

/// The ICU library that normalises.
public enum UnicodeLibrary {
  /// Its version, such as `72.1`.
  public static var version: String { String(cString: cicu_version()) }
}
