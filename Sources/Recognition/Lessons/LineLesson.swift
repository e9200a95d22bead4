/// A printed line as the engine sees it, to teach a model with.
package struct LineLesson: Sendable {
  /// What the engine of today reads.
  package var text: String
  /// The pictures that the engine frames the line in, as PNG files: one for each way in which a line
  /// is prepared.
  package var pictures: [[UInt8]]
}
