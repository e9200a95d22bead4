/// A step of an import that must survive; each is one transaction, see docs/durability.md.
package enum DurableStep: String, CaseIterable, Sendable {
  /// A batch was begun, or is gone on with.
  case begun
  /// A file was taken in: known by its bytes.
  case taken
  /// A file that could not be read was rejected.
  case refused
  /// A source whose bytes had gone was rejected.
  case vanished
  /// A file that may still be being written was let go again.
  case withdrawn
  /// A worker came to grief over a source.
  case failed
  /// A source was read, and waits for the other files of its batch.
  case read
  /// A source was decided by itself, and handed out when it was accepted.
  case decided
  /// Sources of one dossier were decided together, and handed out as one.
  case joined
  /// Papers of forms that were handed out before were told so.
  case late
  /// The service acknowledged a registration.
  case acknowledged
  /// A registration waits for another try.
  case postponed
  /// A registration was given up.
  case givenUp
  /// Given-up registrations wait again.
  case replayed
  /// Rejected sources wait to be read again.
  case retried
  /// A batch was finished.
  case finished
  /// A batch was cancelled.
  case cancelled
  /// The encrypted copy of an original was removed.
  case dropped
  /// A person was erased.
  case forgotten

  /// Where in a step something happens.
  package enum Moment: String, Sendable {
    /// Everything is written, nothing committed.
    case within
    /// It is committed.
    case after
  }
}
