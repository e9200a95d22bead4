import Documents

/// The rule that the fields a layout requires are there.
enum RequiredFields {
  static func findings(_ fields: [FieldKey: Field], required: Set<FieldKey>) -> [Finding] {
    required.sorted().compactMap { key in
      let field = fields[key]
      if key == .declarantSignature, field?.value?.text == "absent" {
        return Finding(.fieldMissing, field: key)
      }
      guard field?.value == nil || field?.value?.text?.isEmpty == true else { return nil }
      // Something stands there, but no value came of it.
      let isUnreadable = field?.raw?.isEmpty == false || field?.candidates.isEmpty == false
      return Finding(isUnreadable ? .fieldUnreadable : .fieldMissing, field: key)
    }
  }
}
