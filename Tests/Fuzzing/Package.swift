// swift-tools-version: 6.2
import PackageDescription

// Fuzzers, apart from the package so that its build does not see them; README.md says how to run them.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // The fuzzing library brings `main`.
  .unsafeFlags(["-parse-as-library"]),
]

let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "hoso", path: "../..")],
  targets: [
    .executableTarget(
      name: "FuzzRepair", dependencies: [.product(name: "VietnameseText", package: "hoso")],
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzModels",
      dependencies: [
        .product(name: "MappedFiles", package: "hoso"),
        .product(name: "VietnameseText", package: "hoso"),
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
