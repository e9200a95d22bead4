/// When a failed delivery is tried again, and when it is given up.
public struct RetryPolicy: Hashable, Sendable {
  /// The wait after the first failure; it doubles with each further one.
  public var firstDelay: Duration
  /// The longest wait.
  public var longestDelay: Duration
  /// How many answers of the kind "internal error" a registration gets before it is given up.
  public var maximumFailures: Int
  /// How long one run waits for the service altogether, before it leaves the rest to the next run.
  public var patience: Duration

  /// Creates a policy.
  public init(
    firstDelay: Duration = .seconds(1), longestDelay: Duration = .seconds(300),
    maximumFailures: Int = 10, patience: Duration = .seconds(30)
  ) {
    self.firstDelay = firstDelay
    self.longestDelay = longestDelay
    self.maximumFailures = maximumFailures
    self.patience = patience
  }

  /// The wait after `failures` failures in a row, of which there is at least one.
  func delay(afterFailures failures: Int) -> Duration {
    let doublings = min(max(0, failures - 1), 30)
    return min(longestDelay, firstDelay * (1 << doublings))
  }
}
