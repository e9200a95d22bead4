import Documents
import Foundation
import Registry
import Spreadsheets
import Terminal

/// `hoso registry participants`, `units` and `report`: lists that come in, and how far things are.
struct RegistryLists {
  /// A list that cannot be taken in.
  struct BadList: Error, CustomStringConvertible {
    let path: String
    let fault: ListFault

    var description: String {
      switch fault.cause {
      case .noText:
        "'\(path)' is no text in UTF-8, UTF-16 or Windows-1258; export it as CSV in UTF-8"
      default:
        "'\(path)' has no row of headings with a name and a number; "
          + "the headings that are known stand in registry/lists.json of the dictionaries"
      }
    }
  }

  private let settings: Settings
  private let operands: [String]

  init(_ settings: Settings, operands: [String]) {
    self.settings = settings
    self.operands = operands
  }

  func participants() throws -> ExitCode {
    switch (operands.first, operands.count) {
    case (nil, _): break
    case ("import", 2):
      let list = try list(operands[1], needsNumber: true)
      let result = try settings.registryStore().take(list, by: .program)
      note(result.faults)
      if !result.changed.isEmpty {
        Console.note(
          "lines \(words(result.changed)) have another name or date of birth than before")
      }
      try Console.print("added  \(result.added)")
      try Console.print("changed  \(result.changed.count)")
      try Console.print("unchanged  \(result.unchanged)")
      try Console.print("refused  \(result.faults.count)")
      try Console.print("identity updates matched  \(result.matched)")
      return result.faults.isEmpty ? .allAccepted : .needsReview
    case ("import", _):
      throw UsageError(.missingOperand("FILE", command: "registry participants import"))
    case (let action?, _):
      throw UsageError(
        .unknownAction(action, command: "registry participants", known: ["import"]))
    }
    try Console.print("participants  \(try settings.existingRegistry().participantCount())")
    return .allAccepted
  }

  func units() throws -> ExitCode {
    switch operands.first {
    case nil: return try listUnits()
    case "put": return try put()
    case "employees": return try employees()
    case let action?:
      throw UsageError(
        .unknownAction(action, command: "registry units", known: ["put", "employees"]))
    }
  }

  private func listUnits() throws -> ExitCode {
    let store = try settings.existingRegistry()
    var after = ""
    while true {
      let page = try store.units(after: after, limit: 200, for: caller)
      for unit in page {
        let contacts = unit.unit.contacts.map { contact in
          [contact.name, contact.phone, contact.email].compactMap(\.self).joined(separator: " ")
        }
        try Console.print(CSVLine.row([unit.office, unit.code, unit.unit.name] + contacts))
      }
      guard let last = page.last else { return .allAccepted }
      after = last.code
    }
  }

  private func put() throws -> ExitCode {
    let command = "registry units put"
    guard operands.count == 2, EmployerUnit.isCode(operands[1]) else {
      throw UsageError(.missingOperand("CODE", command: command))
    }
    guard let name = settings.value("name") else {
      throw UsageError(.missingOperand("--name NAME", command: command))
    }
    let contacts = settings.values("contact").map { text in
      let parts = text.split(separator: ";", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      func part(_ place: Int) -> String? {
        parts.count > place && !parts[place].isEmpty ? parts[place] : nil
      }
      return EmployerUnit.Contact(name: part(0) ?? "", phone: part(1), email: part(2))
    }
    do {
      let put = try settings.registryStore().put(
        EmployerUnit(name: name, contacts: contacts), code: operands[1], office: nil, by: caller)
      Console.note("\(put.isNew ? "new" : "changed"): \(put.unit.code)")
    } catch let problem as Problem {
      let words = problem.detail ?? problem.title
      throw UsageError(
        .refused(words.hasSuffix(".") ? String(words.dropLast()) : words, command: command))
    }
    return .allAccepted
  }

  private func employees() throws -> ExitCode {
    guard 2...3 ~= operands.count else {
      throw UsageError(.missingOperand("CODE", command: "registry units employees"))
    }
    let standing = try settings.value("standing").map { text in
      guard let standing = EmployeeStatus.Standing(rawValue: text) else {
        throw UsageError(
          .invalidValue(
            option: "standing", value: text, expected: "registered, missing or conflict"))
      }
      return standing
    }
    let store = try settings.existingRegistry()
    var employees: [EmployeeStatus]
    var hasFaults = false
    if operands.count == 3 {
      let list = try list(operands[2], needsNumber: false)
      note(list.faults)
      hasFaults = !list.faults.isEmpty
      employees = try store.replaceEmployees(
        ofUnit: operands[1], office: nil, by: list, caller: caller)
    } else {
      employees = try store.employees(ofUnit: operands[1], office: nil, for: caller)
    }
    try Console.print("line,name,birth date,number,id number,standing,conflicts,registration,state")
    for employee in employees where standing.map({ $0 == employee.standing }) ?? true {
      let person = employee.person
      try Console.print(
        CSVLine.row([
          "\(person.line)", person.name, person.birthDate ?? "", person.number ?? "",
          person.idNumber ?? "", employee.standing.rawValue,
          employee.conflicts.map(\.rawValue).joined(separator: " "),
          employee.registration?.id ?? "", employee.registration?.state ?? "",
        ]))
    }
    let isDoubtful = hasFaults || employees.contains { $0.standing == .conflict }
    return isDoubtful ? .needsReview : .allAccepted
  }

  func report() throws -> ExitCode {
    if let first = operands.first {
      throw UsageError(.unexpectedOperand(first, command: "registry report"))
    }
    let key = try choice("by", RegistrationProgress.Key.self) ?? .office
    let lines = try settings.existingRegistry().progress(
      by: key, type: choice("type", RegistrationType.self), from: day("from"),
      before: day("to").map { $0 + 86_400 }, for: caller)
    var heads = [key.rawValue, "received", "open", "completed", "ended", "average days"]
    if key == .unit { heads += ["employees", "registered", "missing", "conflict"] }
    try Console.print(CSVLine.row(heads))
    for line in lines {
      var cells = [
        line.key, "\(line.received)", "\(line.open)", "\(line.completed)", "\(line.ended)",
        line.averageDays.map { String(format: "%.2f", $0) } ?? "",
      ]
      if let staff = line.staff {
        cells += [staff.employees, staff.registered, staff.missing, staff.conflicting].map(
          String.init)
      }
      try Console.print(CSVLine.row(cells))
    }
    return .allAccepted
  }

  /// The program, as far as it is bound to the office that was named.
  private var caller: Caller { Caller(id: "hoso", role: nil, office: settings.value("office")) }

  private func list(_ path: String, needsNumber: Bool) throws -> PersonList {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RegistryServing.UnreadableFile(path: path)
    }
    let columns = try ListColumns(directory: settings.dictionaries())
    do throws(ListFault) {
      return try PersonList(Array(data), columns: columns, needsNumber: needsNumber)
    } catch {
      throw BadList(path: path, fault: error)
    }
  }

  private func note(_ faults: [ListFault]) {
    for (cause, lines) in Dictionary(grouping: faults, by: \.cause).sorted(by: {
      $0.key.rawValue < $1.key.rawValue
    }) {
      Console.note("lines \(words(lines.map(\.line))) were not taken: \(cause.rawValue)")
    }
  }

  private func words(_ lines: [Int]) -> String {
    lines.prefix(20).map(String.init).joined(separator: ", ") + (lines.count > 20 ? ", …" : "")
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ option: String, _ type: Choice.Type
  ) throws -> Choice? where Choice.RawValue == String {
    guard let text = settings.value(option) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(.invalidValue(option: option, value: text, expected: "one of \(known)"))
    }
    return choice
  }

  private func day(_ option: String) throws -> Date? {
    guard let text = settings.value(option) else { return nil }
    guard let date = VietnamDay.start(of: text) else {
      throw UsageError(
        .invalidValue(option: option, value: text, expected: "a day, as 2026-11-21"))
    }
    return date
  }
}
