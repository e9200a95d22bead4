/// What the header of a JPEG file says of its picture.
struct JPEGFrame: Hashable {
  let width: Int
  let height: Int
  /// 1 for gray, 3 for colour.
  let components: Int

  /// Reads the frame of the file in `bytes`; nil when it is none, or of other channels.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return nil }
    var at = 2
    while at + 9 < bytes.count, bytes[at] == 0xFF {
      let marker = bytes[at + 1]
      let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        height = Int(bytes[at + 5]) << 8 | Int(bytes[at + 6])
        width = Int(bytes[at + 7]) << 8 | Int(bytes[at + 8])
        components = Int(bytes[at + 9])
        guard width > 0, height > 0, components == 1 || components == 3 else { return nil }
        return
      }
      at += 2 + length
    }
    return nil
  }
}
