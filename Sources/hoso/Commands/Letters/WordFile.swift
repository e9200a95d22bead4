import Documents
import Foundation
import Glibc

/// A word processor's file, made into text by the office's own tools.
struct WordFile {
  /// Why a file could not be made into text.
  enum Failure: Error, Equatable {
    /// None of the tools that read files of this kind is installed.
    case noConverter(format: String, tools: [String])
    /// The tool could not convert the file.
    case failed(format: String, tool: String)

    /// The reason, for whoever sent the file.
    var finding: Finding {
      switch self {
      case .noConverter(let format, let tools):
        Finding(
          .fileNoConverter, details: ["format": format, "tools": tools.joined(separator: ", ")])
      case .failed(let format, let tool):
        Finding(.fileNotConverted, details: ["format": format, "tools": tool])
      }
    }
  }

  /// A program that converts, and what it is called with.
  private struct Converter {
    let tool: String
    /// The arguments; `{in}` is the file, `{out}` the folder that the text goes to.
    let arguments: [String]
    /// Whether the text is written to a file of its folder, not to standard output.
    let writesFile: Bool
  }

  private static let office = Converter(
    tool: "soffice",
    arguments: [
      "--headless", "--norestore", "-env:UserInstallation=file://{out}/profile", "--convert-to",
      "txt:Text (encoded):UTF8", "--outdir", "{out}", "{in}",
    ], writesFile: true)
  private static let converters: [String: [Converter]] = [
    "doc": [
      office,
      Converter(
        tool: "antiword", arguments: ["-m", "UTF-8.txt", "-w", "0", "{in}"], writesFile: false),
      Converter(tool: "catdoc", arguments: ["-d", "utf-8", "-w", "{in}"], writesFile: false),
    ],
    "docx": [
      office,
      Converter(
        tool: "pandoc", arguments: ["--to", "plain", "--wrap", "none", "{in}"], writesFile: false),
    ],
    "odt": [
      office,
      Converter(
        tool: "pandoc", arguments: ["--to", "plain", "--wrap", "none", "{in}"], writesFile: false),
    ],
    "rtf": [
      office,
      Converter(tool: "catdoc", arguments: ["-d", "utf-8", "-w", "{in}"], writesFile: false),
    ],
  ]

  /// How long a converter may take, and how long to end when it is told to.
  private static let limit: Duration = .seconds(120)
  private static let grace: Duration = .seconds(5)

  let path: String

  /// The file at `path`; nil when its name does not end as a word processor's does.
  init?(path: String) {
    guard Self.converters[URL(filePath: path).pathExtension.lowercased()] != nil else { return nil }
    self.path = path
  }

  /// The text that the first converter which is installed makes of the file; throws `Failure` where
  /// there is none or it fails.
  func text() async throws -> [UInt8] {
    let file = URL(filePath: path)
    let format = file.pathExtension.lowercased()
    let choices = Self.converters[format] ?? []
    for converter in choices {
      guard let program = Self.program(converter.tool) else { continue }
      let folder = FileManager.default.temporaryDirectory.appending(path: "hoso-\(UUID())")
      do {
        try FileManager.default.createDirectory(
          at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw OutputError.cannotWrite(path: folder.path)
      }
      defer { try? FileManager.default.removeItem(at: folder) }
      let text = try await Self.run(program, converter, on: file, in: folder)
      guard let text, !text.isEmpty else {
        throw Failure.failed(format: format, tool: converter.tool)
      }
      return text
    }
    throw Failure.noConverter(format: format, tools: choices.map(\.tool))
  }

  /// The program `tool` in the folders of PATH.
  private static func program(_ tool: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
      .split(separator: ":")
    return folders.map { "\($0)/\(tool)" }.first(
      where: FileManager.default.isExecutableFile(atPath:))
  }

  private static func run(
    _ program: String, _ converter: Converter, on file: URL, in folder: URL
  ) async throws -> [UInt8]? {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = converter.arguments.map {
      $0.replacingOccurrences(of: "{in}", with: file.path)
        .replacingOccurrences(of: "{out}", with: folder.path)
    }
    let printed = folder.appending(path: "printed")
    _ = FileManager.default.createFile(atPath: printed.path, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: printed)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    let ended = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in ended.continuation.finish() }
    try process.run()
    let watch = Task {
      try await Task.sleep(for: limit)
      process.terminate()
      try await Task.sleep(for: grace)
      kill(process.processIdentifier, SIGKILL)
    }
    for await _ in ended.stream {}
    watch.cancel()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else { return nil }
    var result = printed
    if converter.writesFile {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      guard let name = names.first(where: { $0.hasSuffix(".txt") }) else { return nil }
      result = folder.appending(path: name)
    }
    return try TextFile(path: result.path, name: file.lastPathComponent).bytes
  }
}
