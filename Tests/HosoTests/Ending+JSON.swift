import Foundation
import Testing

extension Hoso.Ending {
  /// The lines of the output, each an object of JSON.
  func objects() throws -> [[String: Any]] {
    try output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  /// The codes of the reasons in `object`, in their order.
  static func codes(_ object: [String: Any]) -> [String] {
    (object["reasons"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
  }
}
