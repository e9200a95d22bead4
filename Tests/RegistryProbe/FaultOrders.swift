import Documents
import Foundation
import Registry
import RegistrySupport
import TestSupport

/// What is registered in a run.
enum FaultOrders {
  /// Something to be registered.
  struct Order: Sendable {
    let key: String
    let body: [UInt8]
    /// Whether it breaks the rule of one phone to one number.
    let isForeignPhone: Bool
  }

  /// The number of the person who is erased.
  static let erased = "0188888888"

  private static let takenPhone = "0999999999"

  /// Registers what a run begins with: the phone that others will claim in vain, one who will be erased,
  /// and one whose paper never comes.
  static func prepare(_ store: RegistryStore) throws {
    let people: [(String, RegistrationType, [FieldKey: String])] = [
      ("owner", .voluntaryInsurance, [.socialInsuranceNumber: "0199999999", .phone: takenPhone]),
      ("erased", .voluntaryInsurance, [.socialInsuranceNumber: erased, .phone: "0988888888"]),
      ("late", .individualAccount, [.socialInsuranceNumber: "0177777777", .phone: "0977777777"]),
    ]
    for (key, type, fields) in people {
      _ = try store.submit(
        SampleRegistration.body(type, fields), key: key, caller: .program)
    }
  }

  /// Registrations of every type, repeats of a person, signed forms, and phones of other people.
  static func random(_ random: inout SplitMix64) throws -> [Order] {
    var orders: [Order] = []
    for number in 0..<Int.random(in: 6...14, using: &random) {
      let type = RegistrationType.allCases.randomElement(using: &random) ?? .individualAccount
      var fields: [FieldKey: String] = [
        .socialInsuranceNumber: String(format: "01%08d", number / 2),
        .fullName: "NGUYỄN VĂN ĐỨC", .dateOfBirth: "1990-01-15",
      ]
      let isForeignPhone = number > 0 && Int.random(in: 0..<5, using: &random) == 0
      // The phone of the first person is taken; each other one has a phone of its own.
      fields[.phone] = isForeignPhone ? takenPhone : String(format: "09%08d", number / 2)
      if Bool.random(using: &random) { fields[.declarantSignature] = "present" }
      let body = try SampleRegistration.body(type, fields, seed: number)
      orders.append(Order(key: "k\(number)", body: body, isForeignPhone: isForeignPhone))
    }
    return orders
  }

  /// A list of ten persons, as employees and participants.
  static let list: String = {
    let names = ["An", "Bình", "Cường", "Dũng", "Giang", "Hoà", "Khánh", "Lan", "Minh", "Nga"]
    return "Họ tên;Ngày sinh;Mã số BHXH\n"
      + names.enumerated().map { "Nguyễn Văn \($1);15/01/1990;02\(10_000_000 + $0)\n" }.joined()
  }()
}
