internal import Foundation

/// A folder into which notifications are written, a file each, for another program to send.
package struct NotificationSpool: Sendable {
  private let folder: String

  /// A spool in `folder`, which is made when it is not there.
  package init(folder: String) { self.folder = folder }

  /// The spool as a sender.
  package var sender: NotificationSender { NotificationSender { try write($0) } }

  /// Writes a notification whole or not at all; a repeat writes the same file again.
  private func write(_ notification: Notice) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let file = URL(filePath: folder).appending(path: "\(notification.id).json")
      try encoder.encode(notification).write(to: file, options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    } catch {
      throw NotificationSender.Failure(
        "cannot write to the spool \(folder); check that it is writable and has room",
        isPassing: true)
    }
  }
}
