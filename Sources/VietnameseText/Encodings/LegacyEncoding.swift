/// How Vietnamese letters were stored before Unicode, or what became of Unicode on its way.
///
/// The text in hand is the one that a program of today shows: bytes seen as letters of Western
/// Europe, such as `B¶o hiÓm x· héi` for TCVN3.
public enum LegacyEncoding: String, CaseIterable, Sendable, Codable {
  /// TCVN 5712 (ABC), of the fonts `.VnTime` and their likes: one byte a letter.
  case tcvn3 = "TCVN3"
  /// TCVN3 whose letters a program took for Western ones and changed to small letters or capitals.
  case tcvn3Recased = "TCVN3-recased"
  /// VNI for Windows, of the fonts `VNI-Times` and their likes: a letter and its mark.
  case vni = "VNI"
  /// VISCII (RFC 1456): one byte a letter.
  case viscii = "VISCII"
  /// VPS of the Vietnamese Professionals Society: one byte a letter.
  case vps = "VPS"
  /// VIQR (RFC 1456): marks written as punctuation, `Vie^.t Nam`.
  case viqr = "VIQR"
  /// The code page of Windows: tones as marks behind their letter.
  case windows1258 = "Windows-1258"
  /// UTF-8 whose bytes were taken for Western letters: `Báº£o hiá»ƒm`.
  case utf8SeenAsWestern = "UTF-8-as-Western"
  /// Unicode whose letters and marks stand apart.
  case decomposed = "NFD"
}
