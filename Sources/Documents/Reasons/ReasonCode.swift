/// The closed set of reasons; their severity and sentences stand in `dictionaries/reasons.json`.
public enum ReasonCode: String, Codable, CaseIterable, Sendable {
  // The file.
  case fileEmpty = "file.empty"
  case fileUnknownFormat = "file.unknown-format"
  case fileArchive = "file.archive"
  case fileWordProcessor = "file.word-processor"
  case fileDamaged = "file.damaged"
  case fileEncrypted = "file.encrypted"
  case fileTooLarge = "file.too-large"
  case fileTooManyPages = "file.too-many-pages"
  case fileTooManyPixels = "file.too-many-pixels"
  case fileUnreadable = "file.unreadable"
  case fileDynamicForm = "file.dynamic-form"
  case fileNoConverter = "file.no-converter"
  case fileNotConverted = "file.not-converted"

  // The worker that read it.
  case workerCrashed = "worker.crashed"
  case workerTimedOut = "worker.timed-out"
  case workerOutOfMemory = "worker.out-of-memory"

  // The capture: a new scan would cure it.
  case pageBlank = "page.blank"
  case captureBlurred = "capture.blurred"
  case captureTooDark = "capture.too-dark"
  case captureGlare = "capture.glare"
  case captureTooSmall = "capture.too-small"
  case captureCutOff = "capture.cut-off"
  case captureCovered = "capture.covered"
  case capturePhotocopy = "capture.photocopy"
  case captureScreen = "capture.screen"
  case captureUnreadable = "capture.unreadable"
  case captureOversized = "capture.oversized"

  // The kind.
  case kindUnknown = "kind.unknown"
  case kindUncertain = "kind.uncertain"
  case kindNotRegistrable = "kind.not-registrable"

  // The codes on a card.
  case codeForeign = "code.foreign"
  case mrzForeign = "mrz.foreign"

  // The text of a letter.
  case textEncodingUnknown = "text.encoding-unknown"
  case textBroken = "text.broken"
  case textRestored = "text.restored"
  case textForeignScript = "text.foreign-script"
  case textNotVietnamese = "text.not-vietnamese"

  // One field.
  case fieldMissing = "field.missing"
  case fieldUnreadable = "field.unreadable"
  case fieldInvalid = "field.invalid"
  case fieldUncertain = "field.uncertain"
  case fieldContradiction = "field.contradiction"
  case fieldBothTicked = "field.both-ticked"
  case fieldLabelUnseen = "field.label-unseen"

  // Numbers, dates and names.
  case numberProvince = "number.province-unknown"
  case numberSexMismatch = "number.sex-mismatch"
  case numberBirthYearMismatch = "number.birth-year-mismatch"
  case mrzCheckDigit = "mrz.check-digit"
  case dateImpossible = "date.impossible"
  case dateOrder = "date.order"
  case expiryRule = "expiry.rule"
  case issueGeneration = "issue.generation-mismatch"
  case issuerMismatch = "issuer.mismatch"
  case nameAlphabet = "name.alphabet"
  case phoneInvalid = "phone.invalid"
  case emailInvalid = "email.invalid"
  case formVersionMismatch = "form.version-mismatch"
  case formPageMissing = "form.page-missing"
  case formTwoOnPage = "form.two-on-page"
  case fieldHandwritten = "field.handwritten"

  // A transfer memo.
  case memoUnrelated = "memo.unrelated"
  case memoPurposeMissing = "memo.purpose-missing"
  case memoOtherPurpose = "memo.other-purpose"
  case memoCut = "memo.cut"
  case nameDamaged = "name.damaged"
  case nameUnmarked = "name.unmarked"

  // Notes, which change no verdict.
  case cardExpired = "card.expired"
  case cardSuperseded = "card.superseded"
  case formSuperseded = "form.superseded"
  case unitFormer = "unit.former"

  // The dossier.
  case dossierSideMissing = "dossier.side-missing"
  case dossierMismatch = "dossier.mismatch"
  case dossierTwoCards = "dossier.two-cards"
  case dossierEvidenceMissing = "dossier.evidence-missing"
  case dossierFormMissing = "dossier.form-missing"
  case dossierFormAlone = "dossier.form-alone"
  case dossierFormRegistered = "dossier.form-registered"
  case dossierAddressDiffers = "dossier.address-differs"

  // The registration service's answer.
  case registrationConflict = "registration.conflict"
  case registrationRefused = "registration.refused"
  case registrationFailed = "registration.failed"

  // The sum.
  case errorBudget = "confidence.error-budget"
}
