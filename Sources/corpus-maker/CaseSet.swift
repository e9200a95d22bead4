import CorpusDrawing

/// One kind of case that the program can draw.
struct CaseSet: Sendable {
  /// The name of the set in labels, folders and `--sets`.
  let name: String
  let make: @Sendable (CaseRequest, inout SplitMix64) throws -> LabelledCase
}
