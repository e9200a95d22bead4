import Evaluation
import Testing

@Suite struct CalibrationCurveTests {
  @Test func countsTheWrongAmongTheCertain() {
    let samples =
      (0..<999).map { _ in CalibrationCurve.Sample(confidence: 0.9995, wasRight: true) }
      + [CalibrationCurve.Sample(confidence: 0.9992, wasRight: false)]
      + [CalibrationCurve.Sample(confidence: 0.9, wasRight: false)]
    let curve = CalibrationCurve(of: samples)
    #expect(curve.count == 1001)
    #expect(curve.certain.count == 1000)
    #expect(curve.certain.wrong == 1)
  }
}
