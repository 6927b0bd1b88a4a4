// swift-tools-version: 6.2
import PackageDescription

// The target list below is the module map of Sources/README.md, read from the bottom up:
// a target imports only what stands above it.

/// Warnings are errors in CI, and only there, so that a newer compiler never breaks a user's build.
let strict: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
  name: "hearth",
  products: [
    .library(name: "Hearth", targets: ["Hearth"]),
    .executable(name: "hearth", targets: ["HearthCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Text of people: languages, display width, distance between words.
    module("HearthText", ["CHearthResources"]),

    // Two roots that do not know each other.
    module("HearthSyntax", ["HearthText"]),
    module("HearthData", ["HearthText"]),

    // From a tree and a schema to a typed plan; from a plan and a store to a table.
    module("HearthPlan", ["HearthSyntax", "HearthData"]),
    module("HearthEngine", ["HearthPlan"]),
    module("HearthAssist", ["HearthPlan"]),

    // Files to store, table to text, made-up data.
    .target(name: "CXxhash"),
    module("HearthIO", ["HearthData", "CXxhash"]),
    .target(name: "CXlsxwriter"),
    module("HearthWorkbook", ["CXlsxwriter", "HearthText"]),
    module("HearthRender", ["HearthData", "HearthWorkbook"]),
    module("HearthSamples", ["HearthText", "CHearthResources"]),

    // The public door, for programs that embed Hearth.
    module(
      "Hearth",
      [
        "HearthPlan", "HearthEngine", "HearthAssist", "HearthIO", "HearthRender",
        "CHearthResources",
      ]),

    // The command: REPL and batch.
    .systemLibrary(
      name: "CLibedit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .yum(["libedit-devel"])]),
    .target(name: "CLineEditor", dependencies: ["CLibedit"]),
    .target(name: "CHearthResources", exclude: ["care.hearth", "pinyin.bin", "tools"]),
    module("HearthLineEditor", ["CLineEditor", "HearthText"]),
    .executableTarget(
      name: "HearthCommand",
      dependencies: [
        "Hearth", "HearthAssist", "HearthSamples", "HearthLineEditor", argumentParser,
      ],
      swiftSettings: strict),

    tests("HearthSyntax"),
    tests("HearthData"),
    tests("HearthIO"),
    tests("HearthPlan", ["HearthIO"]),
    tests("HearthEngine", ["HearthIO"]),
    tests("HearthWorkbook", ["HearthText"]),
    tests("HearthRender"),
    tests("HearthAssist", ["HearthIO"]),
    tests("HearthSamples", ["HearthPlan", "HearthIO", "CHearthResources"]),
    tests("Hearth", [database]),
    tests("HearthCommand", ["HearthLineEditor", "HearthText"]),
  ],
  swiftLanguageModes: [.v6]
)
