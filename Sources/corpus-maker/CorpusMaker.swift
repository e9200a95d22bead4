import CorpusDrawing
import Foundation

/// Draws labelled cases of invented people: `corpus-maker --out DIR --seed N`.
@main
struct CorpusMaker {
  static let sets: [CaseSet] =
    CardSets.all + SceneSet.all + CaptureSet.all + StrangerSet.all + FormSets.all
    + DossierSets.all + LetterSets.all

  static func main() {
    do {
      let options = try MakerOptions(Array(CommandLine.arguments.dropFirst()))
      if options.wantsHelp {
        print(MakerOptions.help)
        return
      }
      if options.isPages {
        try TextPageSet(options: options).write()
      } else if options.jobs > 1 {
        try CaseShare.drawInProcesses(options)
      } else {
        try draw(options)
      }
    } catch {
      FileHandle.standardError.write(Data("corpus-maker: \(error)\n".utf8))
      exit(error is MakerOptions.UsageError ? 2 : 5)
    }
  }

  private static func draw(_ options: MakerOptions) throws {
    for family in options.fonts { try FontCatalogue.require(family) }
    let people = try PersonMaker(dictionaries: options.dictionaries)
    var place = 0
    for set in sets where options.sets.isEmpty || options.sets.contains(set.name) {
      for tier in options.tiers {
        for number in 1...options.count {
          place += 1
          guard options.share.holds(place) else { continue }
          let name = "\(tier.rawValue)-\(number < 10 ? "0" : "")\(number)"
          var random = SplitMix64(seed: options.seed, purpose: "\(set.name)/\(name)")
          let request = CaseRequest(
            tier: tier, number: number, people: people, dictionaries: options.dictionaries,
            fonts: options.fonts,
            variant: options.variant, isHeldOut: options.isHeldOut, isCompact: options.isCompact)
          let transcript = options.wantsTranscript ? Transcript() : nil
          let drawn = try Transcript.$current.withValue(transcript) {
            try set.make(request, &random)
          }
          try CaseWriter.write(
            drawn, name: name, transcript: transcript?.rows, into: options.out)
        }
      }
    }
  }
}
