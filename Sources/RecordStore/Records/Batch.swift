public import Foundation

/// A named import of files and folders.
public struct Batch: Hashable, Sendable, Identifiable {
  /// Whether there is work left.
  public enum State: String, Sendable {
    /// It is being worked on, or was interrupted.
    case open
    /// Every source of it is decided, and every accepted one delivered.
    case finished
    /// What was not decided was dropped.
    case cancelled
  }

  /// Its number in the store.
  public let id: Int64
  /// Its name.
  public let name: String
  /// The files and folders that it was given.
  public let roots: [String]
  /// Whether there is work left.
  public let state: State
  /// When it was begun.
  public let createdAt: Date
  /// How many of its sources are in each state.
  public let counts: [SourceState: Int]
}
