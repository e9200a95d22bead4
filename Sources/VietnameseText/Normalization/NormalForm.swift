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
    // ICU reads the bytes during the call only; what it returns is copied, then freed.
    let normalized: String? = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
        let length = Int32(bytes.count)
        if unsafe cicu_is_normalized(form, bytes.baseAddress, length) { return nil }
        var resultLength: Int32 = 0
        guard let memory = unsafe cicu_normalize(form, bytes.baseAddress, length, &resultLength)
        else { return nil }
        defer { unsafe cicu_free(memory) }
        let result = unsafe UnsafeBufferPointer(start: memory, count: Int(resultLength))
        return unsafe result.withMemoryRebound(to: UInt8.self) {
          unsafe String(decoding: $0, as: UTF8.self)
        }
      }
    }
    return normalized ?? text
  }

  fileprivate func isForm(of text: String) -> Bool {
    guard !text.isEmpty else { return true }
    var text = text
    return text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
        unsafe cicu_is_normalized(form, bytes.baseAddress, Int32(clamping: bytes.count))
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
  public static var version: String { unsafe String(cString: cicu_version()) }
}
