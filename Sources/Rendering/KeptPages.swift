/// What is kept of the pages of a PDF from one look at them to the next.
struct KeptPages: ~Copyable {
  /// The plans of pages by their index: making one may decode an image.
  var plans: [Int: RenderPlan] = [:]
  private var drawing: DrawnPage?
  private var index = -1

  /// Keeps `drawing` of the page with this index in place of another's: who looked at a scan coarsely may
  /// want it whole.
  mutating func keep(_ drawing: consuming DrawnPage, of index: Int) {
    self.drawing = consume drawing
    self.index = index
  }

  /// Gives away the drawing of the page with this index, if there is one, and drops that of any other.
  mutating func takeDrawing(of index: Int) -> DrawnPage? {
    let isOwn = index == self.index
    self.index = -1
    let drawing = drawing.take()
    return isOwn ? drawing : nil
  }
}
