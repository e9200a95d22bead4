// swift-tools-version: 6.2
import PackageDescription

let common: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// Settings of targets that go over every pixel: without optimisation their tests take minutes.
let pixels = common + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Settings of every target that holds no C: a raw pointer there is a compile error.
let pointerFree = common + [.strictMemorySafety()]

let package = Package(
  name: "hoso",
  products: [
    .executable(name: "hoso", targets: ["hoso"]),
    .executable(name: "corpus-maker", targets: ["corpus-maker"]),
    .library(name: "VietnameseText", targets: ["VietnameseText"]),
    .library(name: "MappedFiles", targets: ["MappedFiles"]),
  ],
  targets: [
    // C libraries.
    .systemLibrary(
      name: "CTesseract", pkgConfig: "tesseract",
      providers: [.apt(["libtesseract-dev", "libleptonica-dev"])]),
    .systemLibrary(
      name: "CPoppler", pkgConfig: "poppler-glib",
      providers: [.apt(["libpoppler-glib-dev"])]),
    .systemLibrary(name: "CHeif", pkgConfig: "libheif", providers: [.apt(["libheif-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(
      name: "CMicrohttpd", pkgConfig: "libmicrohttpd",
      providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(
      name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "CZXing", linkerSettings: [.linkedLibrary("ZXing")]),
    .target(name: "CSandbox", linkerSettings: [.linkedLibrary("seccomp")]),
    .target(name: "CProcess", dependencies: ["CSandbox"]),

    // Values and knowledge.
    .target(
      name: "Documents", swiftSettings: pointerFree,
      linkerSettings: [.linkedLibrary("m")]),
    .target(name: "MappedFiles", swiftSettings: common),
    .target(
      name: "VietnameseText", dependencies: ["CICU", "MappedFiles"], swiftSettings: pointerFree),
    .target(
      name: "Gazetteer", dependencies: ["Documents", "VietnameseText"], swiftSettings: pointerFree),

    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "Spreadsheets", dependencies: ["CXlsxWriter"], swiftSettings: common),
    .target(name: "Originals", dependencies: ["CSodium"], swiftSettings: common),
    .target(name: "ContentHash", dependencies: ["CSodium"], swiftSettings: common),
    .target(name: "WebPages", swiftSettings: pointerFree),
    .target(name: "PDFWriting", swiftSettings: pointerFree),

    // Pixels.
    .target(
      name: "Imaging", dependencies: ["CTesseract", "CHeif", "Documents"],
      swiftSettings: pixels),
    .target(
      name: "Rendering",
      dependencies: ["CPoppler", "CTesseract", "Documents", "Imaging"],
      swiftSettings: common),
    .target(
      name: "Recognition", dependencies: ["CTesseract", "CZXing", "Documents", "Imaging"],
      swiftSettings: pixels),

    .target(
      name: "TextLayers",
      dependencies: ["Documents", "Imaging", "Recognition", "Rendering", "VietnameseText"],
      swiftSettings: pointerFree),

    // From readings to verdicts.
    .target(
      name: "Extraction", dependencies: ["Documents", "VietnameseText", "Gazetteer"],
      swiftSettings: pointerFree),
    .target(
      name: "Validation", dependencies: ["Documents", "VietnameseText", "Gazetteer"],
      swiftSettings: pointerFree),
    .target(
      name: "Memos", dependencies: ["Documents", "VietnameseText", "Gazetteer", "Validation"],
      swiftSettings: pointerFree),
    .target(
      name: "Letters", dependencies: ["Documents", "Gazetteer", "PDFWriting", "VietnameseText"],
      swiftSettings: pointerFree),
    .target(
      name: "Pipeline",
      dependencies: [
        "ContentHash", "Documents", "VietnameseText", "Gazetteer", "Imaging", "Letters",
        "Rendering", "Recognition", "Extraction", "TextLayers", "Validation",
      ],
      swiftSettings: pointerFree),

    // Batches.
    .target(
      name: "Workers", dependencies: ["CProcess", "CSandbox", "Documents"], swiftSettings: common),
    .target(
      name: "RecordStore", dependencies: ["CSQLite", "Documents"], swiftSettings: common),
    .target(
      name: "Postgres", dependencies: ["CPostgres", "RecordStore"], swiftSettings: common),
    .target(
      name: "Registry",
      dependencies: ["ContentHash", "Documents", "Postgres", "RecordStore", "VietnameseText"],
      swiftSettings: pointerFree),
    .target(
      name: "Delivery", dependencies: ["Documents", "HTTPClient", "RecordStore", "Registry"],
      swiftSettings: pointerFree),
    .target(
      name: "Batches",
      dependencies: [
        "ContentHash", "Delivery", "Documents", "Originals", "RecordStore", "Registry",
        "Spreadsheets", "Validation", "WebPages", "Workers",
      ],
      swiftSettings: pointerFree),
    .target(name: "HTTPClient", dependencies: ["CCurl"], swiftSettings: common),
    .target(name: "HTTPServer", dependencies: ["CMicrohttpd"], swiftSettings: common),
    .target(
      name: "RegistrationService", dependencies: ["HTTPServer", "Registry"],
      swiftSettings: pointerFree),
    .target(
      name: "Evaluation", dependencies: ["Documents", "VietnameseText"], swiftSettings: pointerFree),
    .target(
      name: "DictionaryReview",
      dependencies: [
        "Documents", "Extraction", "Gazetteer", "MappedFiles", "Validation", "VietnameseText",
      ],
      swiftSettings: pointerFree),

    // Drawn documents.
    .target(
      name: "CorpusDrawing",
      dependencies: ["CPangoCairo", "CTesseract", "CZXing", "Documents", "PDFWriting"],
      swiftSettings: pixels),

    // Programs.
    .target(name: "Terminal", swiftSettings: pointerFree),
    .executableTarget(
      name: "hoso",
      dependencies: [
        "Batches", "ContentHash", "Delivery", "DictionaryReview", "Documents", "Evaluation",
        "Gazetteer", "HTTPClient", "HTTPServer", "Imaging", "Letters", "MappedFiles", "Memos",
        "Originals", "Pipeline", "Postgres", "Recognition", "RecordStore", "RegistrationService",
        "Registry", "Rendering", "Spreadsheets", "Terminal", "Validation", "VietnameseText",
        "WebPages", "Workers",
      ],
      swiftSettings: pointerFree),
    .executableTarget(
      name: "lesson-maker",
      dependencies: [
        "CorpusDrawing", "Imaging", "Recognition", "Rendering", "VietnameseText",
      ],
      swiftSettings: common),
    .executableTarget(
      name: "corpus-maker",
      dependencies: ["CorpusDrawing", "Documents"],
      swiftSettings: common),

    // Tests.
    .executableTarget(
      name: "batch-probe",
      dependencies: [
        "Batches", "Delivery", "Documents", "Originals", "RecordStore", "Registry", "Validation",
        "Workers",
      ],
      path: "Tests/BatchProbe", swiftSettings: common),
    .target(
      name: "FaultRuns",
      dependencies: [
        "ContentHash", "Delivery", "Documents", "Originals", "RecordStore", "Registry",
        "RegistrySupport", "TestSupport",
      ], path: "Tests/FaultRuns", swiftSettings: common),
    .executableTarget(
      name: "fault-bench", dependencies: ["FaultRuns", "batch-probe"],
      path: "Tests/Benchmarks/FaultBench", swiftSettings: common),
    .executableTarget(
      name: "registry-probe",
      dependencies: [
        "Documents", "HTTPServer", "Postgres", "RecordStore", "RegistrationService", "Registry",
        "RegistrySupport", "TestSupport",
      ],
      path: "Tests/RegistryProbe", swiftSettings: common),
    .executableTarget(
      name: "card-bench", dependencies: ["Documents", "Pipeline", "TestSupport"],
      path: "Tests/Benchmarks/CardBench", swiftSettings: pointerFree),
    .executableTarget(
      name: "repair-bench", dependencies: ["Evaluation", "TestSupport", "VietnameseText"],
      path: "Tests/Benchmarks/RepairBench", swiftSettings: pointerFree),
    .executableTarget(
      name: "encoding-bench", dependencies: ["MappedFiles", "TestSupport", "VietnameseText"],
      path: "Tests/Benchmarks/EncodingBench", swiftSettings: pointerFree),
    .executableTarget(
      name: "layer-bench",
      dependencies: [
        "CorpusDrawing", "Documents", "Imaging", "Recognition", "Rendering", "TestSupport",
        "TextLayers", "VietnameseText",
      ],
      path: "Tests/Benchmarks/LayerBench", swiftSettings: pixels),
    .executableTarget(
      name: "capture-bench",
      dependencies: [
        "CorpusDrawing", "Documents", "Imaging", "Recognition", "Rendering", "TestSupport",
        "Validation",
      ],
      path: "Tests/Benchmarks/CaptureBench", swiftSettings: common),
    .executableTarget(
      name: "letter-bench",
      dependencies: [
        "Documents", "Evaluation", "Imaging", "Pipeline", "Rendering", "TestSupport",
        "VietnameseText",
      ],
      path: "Tests/Benchmarks/LetterBench", swiftSettings: common),
    .executableTarget(
      name: "memo-bench",
      dependencies: ["CorpusDrawing", "Documents", "Gazetteer", "Memos", "TestSupport"],
      path: "Tests/Benchmarks/MemoBench", swiftSettings: common),
    .target(
      name: "TestSupport", dependencies: ["Documents"], path: "Tests/TestSupport",
      swiftSettings: common),
    .target(
      name: "RegistrySupport",
      dependencies: ["Documents", "Postgres", "RecordStore", "Registry", "TestSupport"],
      path: "Tests/RegistrySupport",
      swiftSettings: common),
    .testTarget(
      name: "RecordStoreTests", dependencies: ["Documents", "RecordStore", "TestSupport"],
      swiftSettings: common),
    .testTarget(
      name: "DeliveryTests",
      dependencies: [
        "Delivery", "Documents", "HTTPServer", "RecordStore", "RegistrationService", "Registry",
        "RegistrySupport", "TestSupport",
      ],
      swiftSettings: common),
    .testTarget(
      name: "HTTPServerTests", dependencies: ["HTTPServer", "TestSupport"], swiftSettings: common),
    .testTarget(
      name: "RegistryTests",
      dependencies: [
        "Documents", "Postgres", "RecordStore", "Registry", "RegistrySupport", "TestSupport",
        "VietnameseText", "registry-probe",
      ],
      swiftSettings: common),
    .testTarget(
      name: "RegistrationServiceTests",
      dependencies: [
        "Documents", "HTTPServer", "RecordStore", "RegistrationService", "Registry",
        "RegistrySupport", "TestSupport",
      ], swiftSettings: common),
    .testTarget(
      name: "BatchesTests",
      dependencies: [
        "Batches", "ContentHash", "Delivery", "Documents", "FaultRuns", "Originals", "RecordStore",
        "Registry", "RegistrySupport", "TestSupport", "Validation", "Workers", "batch-probe",
      ],
      swiftSettings: common),
    .testTarget(
      name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "TestSupport"],
      swiftSettings: common),
    .testTarget(
      name: "OriginalsTests", dependencies: ["Originals", "TestSupport"], swiftSettings: common),
    .testTarget(
      name: "WorkersTests", dependencies: ["Documents", "TestSupport", "Workers", "batch-probe"],
      swiftSettings: common),
    .testTarget(
      name: "ExtractionTests",
      dependencies: ["Documents", "Extraction", "Gazetteer", "TestSupport", "VietnameseText"],
      exclude: ["Fixtures"], swiftSettings: common),
    .testTarget(
      name: "CorpusMakerTests", dependencies: ["CorpusDrawing", "Documents", "corpus-maker"],
      swiftSettings: common),
    .testTarget(
      name: "LessonMakerTests", dependencies: ["lesson-maker"], swiftSettings: common),
    .testTarget(
      name: "CorpusDrawingTests", dependencies: ["CorpusDrawing", "Documents"],
      swiftSettings: common),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: common),
    .testTarget(
      name: "MappedFilesTests", dependencies: ["MappedFiles"], swiftSettings: common),
    .testTarget(
      name: "VietnameseTextTests", dependencies: ["MappedFiles", "TestSupport", "VietnameseText"],
      exclude: ["Fixtures"], swiftSettings: common),
    .testTarget(
      name: "RecognitionTests",
      dependencies: ["CTesseract", "Documents", "Imaging", "Recognition", "TestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: common),
    .testTarget(
      name: "MemosTests",
      dependencies: ["CorpusDrawing", "Documents", "Gazetteer", "Memos", "VietnameseText"],
      swiftSettings: common),
    .testTarget(
      name: "LettersTests", dependencies: ["Documents", "Letters"],
      swiftSettings: common),
    .testTarget(
      name: "ValidationTests", dependencies: ["Documents", "Gazetteer", "Validation"],
      swiftSettings: common),
    .testTarget(
      name: "GazetteerTests",
      dependencies: ["Documents", "Gazetteer", "TestSupport", "VietnameseText"],
      swiftSettings: common),
    .testTarget(
      name: "ContentHashTests", dependencies: ["ContentHash"], swiftSettings: common),
    .testTarget(name: "WebPagesTests", dependencies: ["WebPages"], swiftSettings: common),
    .testTarget(name: "PDFWritingTests", dependencies: ["PDFWriting"], swiftSettings: common),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: common),
    .testTarget(
      name: "RenderingTests", dependencies: ["Documents", "Imaging", "PDFWriting", "Rendering"],
      exclude: ["Fixtures"], swiftSettings: common),
    .testTarget(
      name: "TextLayersTests",
      dependencies: [
        "CorpusDrawing", "Documents", "Imaging", "Recognition", "Rendering", "TestSupport",
        "TextLayers", "VietnameseText",
      ],
      swiftSettings: common),
    .testTarget(
      name: "ImagingTests", dependencies: ["CTesseract", "Documents", "Imaging", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: common),
    .testTarget(
      name: "EvaluationTests", dependencies: ["Documents", "Evaluation", "TestSupport"],
      swiftSettings: common),
    .testTarget(
      name: "DictionaryReviewTests", dependencies: ["DictionaryReview", "TestSupport"],
      swiftSettings: common),
    .testTarget(
      name: "HosoTests",
      dependencies: [
        "Delivery", "Documents", "RecordStore", "Registry", "RegistrySupport", "TestSupport",
        "hoso",
      ],
      swiftSettings: common),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "CorpusDrawing", "Documents", "Imaging", "Letters", "Pipeline", "TestSupport",
        "VietnameseText",
      ],
      swiftSettings: common),
    .testTarget(
      name: "CorpusTests", dependencies: ["Documents", "Evaluation", "Pipeline", "Validation"],
      swiftSettings: common),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
