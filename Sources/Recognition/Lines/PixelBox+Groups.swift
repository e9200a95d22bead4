internal import Documents

extension PixelBox {
  /// The boxes of groups of `boxes`, of which each is no farther than `reach` pixels from another of its
  /// group's box.
  static func groups(of boxes: [PixelBox], reach: Int) -> [PixelBox] {
    var groups: [PixelBox] = []
    for box in boxes {
      var joined = box
      while let index = groups.firstIndex(where: {
        !$0.intersection(joined.expanded(by: reach)).isEmpty
      }) {
        joined = joined.union(groups.remove(at: index))
      }
      groups.append(joined)
    }
    return groups
  }
}
