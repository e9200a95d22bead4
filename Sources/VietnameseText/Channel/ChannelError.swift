/// Why a channel file was refused.
public enum ChannelError: Error, Hashable, CustomStringConvertible {
  /// The file does not begin as channel files do.
  case notAChannel
  /// The file is of a version that this library does not read.
  case otherVersion(UInt32)
  /// The file ends before it should, or goes on behind its end.
  case wrongSize
  /// A number in the file points at nothing or has no meaning.
  case damaged(part: String)

  /// Says what is wrong and the way out.
  public var description: String {
    let wayOut = "; build the channel again with 'hoso dictionary build'"
    return switch self {
    case .notAChannel: "the file is no error channel" + wayOut
    case .otherVersion(let version):
      "the error channel is of version \(version), not \(ChannelFile.version)" + wayOut
    case .wrongSize: "the error channel is cut short or has bytes too many" + wayOut
    case .damaged(let part): "the error channel is damaged in its \(part)" + wayOut
    }
  }
}
