/// Small numbers for the words or letters of the texts that are compared.
struct PartCodes<Part: Hashable> {
  private var known: [Part: UInt32] = [:]

  /// One number for each part; equal parts have equal numbers.
  mutating func codes(of parts: [Part]) -> [UInt32] {
    parts.map { part in
      if let code = known[part] { return code }
      let code = UInt32(known.count)
      known[part] = code
      return code
    }
  }
}
