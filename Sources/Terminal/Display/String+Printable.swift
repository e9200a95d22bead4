extension String {
  /// The text with spaces for all that could steer a terminal; ends of lines stay.
  package var printable: String {
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      result.append(scalar == "\n" || scalar.isPrintable ? scalar : " ")
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: true
    }
  }
}
