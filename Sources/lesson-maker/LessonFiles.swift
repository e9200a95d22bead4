import CorpusDrawing
import Foundation

/// Lessons as Tesseract's trainer takes them: `.lstmf` files, each a list of line images with what
/// they say (`DocumentData` and `ImageData` in Tesseract's `imagedata.h`).
struct LessonFiles {
  private var lessons: [(picture: [UInt8], text: String)] = []
  private var occurrences: [String: Int] = [:]

  /// How often a text is taught at most: printed labels would drown what is written beside them.
  private static let mostOccurrences = 45
  /// How many lessons a file holds.
  ///
  /// The trainer goes through its files one after the other.
  private static let size = 400

  /// How many lessons there are.
  var count: Int { lessons.count }

  /// Adds the line in `picture`, a PNG file, which says `text`, unless that was taught often enough.
  mutating func add(picture: [UInt8], text: String) {
    guard occurrences[text, default: 0] < Self.mostOccurrences else { return }
    occurrences[text, default: 0] += 1
    lessons.append((picture: picture, text: text))
  }

  /// Writes all lessons in random order as `folder`/`name`-<n>.lstmf; what is too little for a file
  /// is left out, as the trainer takes all files for equally long.
  mutating func write(to folder: URL, name: String, seed: UInt64) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var random = SplitMix64(seed: seed, purpose: name)
    for index in lessons.indices.dropLast() {
      lessons.swapAt(index, random.whole(index...(lessons.count - 1)))
    }
    var number = 0
    while (number + 1) * Self.size <= lessons.count || (number == 0 && !lessons.isEmpty) {
      let chunk = lessons.dropFirst(number * Self.size).prefix(Self.size)
      let digits = String(number)
      let file = "\(name)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits).lstmf"
      try Self.data(of: chunk).write(to: folder.appendingPathComponent(file))
      number += 1
    }
  }

  private static func data(of lessons: ArraySlice<(picture: [UInt8], text: String)>) -> Data {
    var data = Data()
    func add(_ number: Int) {
      withUnsafeBytes(of: UInt32(number).littleEndian) { data.append(contentsOf: $0) }
    }
    func add(_ text: String) {
      add(text.utf8.count)
      data.append(contentsOf: text.utf8)
    }
    add(lessons.count)
    for (page, lesson) in lessons.enumerated() {
      data.append(1)  // The page is there.
      add("line")
      add(page)
      add(lesson.picture.count)
      data.append(contentsOf: lesson.picture)
      add("vie")
      add(lesson.text)
      add(0)  // No boxes of letters,
      add(0)  // and no texts of theirs.
      data.append(0)  // Not vertical.
    }
    return data
  }
}
