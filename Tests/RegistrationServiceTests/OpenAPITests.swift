import Foundation
import HTTPServer
import Registry
import RegistrySupport
import TestSupport
import Testing

@testable import RegistrationService

/// The OpenAPI file beside the program that it describes.
@Suite struct OpenAPITests {
  private let file: [String: Any]

  init() throws {
    file = try Service().send("GET", "/openapi.json").object
  }

  private func at(_ path: String...) -> Any? {
    path.reduce(file as Any?) { ($0 as? [String: Any])?[$1] }
  }

  @Test func describesEveryRouteAndNoOther() throws {
    #expect(at("openapi") as? String == "3.1.0")
    let paths = try #require(at("paths") as? [String: [String: [String: Any]]])
    var described: [String: Set<String>] = [:]
    for (path, operations) in paths {
      for (method, operation) in operations {
        let parameters = operation["parameters"] as? [[String: Any]] ?? []
        described["\(method.uppercased()) \(path)"] = Set(
          parameters.filter { $0["in"] as? String == "query" }
            .compactMap { $0["name"] as? String })
        let route = RegistrationAPI.routes.first {
          $0.method == method.uppercased() && $0.template == path
        }
        #expect(
          (operation["security"] as? [Any])?.isEmpty == true
            ? route?.access == .everybody : route?.access != .everybody, "\(path)")
      }
    }
    let routes = Dictionary(
      uniqueKeysWithValues: RegistrationAPI.routes.map { ("\($0.method) \($0.template)", $0.query) }
    )
    #expect(described == routes)
  }

  @Test func namesTheTypesAndStatesThereAre() throws {
    let types = at("components", "schemas", "Type", "enum") as? [String]
    #expect(Set(types ?? []) == Set(RegistrationType.allCases.map(\.rawValue)))
    let states = at("components", "schemas", "State", "enum") as? [String]
    #expect(Set(states ?? []) == (try Workflows.committed().states))
  }
}
