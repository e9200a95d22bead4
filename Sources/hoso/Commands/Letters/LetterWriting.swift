import Documents
import Foundation
import Letters
import Pipeline

/// A letter as plain text in reading order: head, body, foot, annexes.
struct LetterWriting {
  let outcome: LetterOutcome

  private func value(_ key: FieldKey) -> String? {
    outcome.result.documents.first?.fields[key]?.value?.text
  }

  private func list(_ key: FieldKey) -> [String] {
    if case .list(let items)? = outcome.result.documents.first?.fields[key]?.value {
      return items
    }
    return []
  }

  /// The paragraphs, parted by line ends, the parts of the letter by blank lines.
  var text: String {
    var parts: [[String]] = []
    parts.append([value(.parentIssuer), value(.issuer)].compactMap { $0 })
    parts.append(numberAndDate)
    if let type = value(.letterType), type != Self.plainLetter {
      parts.append([type.uppercased(), value(.subject)].compactMap { $0 })
    } else if let subject = value(.subject) {
      parts.append(["V/v \(subject)"])
    }
    let recipients = list(.recipients)
    if recipients.count == 1 {
      parts.append(["Kính gửi: \(recipients[0])"])
    } else if recipients.count > 1 {
      parts.append(["Kính gửi:"] + recipients.map { "- \($0)" })
    }
    parts.append(outcome.text.body)
    parts.append(
      (value(.signerTitle)?.components(separatedBy: " / ") ?? [])
        + [value(.signer)].compactMap { $0 })
    let distribution = list(.distribution)
    if !distribution.isEmpty { parts.append(["Nơi nhận:"] + distribution.map { "- \($0)" }) }
    parts += outcome.text.annexes.map(\.paragraphs)
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private static let plainLetter = "công văn"

  private var numberAndDate: [String] {
    var lines: [String] = []
    if let number = value(.letterNumber) { lines.append("Số: \(number)") }
    let day = value(.issuedOn).map { iso in
      let parts = iso.split(separator: "-")
      return parts.count == 3 ? "ngày \(parts[2]) tháng \(parts[1]) năm \(parts[0])" : iso
    }
    let place = [value(.issuedAt), day].compactMap { $0 }.joined(separator: ", ")
    if !place.isEmpty { lines.append(place) }
    return lines
  }
}
