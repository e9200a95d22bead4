/// A fault of a capture, by the code of the reason that a reader should give for it.
enum CaptureFaultKind: String, CaseIterable {
  case blurred = "capture.blurred"
  case tooDark = "capture.too-dark"
  case glare = "capture.glare"
  case tooSmall = "capture.too-small"
  case cutOff = "capture.cut-off"
  case covered = "capture.covered"
  case photocopy = "capture.photocopy"
  case screen = "capture.screen"
  case twoCards = "dossier.two-cards"
}
