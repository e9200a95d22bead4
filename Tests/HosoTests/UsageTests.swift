import Foundation
import Testing

/// Help, versions and command lines that cannot be understood.
@Suite struct UsageTests {
  private let hoso: Hoso

  init() throws { hoso = try Hoso() }

  @Test(arguments: [[], ["--help"], ["-h"], ["help"]])
  func theProgramHelps(arguments: [String]) async throws {
    let ending = try await hoso.run(arguments)
    #expect(ending.status == 0)
    for command in ["preview", "import", "evaluate", "dictionary", "doctor"] {
      #expect(ending.output.contains("  \(command)"))
    }
    #expect(ending.messages == "")
  }

  @Test(arguments: ["preview", "import", "evaluate", "dictionary", "doctor"])
  func everyCommandHelps(command: String) async throws {
    let ending = try await hoso.run([command, "--help"])
    #expect(ending.status == 0)
    #expect(ending.output.contains("Usage: hoso \(command)"))
    #expect(ending.messages == "")
    #expect(try await hoso.run(["help", command]).output == ending.output)
  }

  @Test func tellsItsVersion() async throws {
    let ending = try await hoso.run(["--version"])
    #expect(ending.status == 0)
    #expect(try /hoso \d+\.\d+\.\d+\n/.wholeMatch(in: ending.output) != nil)
    #expect(ending.messages == "")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    /// What the message must name.
    let words: [String]
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Mistake(arguments: ["preview", "--jsno", "a.jpg"], words: ["--jsno", "--json"]),
    Mistake(arguments: ["preveiw", "a.jpg"], words: ["preveiw", "preview"]),
    Mistake(arguments: ["--json", "preview"], words: ["--json"]),
    Mistake(arguments: ["preview"], words: ["FILE"]),
    Mistake(arguments: ["preview", "--html"], words: ["--html"]),
    Mistake(arguments: ["preview", "--json=1", "a.jpg"], words: ["--json"]),
    Mistake(arguments: ["preview", "--jobs", "none", "a.jpg"], words: ["jobs", "none", "256"]),
    Mistake(arguments: ["import"], words: ["PATH"]),
    Mistake(arguments: ["import", "--retry", "all"], words: ["retry", "all", "rejected"]),
    Mistake(arguments: ["import", "--cancel"], words: ["--name"]),
    Mistake(arguments: ["evaluate", "a", "b"], words: ["b"]),
    Mistake(arguments: ["dictionary"], words: ["ACTION"]),
    Mistake(arguments: ["dictionary", "polish"], words: ["polish", "verify", "look"]),
    Mistake(arguments: ["dictionary", "look"], words: ["WORD"]),
    Mistake(arguments: ["dictionary", "verify", "it"], words: ["it"]),
    Mistake(arguments: ["doctor", "--log-format", "xml"], words: ["log-format", "xml", "json"]),
  ])
  func namesTheMistake(mistake: Mistake) async throws {
    let ending = try await hoso.run(mistake.arguments)
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.messages.hasPrefix("error: "))
    for word in mistake.words { #expect(ending.messages.contains(word), "\(ending.messages)") }
  }

  @Test(arguments: [["import"], ["import", "--cancel"], ["import", "--retry", "all"]])
  func aMistakeMakesNothing(arguments: [String]) async throws {
    let home = hoso.path + "/config"
    let ending = try await hoso.run(
      arguments + ["--data", hoso.data], environment: ["XDG_CONFIG_HOME": home])
    #expect(ending.status == 2)
    #expect(!FileManager.default.fileExists(atPath: home))
    #expect(!FileManager.default.fileExists(atPath: hoso.data))
  }

  @Test func aDataDirectoryThatCannotBeMadeIsNamed() async throws {
    let ending = try await hoso.run([
      "registry", "token", "create", "--role", "admin", "--data", "/proc/hoso",
    ])
    #expect(ending.status == 5)
    #expect(ending.messages.contains("cannot use the data directory /proc/hoso"))
    #expect(ending.messages.contains("--data"))
  }

  /// Command line, then environment, then configuration file.
  @Test func theNearestSettingWins() async throws {
    try hoso.write(Array("# a comment\njobs = file\n".utf8), to: "data/hoso.conf")
    let base = ["import", "/nowhere", "--data", hoso.data]
    let file = try await hoso.run(base)
    #expect(file.status == 2)
    #expect(file.messages.contains("'file'"), "\(file.messages)")
    let environment = try await hoso.run(base, environment: ["HOSO_JOBS": "variable"])
    #expect(environment.messages.contains("'variable'"), "\(environment.messages)")
    let line = try await hoso.run(
      base + ["--jobs", "line"], environment: ["HOSO_JOBS": "variable"])
    #expect(line.messages.contains("'line'"), "\(line.messages)")
  }

  /// Editors on Windows end lines in two characters.
  @Test func linesOfAConfigurationMayEndAsOnWindows() async throws {
    let path = try hoso.write(
      Array("# jobs\r\njobs = none\r\nquiet = true\r\n".utf8), to: "my.conf")
    let ending = try await hoso.run(["import", "/nowhere", "--data", hoso.data, "--config", path])
    #expect(ending.status == 2)
    #expect(
      ending.messages.contains("'jobs' is 'none'")
        || ending.messages.contains("'--jobs' is 'none'"), "\(ending.messages)")
  }

  /// A name that came from elsewhere is shown, but clears no screen and forges no line.
  @Test func aNameCannotSteerTheTerminal() async throws {
    let name = hoso.path + "/\u{1B}[2J\u{9B}31m.jpg"
    for arguments in [
      ["preview", name], ["import", name, "--data", hoso.data], ["repair", name],
    ] {
      let ending = try await hoso.run(arguments)
      #expect(
        !(ending.output + ending.messages).unicodeScalars.contains {
          $0 == "\u{1B}" || $0 == "\u{9B}"
        })
      #expect((ending.output + ending.messages).contains("[2J"), "\(arguments)")
    }
  }

  @Test func namesTheLineOfAConfigurationThatIsWrong() async throws {
    let path = try hoso.write(Array("jobs = 1\nwrokers = 2\n".utf8), to: "my.conf")
    let ending = try await hoso.run(["doctor", "--config", path])
    #expect(ending.status == 5)
    #expect(ending.messages.contains("my.conf:2: unknown option 'wrokers'"), "\(ending.messages)")
    let absent = try await hoso.run(["doctor", "--config", path + ".absent"])
    #expect(absent.status == 5)
    #expect(absent.messages.contains("--config"))
  }

  @Test func theMachineThatRunsTheTestsIsReady() async throws {
    let ending = try await hoso.run(["doctor"])
    #expect(ending.status == 0, "\(ending.output)")
    #expect(!ending.output.contains("\u{1B}["))
    for part in ["libmicrohttpd", "libcurl", "libsodium", "seccomp", "Landlock", "sqlite"] {
      #expect(ending.output.contains(part), "\(part)")
    }
    let bare = try await hoso.run(["doctor", "--tessdata", hoso.path])
    #expect(bare.status == 5)
    #expect(bare.output.contains("tesseract-ocr-vie"))
  }

  private struct Message: Decodable {
    let level: String
    let message: String
  }

  /// With `--log-format json`, each message is an object on a line of its own.
  @Test(arguments: [
    ["import", "/no/such/place", "--log-format", "json"],
    ["preview", "--log-format=json", "--unknown"],
  ])
  func messagesCanBeJSON(arguments: [String]) async throws {
    let ending = try await hoso.run(arguments)
    let lines = ending.messages.split(separator: "\n")
    #expect(lines.count == 1)
    for line in lines {
      let message = try JSONDecoder().decode(Message.self, from: Data(line.utf8))
      #expect(message.level == "error")
      #expect(!message.message.isEmpty)
    }
  }
}
