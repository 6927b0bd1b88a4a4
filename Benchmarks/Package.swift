// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses or tests Hearth builds it. It sees what any
// program that embeds Hearth sees: the public interface.
let package = Package(
  name: "hearth-benchmarks",
  dependencies: [.package(name: "hearth", path: "..")],
  targets: [
    .executableTarget(
      name: "HearthBenchmark",
      dependencies: [.product(name: "Hearth", package: "hearth")])
  ],
  swiftLanguageModes: [.v6]
)
