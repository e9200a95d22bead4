import CorpusDrawing

/// Prints the machine-readable zone at the pitch of ten signs an inch.
enum ZonePrinter {
  static func draw(_ zone: MachineReadableZone, on canvas: PageCanvas) throws {
    let style = TextStyle(family: FontCatalogue.machineReadable(), size: 3.5)
    let pitch = 2.54
    for (row, line) in zone.lines.enumerated() {
      for (column, sign) in line.enumerated() {
        try canvas.text(
          String(sign), centredAt: 5.9 + Double(column) * pitch,
          baseline: 38.9 + Double(row) * 4.9, style: style)
      }
    }
  }
}
