internal import CXlsxWriter

/// A spreadsheet (Office Open XML) that is written row by row, whatever its length.
///
/// Texts are written as texts: one that looks like a formula stays what it is. It belongs to one
/// thread at a time.
package final class SpreadsheetFile {
  /// A spreadsheet that cannot be written.
  package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed, on what, and the way out.
    package let description: String
  }

  /// What a cell holds.
  package enum Cell: Hashable, Sendable {
    case text(String)
    case number(Double)
  }

  /// The version of libxlsxwriter.
  package static var library: String { String(cString: hoso_xlsx_version()) }

  private let path: String
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private let bold: UnsafeMutablePointer<lxw_format>?
  private let wrapped: UnsafeMutablePointer<lxw_format>?
  private var row: UInt32 = 0

  /// The longest text that a cell takes (Office Open XML), in UTF-16 units.
  private static let maximumText = 32_767

  /// Begins the file at `path`; it is there once `close` has returned.
  package init(path: String) throws {
    self.path = path
    var options = lxw_workbook_options()
    // Rows that are written are not held in memory.
    options.constant_memory = 1
    guard let workbook = workbook_new_opt(path, &options) else {
      throw Failure(description: "cannot begin the spreadsheet \(path): out of memory")
    }
    self.workbook = workbook
    bold = workbook_add_format(workbook)
    wrapped = workbook_add_format(workbook)
    if let bold { format_set_bold(bold) }
    if let wrapped {
      format_set_text_wrap(wrapped)
      format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
  }

  deinit {
    // Closing is what frees it.
    if let workbook { workbook_close(workbook) }
  }

  /// Begins a sheet with the given columns, each with its width in letters.
  package func addSheet(_ name: String, columns: [(title: String, width: Double)]) throws {
    guard let workbook, let sheet = workbook_add_worksheet(workbook, name) else {
      throw Failure(description: "cannot add a sheet to the spreadsheet \(path)")
    }
    self.sheet = sheet
    row = 0
    for (index, column) in columns.enumerated() {
      worksheet_set_column(sheet, UInt16(index), UInt16(index), column.width, nil)
    }
    worksheet_freeze_panes(sheet, 1, 0)
    try write(columns.map { .text($0.title) }, format: bold)
  }

  /// Writes the next row of the sheet that was begun last.
  package func append(_ cells: [Cell]) throws { try write(cells, format: wrapped) }

  /// Finishes the file.
  package func close() throws {
    guard let workbook else { return }
    self.workbook = nil
    let error = workbook_close(workbook)
    guard error == LXW_NO_ERROR else { throw failure(error) }
  }

  private func write(_ cells: [Cell], format: UnsafeMutablePointer<lxw_format>?) throws {
    for (index, cell) in cells.enumerated() {
      let column = UInt16(index)
      let error =
        switch cell {
        case .text(let text):
          worksheet_write_string(sheet, row, column, Self.allowed(text), format)
        case .number(let number): worksheet_write_number(sheet, row, column, number, format)
        }
      guard error == LXW_NO_ERROR else { throw failure(error) }
    }
    row += 1
  }

  private func failure(_ error: lxw_error) -> Failure {
    let cause = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
    return Failure(
      description: "cannot write the spreadsheet \(path): \(cause); "
        + "check that its folder is there, is writable and has room")
  }

  /// A text without the code points that XML cannot hold, cut where a cell ends.
  private static func allowed(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    var units = 0
    for scalar in text.unicodeScalars where isAllowed(scalar) {
      units += UTF16.width(scalar)
      guard units <= maximumText else { break }
      clean.append(scalar)
    }
    return String(clean)
  }

  /// XML 1.0, §2.2; a carriage return would come back as an end of line.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case ..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
