import Documents
import Evaluation
import Foundation
import Testing

@Suite struct CorpusTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func anEmptyFolderIsNoCorpus() throws {
    try withFolder { folder in
      #expect(throws: CorpusError.noCases(path: folder.path)) { try Corpus(at: folder) }
    }
  }

  @Test func aFolderThatCannotBeListedIsNamed() throws {
    try withFolder { folder in
      let absent = folder.appending(path: "absent")
      #expect(throws: CorpusError.unreadable(path: absent.path)) { try Corpus(at: absent) }
      let file = folder.appending(path: "file")
      try Data().write(to: file)
      #expect(throws: CorpusError.unreadable(path: file.path)) { try Corpus(at: file) }
    }
  }

  @Test func findsCasesAtAnyDepthSortedAndCountsTextCasesApart() throws {
    try withFolder { folder in
      for (name, label) in [
        ("b/two", #"{"set":"x","tier":"bad","files":["p.jpg"],"documents":[]}"#),
        (
          "a/one",
          #"{"set":"x","tier":"bad","files":["p.jpg"],"documents":[{"kind":"form-01","page":1,"fields":{"email":null}}]}"#
        ),
        ("text", #"{"set":"text","files":["in.txt"],"truth":"out.txt","profile":"ocr"}"#),
      ] {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data(label.utf8).write(to: place.appending(path: "label.json"))
        try Data().write(to: place.appending(path: "p.jpg"))
      }
      let corpus = try Corpus(at: folder)
      #expect(corpus.cases.map(\.name) == ["a/one", "b/two"])
      #expect(corpus.textCases == 1)
      // A null in a label says that the paper leaves the field blank.
      #expect(corpus.cases[0].label.documents?[0].fields == [.email: nil])
    }
  }

  @Test func aLabelThatIsNotUnderstoodIsNamed() throws {
    try withFolder { folder in
      try Data(#"{"files":[]}"#.utf8).write(to: folder.appending(path: "label.json"))
      let error = #expect(throws: CorpusError.self) { try Corpus(at: folder) }
      #expect(error?.description.contains("'set' is missing") == true)
    }
  }

  @Test func aMissingPageIsNamed() throws {
    try withFolder { folder in
      let label = #"{"set":"x","files":["gone.jpg"],"documents":[]}"#
      try Data(label.utf8).write(to: folder.appending(path: "label.json"))
      #expect(throws: CorpusError.missingFile(path: folder.appending(path: "gone.jpg").path)) {
        try Corpus(at: folder)
      }
    }
  }
}
