import Foundation
import Testing

/// `hoso letter` given files of word processors.
@Suite struct WordFileTests {
  private let hoso: Hoso

  init() throws { hoso = try Hoso() }

  private static let letter = """
    BẢO HIỂM XÃ HỘI VIỆT NAM            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    BẢO HIỂM XÃ HỘI TỈNH YÊN BÁI            Độc lập - Tự do - Hạnh phúc
    Số: 128/BHXH-QLT                     Yên Bái, ngày 05 tháng 3 năm 2026
    V/v rà soát dữ liệu người tham gia
    Kính gửi: Ủy ban nhân dân thành phố Yên Bái
    Bảo hiểm xã hội tỉnh đề nghị phối hợp rà soát dữ liệu người tham gia.
    """

  /// Runs `hoso letter` on a file with `script` as the only converter that is installed.
  private func letter(_ script: String?, as tool: String = "antiword") async throws -> Hoso.Ending {
    let tools = hoso.path + "/tools"
    try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
    if let script {
      let path = try hoso.write(Array("#!/bin/sh\n\(script)\n".utf8), to: "tools/\(tool)")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    let file = try hoso.write([0xD0, 0xCF, 0x11, 0xE0], to: "a letter.doc")
    let temporary = hoso.path + "/tmp"
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    let ending = try await hoso.run(
      ["letter", "--json", file], environment: ["PATH": tools, "TMPDIR": temporary])
    // What was converted is no one's business afterwards.
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [])
    return ending
  }

  @Test func isReadThroughTheConverterThatIsInstalled() async throws {
    let text = try hoso.write(Array(Self.letter.utf8), to: "text")
    let ending = try await letter("exec /bin/cat '\(text)'")
    #expect(ending.status == 0 || ending.status == 3, "\(ending.messages)")
    #expect(ending.output.contains("128/BHXH-QLT"))
    #expect(ending.output.contains("a letter.doc"))
  }

  @Test func aConverterMayWriteAFile() async throws {
    let text = try hoso.write(Array(Self.letter.utf8), to: "text")
    let script = """
      while [ "$1" != --outdir ]; do shift; done
      /bin/cp '\(text)' "$2/a letter.txt"
      """
    let ending = try await letter(script, as: "soffice")
    #expect(ending.output.contains("128/BHXH-QLT"), "\(ending.messages)")
  }

  @Test(arguments: ["exit 1", "exit 0", "kill -9 $$"])
  func aConverterThatFailsIsNamed(script: String) async throws {
    let ending = try await letter(script)
    #expect(ending.status == 4)
    for word in ["a letter.doc", "file.not-converted", "antiword", "PDF"] {
      #expect(ending.output.contains(word))
    }
  }

  @Test func withoutAConverterTheMessageSaysWhatToInstall() async throws {
    let ending = try await letter(nil)
    #expect(ending.status == 4)
    for word in ["a letter.doc", "file.no-converter", "antiword", "soffice"] {
      #expect(ending.output.contains(word))
    }
  }

  /// A text without end must not fill the memory; this one is a hole on the disk.
  @Test func aConverterMayNotWriteWithoutEnd() async throws {
    let ending = try await letter("exec /usr/bin/truncate -s 300000000 /proc/self/fd/1")
    #expect(ending.status == 5)
    #expect(ending.messages.contains("256 MB"), "\(ending.messages)")
  }
}
