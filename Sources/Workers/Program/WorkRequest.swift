/// What a worker is asked to read; the bytes of the file come beside it.
public struct WorkRequest: Codable, Hashable, Sendable {
  /// The file's name without its folder.
  public var name: String
  /// The SHA-256 of the bytes, in lower-case hexadecimal.
  public var sha256: String
  /// Whether the answer should hold a picture of each page.
  public var wantsPictures: Bool
  /// Whether the attachment should be a `CropSheet` of the fields that a person must look at.
  public var wantsCrops: Bool

  /// Creates a request.
  public init(
    name: String, sha256: String, wantsPictures: Bool = false, wantsCrops: Bool = false
  ) {
    self.name = name
    self.sha256 = sha256
    self.wantsPictures = wantsPictures
    self.wantsCrops = wantsCrops
  }
}
