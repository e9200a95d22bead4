/// How much one client may ask of the service.
package struct ServiceLimits: Hashable, Sendable {
  /// How many requests a second a token may make in the long run.
  package var requestsPerSecond = 500.0
  /// How many refused tokens a second an address may try in the long run.
  package var refusalsPerSecond = 5.0
  /// How many seconds' worth may come at once.
  package var burstSeconds = 4.0

  /// The defaults.
  package init() {}
}
