import Documents
import Foundation
import RecordStore
import TestSupport
import Testing

/// That nothing a paper says is found where it does not belong.
@Suite(.serialized) struct PrivacyTests {
  private let hoso: Hoso

  init() throws { hoso = try Hoso() }

  private static let cases = [
    "corpus/chip/clean-02", "corpus/cmnd9/clean-01", "corpus/form-01/clean-01",
    "corpus/form-602b-595/clean-01",
  ]

  private struct Label: Decodable {
    struct Paper: Decodable {
      let fields: [String: FieldValue?]
    }
    let files: [String]
    let documents: [Paper]
  }

  /// The values of a label that tell one person from others: no words that forms print anyway.
  private func secrets(_ label: Label) -> Set<String> {
    let common: Set<String> = [
      "sex", "nationality", "ethnicity", "religion", "declarantSignature", "formVersion",
      "transactionChannel", "resultDelivery", "issuer", "paymentMethod", "receivingOffice",
    ]
    var values: Set<String> = []
    for (key, value) in label.documents.flatMap(\.fields) where !common.contains(key) {
      switch value {
      case .text(let text): values.insert(text)
      case .list(let texts): values.formUnion(texts)
      case .rows(let rows): values.formUnion(rows.flatMap { $0.values.compactMap { $0 } })
      case nil: break
      }
    }
    return values.filter { $0.count >= 6 }
  }

  /// The forms in which a value could stand in a log.
  private func spellings(_ value: String) -> Set<String> {
    var forms: Set<String> = [
      value, value.lowercased(), value.uppercased(), value.decomposedStringWithCanonicalMapping,
      value.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil),
    ]
    let parts = value.split(separator: "-")
    if parts.count == 3 { forms.insert(parts.reversed().joined(separator: "/")) }
    return forms
  }

  /// A batch at the most verbose level, in both formats of messages, tells no value of its labels on
  /// any output; and what it leaves in the data directory beside the database is encrypted.
  @Test(arguments: ["text", "json"])
  func noValueIsToldAndNoPlainImageIsLeft(format: String) async throws {
    var secrets: Set<String> = []
    var images: [Data] = []
    for (number, path) in Self.cases.enumerated() {
      let folder = Hoso.root.appending(path: path)
      let label = try JSONDecoder().decode(
        Label.self, from: Data(contentsOf: folder.appending(path: "label.json")))
      secrets.formUnion(self.secrets(label))
      for name in label.files {
        let bytes = try Data(contentsOf: folder.appending(path: name))
        images.append(bytes)
        try hoso.write(Array(bytes), to: "in/\(number)-\(name)")
      }
    }
    #expect(secrets.count > 15)
    let temporary = hoso.path + "/tmp"
    try FileManager.default.createDirectory(
      atPath: temporary, withIntermediateDirectories: true)
    let ending = try await hoso.run(
      [
        "import", hoso.path + "/in", "--data", hoso.data, "--verbose", "--log-format", format,
        "--jobs", "2",
      ], environment: ["TMPDIR": temporary])
    #expect([0, 3, 4].contains(ending.status), "\(ending.messages)")
    #expect(ending.messages.contains("chip") || ending.messages.contains("review"))
    let output = ending.output + ending.messages
    for secret in secrets {
      for form in spellings(secret) {
        // The value itself is not put into the message of a failed test either.
        let isTold = output.contains(form) || output.lowercased().contains(form.lowercased())
        #expect(!isTold, "a value of \(secret.count) letters is told")
      }
    }
    // Whatever lies about: no original, and no picture in the plain.
    for place in [hoso.data, temporary] {
      let names = FileManager.default.enumerator(atPath: place)?.allObjects as? [String] ?? []
      for name in names {
        guard let content = FileManager.default.contents(atPath: place + "/" + name) else {
          continue
        }
        for image in images { #expect(content.range(of: image.prefix(512)) == nil, "\(name)") }
        for signature: [UInt8] in [
          [0xFF, 0xD8, 0xFF, 0xE0], [0x89, 0x50, 0x4E, 0x47], Array("%PDF-".utf8),
        ] {
          #expect(!content.starts(with: signature), "\(name)")
        }
      }
    }
    let sealed = FileManager.default.enumerator(atPath: hoso.data)?.allObjects as? [String] ?? []
    #expect(sealed.count { $0.hasPrefix("originals/") && $0.hasSuffix(".sealed") } == images.count)
  }

  @Test func aHotFolderIsEmptiedAndAPersonForgotten() async throws {
    let card = Hoso.root.appending(path: "corpus/chip/clean-02/front.jpg")
    try hoso.write(Array(try Data(contentsOf: card)), to: "hot/sub/card.jpg")
    try hoso.write(try SampleFile.blank.bytes(), to: "hot/blank.tif")
    let ending = try await hoso.run([
      "watch", hoso.path + "/hot", "--data", hoso.data, "--once", "--settling", "0", "--patience",
      "0",
    ])
    #expect([3, 4].contains(ending.status), "\(ending.messages)")
    let left = FileManager.default.enumerator(atPath: hoso.path + "/hot")?.allObjects
    #expect((left as? [String] ?? []).allSatisfy { $0 == "sub" })
    struct Label: Decodable {
      struct Paper: Decodable {
        let fields: [String: String?]
      }
      let documents: [Paper]
    }
    let label = try JSONDecoder().decode(
      Label.self,
      from: Data(contentsOf: Hoso.root.appending(path: "corpus/chip/clean-02/label.json")))
    let number = try #require(
      label.documents.compactMap { $0.fields["personalNumber"] ?? nil }.first)
    let forgotten = try await hoso.run(["forget", number, "--data", hoso.data])
    #expect(forgotten.status == 0, "\(forgotten.messages)")
    #expect(forgotten.output.contains("erased: 1 papers"), "\(forgotten.output)")
    #expect(forgotten.output.contains("nothing is left"))
    #expect(!(forgotten.output + forgotten.messages).contains(number))
    let usage = try await hoso.run(["forget", "not a number", "--data", hoso.data])
    #expect(usage.status == 2)
  }

  @Test func keysAreMadeRotatedAndRefused() async throws {
    try hoso.write(try SampleFile.blank.bytes(), to: "in/b.tif")
    let none = ["HOSO_KEY": ""]
    let made = try await hoso.run(
      ["import", hoso.path + "/in", "--data", hoso.data], environment: none)
    #expect(made.messages.contains(".config/hoso/key"), "\(made.messages)")
    #expect(try await hoso.run(["key", "create"], environment: none).status == 0)
    let rotated = try await hoso.run(
      ["key", "rotate", "--data", hoso.data], environment: none)
    #expect(rotated.output == "1 files sealed anew\n")
    let missing = try await hoso.run([
      "import", hoso.path + "/in", "--data", hoso.data, "--key-file", hoso.path + "/none",
    ])
    #expect(missing.status == 5)
    #expect(missing.messages.contains("hoso key create"))
    let wrong = try await hoso.run(
      ["import", hoso.path + "/in", "--data", hoso.data], environment: ["HOSO_KEY": "secret"])
    #expect(wrong.status == 5)
    #expect(!wrong.messages.contains("secret"))
  }
}
