import VietnameseText

/// A channel learned from a few lines, each as written and as an English engine reads it.
enum SmallChannel {
  static let lines: [(written: String, read: String)] = [
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CONG HOA XA HOI CHU NGHIA VIET NAM"),
    ("Độc lập - Tự do - Hạnh phúc", "Poc 1ap - Tu do - Hanh phtic"),
    ("Số 12 của cơ quan được giao thực hiện", "S6 12 ctia co quan dugc giao thyc hién"),
    ("Số tiền lương của người lao động được tính", "S6 tién luong ctia nguoi lao dong dugc tinh"),
    (
      "Ứng dụng của tổ chức thực hiện đúng quy định",
      "Gmg dung ctia t6 chtc thyc hién dung quy dinh"
    ),
    ("người lao động và cơ quan bảo hiểm", "nguoi lao déng va co quan bao hiém"),
  ]

  static let words: [String] = {
    let all = lines.flatMap { $0.written.split(separator: " ").map(String.init) }
    return Set(all).sorted()
  }()

  /// The learner after `rounds` pages of all lines; the order of the lines turns with the page.
  static func learner(rounds: Int = 12) -> ChannelLearner {
    var learner = ChannelLearner()
    for round in 0..<rounds {
      let turned = (0..<lines.count).map { lines[($0 + round) % lines.count] }
      learner.add(
        written: turned.map(\.written).joined(separator: "\n"),
        read: turned.map(\.read).joined(separator: "\n"))
    }
    return learner
  }

  static let bytes = learner().file(provenance: "lines of a test")

  static func search() throws -> CandidateSearch {
    CandidateSearch(channel: try ChannelModel(bytes: bytes), trie: WordTrie(words: words))
  }
}
