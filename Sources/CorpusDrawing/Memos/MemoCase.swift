/// A transfer memo as a bank hands it on, with what it says.
package struct MemoCase: Hashable, Sendable {
  /// The memo.
  package var text: String
  /// The name as it is written in the memo, in capitals; nil where the memo lacks it.
  package var name: String?
  /// The name with all its marks, in capitals.
  package var markedName: String
  /// The social-insurance number; nil where the memo lacks it or it was cut.
  package var number: String?
  /// The telephone number with its leading 0; nil where the memo lacks it or it was cut.
  package var phone: String?
  /// What was done to the memo.
  package var mutilations: [String]
}
