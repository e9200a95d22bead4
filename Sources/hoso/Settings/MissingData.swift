/// Something that was asked for and that nobody has made yet.
enum MissingData: Error, CustomStringConvertible {
  /// A data directory without batches.
  case batches(String)
  /// A data directory without a registry; nil where `--store` names a database without one.
  case registry(String?)

  /// What is missing, where, and the way out.
  var description: String {
    switch self {
    case .batches(let path): "nothing was taken in at \(path); choose another --data directory"
    case .registry(let path?):
      "there is no registry in \(path); choose another --data directory, or name a --store"
    case .registry(nil): "there is no registry in the database of --store; check its address"
    }
  }
}
