import CZXing

/// The dark and light fields of a QR code or a barcode.
package struct CodeGrid: Hashable, Sendable {
  /// The modules of a row.
  package let columns: Int
  /// The modules of a column.
  package let rows: Int
  private let fields: [UInt8]

  /// A QR code of UTF-8 `text`; `correction` is 0 (least) to 8.
  package init(qr text: String, correction: Int = 3) throws {
    var modules = [UInt8](repeating: 0, count: 177 * 177)
    let capacity = modules.count
    let side = Array(text.utf8CString).withUnsafeBufferPointer { bytes in
      modules.withUnsafeMutableBufferPointer {
        Int(
          czxing_write_qr(
            bytes.baseAddress, bytes.count - 1, Int32(correction), $0.baseAddress, capacity))
      }
    }
    guard side > 0 else { throw DrawingError.encoding("QR code") }
    (columns, rows, fields) = (side, side, Array(modules[0..<(side * side)]))
  }

  /// A PDF417 barcode of `text`.
  package init(pdf417 text: String) throws {
    var pixels = [UInt8](repeating: 0, count: 1 << 20)
    let capacity = pixels.count
    var width: Int32 = 0
    let height = Array(text.utf8CString).withUnsafeBufferPointer { bytes in
      pixels.withUnsafeMutableBufferPointer {
        Int(
          czxing_write_pdf417(
            bytes.baseAddress, bytes.count - 1, $0.baseAddress, capacity, &width))
      }
    }
    guard height > 0 else { throw DrawingError.encoding("PDF417") }
    (columns, rows) = (Int(width), height)
    fields = Array(pixels[0..<(Int(width) * height)])
  }

  /// Whether the field is dark.
  package func isDark(column: Int, row: Int) -> Bool { fields[row * columns + column] == 1 }

  /// Draws the code into a rectangle of millimetres.
  package func draw(
    on canvas: PageCanvas, x: Double, y: Double, width: Double, height: Double,
    ink: Ink = Ink(0.05, 0.05, 0.06)
  ) {
    let (stepX, stepY) = (width / Double(columns), height / Double(rows))
    var boxes: [(x: Double, y: Double, width: Double, height: Double)] = []
    for row in 0..<rows {
      var column = 0
      while column < columns {
        let start = column
        while column < columns, isDark(column: column, row: row) { column += 1 }
        if column > start {
          boxes.append(
            (
              x + Double(start) * stepX, y + Double(row) * stepY,
              Double(column - start) * stepX + stepX * 0.02, stepY * 1.02
            ))
        } else {
          column += 1
        }
      }
    }
    canvas.rectangles(boxes, fill: ink)
  }
}
