/// A place in Vietnam as documents write it.
package struct Address: Hashable, Sendable {
  /// How the names of the units are written.
  package enum Style: CaseIterable, Sendable {
    /// `Tổ 4, Tân Lập, Mộc Châu, Sơn La`, as cards since 2021 print it.
    case names
    /// `Tổ 4, Xã Tân Lập, Huyện Mộc Châu, Tỉnh Sơn La`.
    case full
    /// `Tổ 4, xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La`.
    case lower
    /// `Tổ 4, X. Tân Lập, H. Mộc Châu, T. Sơn La`.
    case abbreviated
  }

  /// House, street, hamlet; empty where only the units are named.
  package var detail: String
  /// Full name of the commune: `Xã Tân Lập`.
  package var ward: String
  /// Full name of the district; nil since July 2025.
  package var district: String?
  /// Full name of the province: `Tỉnh Sơn La`.
  package var province: String
  /// Code of the former province it lies or lay in.
  package var formerProvinceCode: String

  /// Creates an address.
  package init(
    detail: String, ward: String, district: String?, province: String, formerProvinceCode: String
  ) {
    (self.detail, self.ward, self.district) = (detail, ward, district)
    (self.province, self.formerProvinceCode) = (province, formerProvinceCode)
  }

  /// The whole address on one line.
  package func line(_ style: Style) -> String {
    ([detail] + units(style)).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The units without house and street.
  package func unitsLine(_ style: Style) -> String { units(style).joined(separator: ", ") }

  private func units(_ style: Style) -> [String] {
    [ward, district, province].compactMap { $0 }.map { Self.written($0, style) }
  }

  /// Splits `Thị xã Sơn Tây` into its word for the kind of unit and its name.
  package static func parts(of unit: String) -> (kind: String, name: String) {
    for kind in [
      "Thành phố", "Thị trấn", "Thị xã", "Đặc khu", "Phường", "Huyện", "Quận", "Tỉnh", "Xã",
    ]
    where unit.hasPrefix(kind + " ") {
      return (kind, String(unit.dropFirst(kind.count + 1)))
    }
    return ("", unit)
  }

  /// One unit as `style` writes it.
  package static func written(_ unit: String, _ style: Style) -> String {
    let (kind, name) = parts(of: unit)
    guard !kind.isEmpty else { return unit }
    let isNumbered = name.first?.isNumber == true
    switch style {
    case .full: return unit
    case .lower: return kind.prefix(1).lowercased() + unit.dropFirst()
    case .names: return isNumbered ? unit : (name == "Hồ Chí Minh" ? "TP. " + name : name)
    case .abbreviated:
      let short = [
        "Thành phố": "TP", "Thị trấn": "TT", "Thị xã": "TX", "Đặc khu": "ĐK", "Phường": "P",
        "Huyện": "H", "Quận": "Q", "Tỉnh": "T", "Xã": "X",
      ]
      return "\(short[kind] ?? kind). \(name)"
    }
  }
}
