extension String {
  /// The text as the contents of an element or of a quoted attribute in HTML.
  package var escapedForHTML: String {
    var result = ""
    // A browser reads code points: "<" is a tag even with a combining mark behind it.
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
