import CorpusDrawing
import Foundation

/// The command line of `corpus-maker`.
struct MakerOptions {
  struct UsageError: Error, CustomStringConvertible {
    let description: String
  }

  var out = URL(fileURLWithPath: ".")
  var seed: UInt64 = 1
  var sets: [String] = []
  var tiers = Tier.allCases
  /// Whether pages of running text are asked for instead of cases.
  var isPages = false
  /// The texts that pages are filled with.
  var texts: [URL] = []
  var conditions = PageCondition.allCases
  /// The most lines that a page of running text may have.
  var lines = 60
  var count = 1
  var fonts: [String] = []
  var variant: Int?
  var dictionaries = URL(fileURLWithPath: "dictionaries")
  var isCompact = false
  /// Whether to draw with the fonts, the layout and the damage that nothing is tuned on.
  var isHeldOut = false
  /// Whether the lines that a case prints are written beside it.
  var wantsTranscript = false
  /// In how many processes to draw.
  var jobs = 1
  /// The part of the cases that this process draws.
  var share = CaseShare()
  /// The words that the options were read from.
  let arguments: [String]
  var wantsHelp = false

  init(_ arguments: [String]) throws {
    self.arguments = arguments
    var rest = arguments[...]
    var hasOut = false
    var tierNames: [String] = []
    while let name = rest.popFirst() {
      if name == "--help" || name == "-h" {
        wantsHelp = true
        return
      }
      if name == "--compact" {
        isCompact = true
        continue
      }
      if name == "--held-out" {
        isHeldOut = true
        continue
      }
      if name == "--transcript" {
        wantsTranscript = true
        continue
      }
      if name == "--pages" {
        isPages = true
        continue
      }
      guard name.hasPrefix("--"), let value = rest.popFirst() else {
        throw UsageError(description: "unexpected argument; see corpus-maker --help")
      }
      let list = value.split(separator: ",").map(String.init)
      switch name {
      case "--out":
        out = URL(fileURLWithPath: value)
        hasOut = true
      case "--seed": seed = UInt64(try Self.number(value, of: name))
      case "--count": count = max(1, try Self.number(value, of: name))
      case "--variant": variant = try Self.number(value, of: name)
      case "--fonts": fonts = list
      case "--jobs": jobs = max(1, try Self.number(value, of: name))
      case "--share":
        guard let part = CaseShare(value) else {
          throw UsageError(description: "--share takes a part such as 2/4")
        }
        share = part
      case "--dictionaries": dictionaries = URL(fileURLWithPath: value)
      case "--sets":
        sets = list
        let known = CorpusMaker.sets.map(\.name)
        if let stranger = list.first(where: { !known.contains($0) }) {
          throw UsageError(
            description: "no set '\(stranger)'; there are \(known.joined(separator: ", "))")
        }
      case "--text": texts.append(URL(fileURLWithPath: value))
      case "--lines": lines = max(1, try Self.number(value, of: name))
      case "--tiers": tierNames = list
      default: throw UsageError(description: "unknown option \(name); see corpus-maker --help")
      }
    }
    guard hasOut else { throw UsageError(description: "--out DIR is missing") }
    guard isPages != texts.isEmpty else {
      throw UsageError(description: "--pages and --text FILE go together")
    }
    guard !tierNames.isEmpty else { return }
    if isPages {
      conditions = try tierNames.map { try Self.tier($0, there: PageCondition.allCases) }
    } else {
      tiers = try tierNames.map { try Self.tier($0, there: Tier.allCases) }
    }
  }

  private static func tier<Value: RawRepresentable<String>>(
    _ word: String, there are: [Value]
  ) throws -> Value {
    guard let tier = Value(rawValue: word) else {
      let names = are.map(\.rawValue).joined(separator: ", ")
      throw UsageError(description: "no tier '\(word)'; there are \(names)")
    }
    return tier
  }

  private static func number(_ value: String, of option: String) throws -> Int {
    guard let number = Int(value), number >= 0 else {
      throw UsageError(description: "\(option) takes a whole number")
    }
    return number
  }

  static var help: String {
    """
    usage: corpus-maker --out DIR [options]
           corpus-maker --pages --text FILE --out DIR [options]

    Draws labelled cases of invented people into DIR/<set>/<tier>-<nn>/. The same options give the
    same bytes.

      --seed N             which cases (default 1)
      --sets A,B           of: \(CorpusMaker.sets.map(\.name).joined(separator: ", "))
      --tiers A,B          of: clean, office, bad, phone (default all)
      --count N            cases of each set and tier (default 1)
      --fonts FAMILY,…     type families to choose among; those held out by default:
                           \(FontCatalogue.heldOut.joined(separator: ", "))
      --variant N          the layout variant; the last of each set is held out by default
      --held-out           fonts, layout variant and damage that nothing is tuned on
      --compact            small files, for a corpus kept in git
      --transcript         transcript.txt beside each label: what the case prints, the texts of
                           a line parted by tabs
      --jobs N             draw in N processes at a time (default 1)
      --share I/N          draw only the I-th of N parts of the cases
      --dictionaries DIR   where names and units are (default ./dictionaries)

    With --pages it draws pages of running text, each as an image and a .txt of its lines:

      --text FILE          UTF-8, one paragraph a line; may be given more than once
      --tiers A,B          of: clean, scan, fax, copy (default all)
      --count N            pages of each tier
      --lines N            at most so many lines on a page (default 60)
      --fonts FAMILY,…     families to choose among
    """
  }
}
