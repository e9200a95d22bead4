import RegistrySupport
import TestSupport

@testable import Registry

/// A registry in a folder of its own, whose clock a test sets.
struct ClockedStore {
  let folder: TemporaryFolder
  let place: RegistryPlace
  let clock = TestClock()
  let store: RegistryStore

  init() throws {
    folder = try TemporaryFolder()
    place = try TestPlace.new(in: folder.path)
    store = try RegistryStore(
      place, workflows: .committed(),
      clock: { [clock] in clock.now })
  }
}
