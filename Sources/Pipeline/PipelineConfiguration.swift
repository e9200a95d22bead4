package import Documents
package import Imaging

/// What the line needs from outside: dictionaries, models, limits and today's date.
package struct PipelineConfiguration: Sendable {
  /// The folder of the dictionaries.
  package var dictionaries: String
  /// The folder of the OCR models; nil for the engine's own.
  package var tessdata: String?
  /// The folder of the model that was taught the print of cards and forms.
  package var taughtModels: String { dictionaries + "/reading" }
  /// What is refused before it is decoded.
  package var limits: IntakeLimits
  /// The day on which cards are judged expired and dates to lie in the future.
  package var today: CalendarDate
  /// The share of wrong fields that an accepted document may be expected to hold.
  package var errorBudget: Double

  /// Creates a configuration.
  package init(
    dictionaries: String, tessdata: String? = nil, limits: IntakeLimits = .standard,
    today: CalendarDate, errorBudget: Double = 0.001
  ) {
    self.dictionaries = dictionaries
    self.tessdata = tessdata
    self.limits = limits
    self.today = today
    self.errorBudget = errorBudget
  }
}
