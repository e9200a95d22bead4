import Foundation

/// Rounds positive numbers to 256 values, each of which stands for as many numbers, by their
/// logarithms.
struct Quantizer {
  /// The values, ascending.
  let values: [Float]
  private let bounds: [Float]

  /// Chooses the values for `numbers`.
  init(_ numbers: [Float]) {
    var distinct: [(value: Float, count: Int)] = []
    for number in numbers.sorted() {
      if number == distinct.last?.value {
        distinct[distinct.count - 1].count += 1
      } else {
        distinct.append((number, 1))
      }
    }
    var values: [Float] = []
    var index = 0
    var left = numbers.count
    // A number that is more frequent than a bin has a bin of its own.
    while index < distinct.count {
      let size = max(1, left / max(1, 256 - values.count))
      var count = 0
      var sum = 0.0
      repeat {
        count += distinct[index].count
        sum += Double(distinct[index].count) * log(Double(distinct[index].value))
        index += 1
      } while index < distinct.count && count + distinct[index].count <= size
        || index < distinct.count && values.count == 255
      values.append(Float(exp(sum / Double(count))))
      left -= count
    }
    while values.count < 256 { values.append(values.last ?? 1) }
    self.values = values
    bounds = (1..<256).map {
      Float(exp((log(Double(values[$0 - 1])) + log(Double(values[$0]))) / 2))
    }
  }

  /// The number of the value nearest to `number`.
  func code(of number: Float) -> UInt8 {
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] < number { low = middle + 1 } else { high = middle }
    }
    return UInt8(low)
  }
}
