import Foundation
import Glibc
import MappedFiles
import Testing

@Suite struct MappedFileTests {
  private func withFile<Result>(
    _ bytes: [UInt8], _ body: (String) throws -> Result
  ) throws -> Result {
    let path = NSTemporaryDirectory() + "mapped-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  @Test func readsNumbersOfEveryWidthAtAnyOffset() throws {
    try withFile([0xFF, 1, 2, 3, 4, 5, 6, 7, 8]) { path in
      let file = try MappedFile(path: path)
      #expect(file.count == 9)
      #expect(file.byte(at: 0) == 0xFF)
      #expect(file.uint16(at: 1) == 0x0201)
      #expect(file.uint32(at: 1) == 0x0403_0201)
      #expect(file.uint64(at: 1) == 0x0807_0605_0403_0201)
      #expect(file.bytes(in: 7..<9) == [7, 8])
    }
  }

  @Test func readsFloatsBitForBit() throws {
    let bits = Float(-1.5).bitPattern
    try withFile((0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }) { path in
      let file = try MappedFile(path: path)
      #expect(file.float(at: 0) == -1.5)
    }
  }

  @Test func opensAnEmptyFile() throws {
    try withFile([]) { path in
      let file = try MappedFile(path: path)
      #expect(file.count == 0)
      #expect(file.bytes(in: 0..<0).isEmpty)
    }
  }

  @Test func saysWhatItCannotOpen() {
    #expect(throws: MappedFileError(path: "/nowhere/model", code: ENOENT)) {
      try MappedFile(path: "/nowhere/model")
    }
    #expect(throws: MappedFileError(path: "/", code: EINVAL)) { try MappedFile(path: "/") }
    #expect(
      MappedFileError(path: "/nowhere/model", code: ENOENT).description
        == "cannot open /nowhere/model: No such file or directory")
  }

  @Test func stopsAtTheEndOfTheFile() async {
    await #expect(processExitsWith: .failure) { () async throws in
      let path = NSTemporaryDirectory() + "mapped-\(UUID().uuidString)"
      try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
      let file = try MappedFile(path: path)
      try FileManager.default.removeItem(atPath: path)
      _ = file.uint32(at: 0)
    }
  }
}
