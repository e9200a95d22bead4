/// The sources of a model as its file names them: a line each, the SHA-256 and what the text is.
enum ModelSourceList {
  static func text(of sources: [ModelSource]) -> [UInt8] {
    Array(sources.map { "\($0.sha256)  \($0.name)\n" }.joined().utf8)
  }

  static func sources(in text: [UInt8]) -> [ModelSource] {
    String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return ModelSource(
        name: parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "",
        sha256: parts.first.map(String.init) ?? "")
    }
  }
}
