import RegistrySupport
import TestSupport

@testable import Registry

/// A registry in a folder of its own, whose clock a test sets.
struct ClockedStore {
  let folder: TemporaryFolder
  let clock = TestClock()
  let store: RegistryStore

  init() throws {
    folder = try TemporaryFolder()
    store = try RegistryStore(
      path: folder.path + "/registry.sqlite", workflows: .committed(),
      clock: { [clock] in clock.now })
  }
}
