public import Documents
public import Foundation

/// Pictures of the fields that a person must look at, as they are kept sealed.
public struct CropSheet: Hashable, Codable, Sendable {
  /// One field's picture.
  public struct Crop: Hashable, Codable, Sendable {
    /// The field.
    public var field: FieldKey
    /// The 1-based page that it stands on.
    public var page: Int
    /// The part of the upright page that is shown.
    public var box: PixelBox
    /// The picture as JPEG.
    public var jpeg: Data

    /// Creates a picture.
    public init(field: FieldKey, page: Int, box: PixelBox, jpeg: [UInt8]) {
      self.field = field
      self.page = page
      self.box = box
      self.jpeg = Data(jpeg)
    }
  }

  /// The pictures in reading order.
  public var crops: [Crop]

  /// Creates a sheet.
  public init(crops: [Crop]) { self.crops = crops }

  /// The sheet in `bytes`; nil when they are none.
  public init?(_ bytes: [UInt8]) {
    guard let sheet = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
    self = sheet
  }

  /// The sheet as it is kept.
  public func encoded() throws -> [UInt8] { Array(try JSONEncoder().encode(self)) }

  /// What a person must look at in `result`: fields with a doubt that have a place.
  public static func wanted(
    in result: SourceResult
  ) -> [(field: FieldKey, page: Int, box: PixelBox)] {
    guard result.verdict == .review else { return [] }
    return result.documents.flatMap { document in
      let doubts = (document.reasons + result.dossier.reasons).filter { $0.severity > .note }
      return Set(doubts.compactMap(\.field)).sorted().compactMap {
        key -> (FieldKey, Int, PixelBox)? in
        guard let field = document.fields[key], let box = field.box else { return nil }
        return (key, field.page ?? document.page, box.expanded(by: max(8, box.height / 2)))
      }
    }
  }
}
