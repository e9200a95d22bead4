public import Delivery

/// What a watch tells, one event after the other.
public enum WatchEvent: Hashable, Sendable {
  /// A file is settled, and is out of the folder or stays there.
  case settled(BatchReport.File, isOut: Bool)
  /// Something stands in the folder that is not taken in.
  case refused(RefusedPath)
  /// Registrations wait for the service.
  case undelivered(OutboxDelivery.Remainder)
}
