internal import Synchronization

/// Counts what the service does, for Prometheus.
final class ServiceMetrics: Sendable {
  private struct Series: Hashable, Comparable {
    let method: String
    let route: String
    let status: Int

    static func < (left: Series, right: Series) -> Bool {
      (left.route, left.method, left.status) < (right.route, right.method, right.status)
    }
  }

  private struct Histogram {
    var counts = [Int](repeating: 0, count: ServiceMetrics.bounds.count + 1)
    var sum = 0.0
  }

  private struct Counts {
    var requests: [Series: Int] = [:]
    var times: [String: Histogram] = [:]
  }

  /// The upper bounds of the times, in seconds.
  private static let bounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]

  private let counts = Mutex(Counts())

  /// Notes an answer.
  func count(method: String, route: String, status: Int, time: Duration) {
    let seconds = time / .seconds(1)
    counts.withLock { counts in
      counts.requests[Series(method: method, route: route, status: status), default: 0] += 1
      let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
      counts.times[route, default: Histogram()].counts[bucket] += 1
      counts.times[route, default: Histogram()].sum += seconds
    }
  }

  /// The figures in the text format of Prometheus.
  func text(gauges: [(name: String, help: String, lines: [(labels: String, value: Int)])]) -> String
  {
    let counts = counts.withLock(\.self)
    var text = """
      # HELP hoso_http_requests_total Requests answered.
      # TYPE hoso_http_requests_total counter

      """
    for (series, count) in counts.requests.sorted(by: { $0.key < $1.key }) {
      text += "hoso_http_requests_total{method=\"\(series.method)\",route=\"\(series.route)\","
      text += "status=\"\(series.status)\"} \(count)\n"
    }
    text += """
      # HELP hoso_http_request_seconds Time from the headers of a request to its answer.
      # TYPE hoso_http_request_seconds histogram

      """
    for (route, histogram) in counts.times.sorted(by: { $0.key < $1.key }) {
      var below = 0
      for (bound, count) in zip(Self.bounds, histogram.counts) {
        below += count
        text += "hoso_http_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(below)\n"
      }
      let total = below + (histogram.counts.last ?? 0)
      text += "hoso_http_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(total)\n"
      text += "hoso_http_request_seconds_sum{route=\"\(route)\"} \(histogram.sum)\n"
      text += "hoso_http_request_seconds_count{route=\"\(route)\"} \(total)\n"
    }
    for gauge in gauges {
      text += "# HELP \(gauge.name) \(gauge.help)\n# TYPE \(gauge.name) gauge\n"
      for line in gauge.lines {
        let labels = line.labels.isEmpty ? "" : "{\(line.labels)}"
        text += "\(gauge.name)\(labels) \(line.value)\n"
      }
    }
    return text
  }
}
