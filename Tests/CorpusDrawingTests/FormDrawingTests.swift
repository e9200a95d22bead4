import CorpusDrawing
import Documents
import Foundation
import Testing

@Suite("Drawn forms")
struct FormDrawingTests {
  let workshop: FormSupport.Workshop

  init() throws { workshop = try FormSupport.workshop.get() }

  /// Keys of the contract, by kind.
  static let keys: [DocumentKind: Set<String>] = [
    .form01: [
      "fullName", "socialInsuranceNumber", "idNumber", "idIssueDate", "idIssuePlace",
      "contactAddress", "email", "phone", "certificateSerial", "transactionChannel",
      "receivingOffice", "declaredOn", "declarantSignature",
    ],
    .form602b: [
      "fullName", "dateOfBirth", "sex", "nationality", "ethnicity", "idNumber", "phone", "email",
      "socialInsuranceNumber", "birthWard", "birthDistrict", "birthProvince", "birthPlace",
      "guardianName", "addressDetail", "addressWard", "addressDistrict", "addressProvince",
      "contributionBase", "paymentMethod", "healthFacility", "requestedChange", "attachments",
      "householdNumber", "resultDelivery", "receivingOffice", "declaredOn", "declarantSignature",
      "formVersion",
    ],
  ]

  @Test("The same seed gives the same marks and label", arguments: FormSupport.templates)
  func sameSeed(template: String) throws {
    let first = try workshop.form(template, seed: 5)
    let second = try workshop.form(template, seed: 5)
    #expect(first.page.marks == second.page.marks)
    #expect(first.document == second.document)
    #expect(try first.page.marks != workshop.form(template, seed: 6).page.marks)
  }

  @Test("Labels hold only keys of the contract", arguments: FormSupport.templates)
  func keys(template: String) throws {
    for seed in 1...12 as ClosedRange<UInt64> {
      let document = try workshop.form(template, seed: seed).document
      let allowed = try #require(Self.keys[document.kind])
      #expect(Set(document.fields.keys.map(\.rawValue)).subtracting(allowed) == [])
    }
  }

  @Test("Values have the shapes of the contract", arguments: FormSupport.templates)
  func shapes(template: String) throws {
    for seed in 1...16 as ClosedRange<UInt64> {
      let document = try workshop.form(template, seed: seed).document
      if let phone = document.text("phone") { #expect(phone.wholeMatch(of: /0\d{9}/) != nil) }
      if let base = document.text("contributionBase") {
        #expect(base.wholeMatch(of: /[1-9]\d+/) != nil)
      }
      if let name = document.text("fullName") { #expect(name == name.uppercased()) }
      if let number = document.text("socialInsuranceNumber") {
        #expect(number.wholeMatch(of: /\d{10}|\d{12}/) != nil)
      }
      if let number = document.text("idNumber") {
        #expect(number.wholeMatch(of: /\d{9}|\d{12}|[A-Z]\d{7}/) != nil)
      }
      for key in ["dateOfBirth", "declaredOn", "idIssueDate"] {
        if let date = document.text(key) { #expect(CalendarDate(iso: date) != nil) }
      }
      if let office = document.text("receivingOffice") {
        #expect(!office.contains("Kính gửi") && office.contains(/BHXH|Bảo hiểm xã hội/))
      }
      #expect(["present", "absent"].contains(document.text("declarantSignature")))
    }
  }

  @Test("A printed value stands on the page word for word", arguments: FormSupport.templates)
  func wordsOnPage(template: String) throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let form = try workshop.form(template, seed: seed)
      let words = Set(FormSupport.texts(of: form))
      for key in ["contactAddress", "paymentMethod", "requestedChange", "addressDetail"] {
        for word in (form.document.text(key) ?? "").split(separator: " ") {
          #expect(words.contains(String(word)), "\(key) of seed \(seed)")
        }
      }
    }
  }

  /// Years of the versions: the days on which the decisions took effect.
  @Test(
    "Forms are signed while their version is in use",
    arguments: [
      ("form-01", "2017-03-01", "2025-06-30"), ("tk1-ts-595", "2017-04-14", "2018-07-31"),
      ("tk1-ts-888", "2018-07-16", "2020-04-30"), ("tk1-ts-505", "2020-03-27", "2023-03-31"),
      ("tk1-ts-490", "2023-04-01", "2026-12-31"),
    ])
  func dateWindows(template: String, first: String, last: String) throws {
    for seed in 1...16 as ClosedRange<UInt64> {
      guard let day = try workshop.form(template, seed: seed).document.text("declaredOn")
      else { continue }
      #expect(day >= first.prefix(day.count) && day <= last)
    }
  }

  @Test("Newcomers have no number and participants have one", arguments: ["888", "505", "490"])
  func uses(version: String) throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let template = "tk1-ts-" + version
      let newcomer = try workshop.form(template, seed: seed, use: .newcomer).document
      #expect(newcomer.fields[.socialInsuranceNumber] == .some(nil))
      #expect(newcomer.text("fullName") != nil)
      let participant = try workshop.form(template, seed: seed, use: .participant).document
      #expect(participant.text("socialInsuranceNumber") != nil)
      #expect(participant.fields[FieldKey(rawValue: "addressWard")] == .some(nil))
      #expect(newcomer.text("formVersion") == version)
    }
  }

  @Test("Addresses since July 2025 leave the box of the district blank")
  func districts() throws {
    var seen = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let document = try workshop.form("tk1-ts-490", seed: seed, use: .newcomer).document
      guard let day = document.text("declaredOn"), document.text("addressWard") != nil
      else { continue }
      #expect((document.text("addressDistrict") == nil) == (day >= "2025-07"))
      seen += 1
    }
    #expect(seen > 10)
  }

  @Test("Every layout stays on its page", arguments: FormSupport.templates)
  func fits(template: String) throws {
    let count = try workshop.library.template(template).layouts.count
    for variant in 0..<count {
      let form = try workshop.form(template, seed: 31, variant: variant)
      for case .text(_, let place, _) in form.page.marks {
        #expect(place.x > 5 && place.x < FormPage.width - 5 && place.y < FormPage.height - 5)
      }
    }
  }

  @Test("One layout of each form is held out", arguments: FormSupport.templates)
  func heldOut(template: String) throws {
    let template = try workshop.library.template(template)
    #expect(template.layoutNames(heldOut: true).count == 1)
    #expect(template.layoutNames(heldOut: false).count >= 2)
  }
}
