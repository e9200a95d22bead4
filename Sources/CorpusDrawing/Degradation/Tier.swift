/// How hard a case is: what capture did to the page.
package enum Tier: String, Codable, CaseIterable, Sendable {
  case clean, office, bad, phone
}
