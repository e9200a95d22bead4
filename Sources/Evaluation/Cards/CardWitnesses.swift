public import Documents

/// Which machine-readable witnesses one labelled side of a card bears, and which of them were read.
public struct CardWitnesses: Hashable, Codable, Sendable {
  /// Whether the side bears a QR code.
  public var bearsCode: Bool
  /// Whether its QR code was read.
  public var readCode: Bool
  /// Whether the side bears a machine-readable zone.
  public var bearsZone: Bool
  /// Whether its zone was read with every check digit right.
  public var readZone: Bool

  /// What a side bears by its kind, and what the document that was found for it shows of that.
  public init(kind: DocumentKind, side: CardSide?, found document: Document?) {
    bearsCode =
      (kind == .cccdChip && side == .front) || (kind == .canCuoc2024 && side == .back)
    bearsZone = (kind == .cccdChip || kind == .canCuoc2024) && side == .back
    var sources: Set<FieldSource> = []
    for field in (document?.fields ?? [:]).values {
      sources.formUnion(field.sources)
      sources.formUnion(field.evidence.witnesses)
      sources.formUnion(field.evidence.dissenters)
    }
    let isBroken = document?.reasons.contains { $0.code == .mrzCheckDigit } ?? false
    readCode = bearsCode && sources.contains(.qr)
    readZone = bearsZone && sources.contains(.mrz) && !isBroken
  }
}
