internal import Foundation
internal import Registry

/// A unit as the service tells it.
struct UnitView: Encodable {
  var code: String
  var office: String
  var name: String
  var contacts: [EmployerUnit.Contact]
  var changedAt: String

  init(_ stored: StoredUnit) {
    code = stored.code
    office = stored.office
    name = stored.unit.name
    contacts = stored.unit.contacts
    changedAt = stored.changedAt.ISO8601Format()
  }
}
