import Documents
import Foundation
import Pipeline
import WebPages

/// Writes a self-contained HTML page: each page image with its fields' boxes, and beside it each
/// value with its crop, confidence, witnesses and reasons.
struct PreviewPage {
  private var body = ""
  private var images = ""
  private var count = 0

  /// Adds a source with the JPEG images of its pages, by 1-based page number.
  mutating func append(_ result: SourceResult, images pages: [Int: [UInt8]]) {
    body += "<section><h1>\(result.source.name.escapedForHTML) \(Self.badge(result.verdict))</h1>"
    body += Self.list(result.reasons + result.dossier.reasons)
    let documents = Dictionary(grouping: result.documents, by: \.page)
    for page in Set(pages.keys).union(documents.keys).sorted() {
      appendPage(documents[page] ?? [], jpeg: pages[page])
    }
    body += "</section>\n"
  }

  /// Adds paragraphs of text under a heading.
  mutating func append(_ heading: String, paragraphs: [String]) {
    guard !paragraphs.isEmpty else { return }
    body += "<section class=\"text\"><h2>\(heading.escapedForHTML)</h2>"
    for paragraph in paragraphs {
      let cells = paragraph.split(separator: "\t", omittingEmptySubsequences: false)
      body +=
        cells.count > 1
        ? "<table><tr>" + cells.map { "<td>\(String($0).escapedForHTML)" }.joined()
          + "</tr></table>"
        : "<p>\(paragraph.escapedForHTML)</p>"
    }
    body += "</section>\n"
  }

  /// The finished page.
  var html: String {
    """
    <!doctype html>
    <html lang="vi"><head><meta charset="utf-8"><title>hoso</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
    <style>
    \(Self.style)
    \(images)</style></head><body>
    \(body)</body></html>

    """
  }

  private mutating func appendPage(_ documents: [Document], jpeg: [UInt8]?) {
    count += 1
    let size = documents.first?.image
    body += "<div class=\"page\">"
    if let jpeg, let size {
      images += """
        .p\(count) { background-image: url(data:image/jpeg;base64,\(Data(jpeg).base64EncodedString())) }

        """
      body +=
        "<div class=\"sheet p\(count)\" style=\"aspect-ratio: \(size.width) / \(size.height)\">"
      for document in documents {
        for (key, field) in document.fields.sorted(by: { $0.key < $1.key }) {
          guard let box = field.box else { continue }
          body +=
            "<span class=\"box\" title=\"\(key.rawValue.escapedForHTML)\" style=\""
            + "left:\(Self.percent(box.x, of: size.width));top:\(Self.percent(box.y, of: size.height));"
            + "width:\(Self.percent(box.width, of: size.width));"
            + "height:\(Self.percent(box.height, of: size.height))\"></span>"
        }
      }
      body += "</div>"
    }
    body += "<div class=\"documents\">"
    for document in documents { body += text(of: document, image: jpeg == nil ? nil : count) }
    body += "</div></div>\n"
  }

  private func text(of document: Document, image: Int?) -> String {
    let side = document.side.map { " \($0.rawValue)" } ?? ""
    var text = "<h2>\(document.kind.rawValue)\(side) \(Self.badge(document.verdict))</h2>"
    text += Self.list(document.reasons)
    text += "<table><tr><th>Trường<th>Giá trị<th>Ảnh<th>Tin cậy<th>Nguồn</tr>"
    for (key, field) in document.fields.sorted(by: { $0.key < $1.key }) {
      let value = field.value.map { $0.line.escapedForHTML } ?? "<i>–</i>"
      let confidence =
        field.value == nil
        ? "" : "\((field.confidence.rawValue * 10_000).rounded(.down) / 100) %"
      text +=
        "<tr><td>\(key.rawValue.escapedForHTML)<td>\(value)<td>"
        + (Self.crop(field.box, of: document.image, image: image) ?? "")
        + "<td>\(confidence)<td>\(field.sources.map(\.rawValue).joined(separator: " "))</tr>"
    }
    return text + "</table>"
  }

  /// The part of the page image under `box`: the same image, shifted and scaled.
  private static func crop(_ box: PixelBox?, of size: ImageSize, image: Int?) -> String? {
    guard let box, let image, box.width > 0, box.height > 0 else { return nil }
    let margin = max(4, box.height / 4)
    let shown = box.expanded(by: margin)
    let scale = min(1, 360 / Double(shown.width), 90 / Double(shown.height))
    let pixels = { (length: Int) in "\((Double(length) * scale * 10).rounded() / 10)px" }
    return "<div class=\"crop p\(image)\" style=\"width:\(pixels(shown.width));"
      + "height:\(pixels(shown.height));background-size:\(pixels(size.width)) "
      + "\(pixels(size.height));background-position:\(pixels(-shown.x)) \(pixels(-shown.y))\"></div>"
  }

  private static func list(_ reasons: [Reason]) -> String {
    guard !reasons.isEmpty else { return "" }
    let items = reasons.map { reason in
      let field = reason.field.map { " <b>\($0.rawValue.escapedForHTML)</b>" } ?? ""
      return
        "<li class=\"\(reason.severity.rawValue)\"><code>\(reason.code.rawValue)</code>\(field) "
        + "\(reason.vi.escapedForHTML) <i>\(reason.en.escapedForHTML)</i></li>"
    }
    return "<ul>\(items.joined())</ul>"
  }

  private static func badge(_ verdict: Verdict) -> String {
    "<span class=\"\(verdict.rawValue)\">\(verdict.rawValue)</span>"
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    "\((Double(part) / Double(max(1, whole)) * 100_000).rounded() / 1000)%"
  }

  /// Nothing runs and nothing is fetched, whatever a paper says; the page's own pictures are shown.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  private static let style = """
    body { font: 15px/1.4 sans-serif; margin: 1rem; color: #222; background: #fafafa }
    .page { display: flex; gap: 1rem; align-items: flex-start; flex-wrap: wrap; margin: 1rem 0 }
    .sheet { position: relative; width: min(100%, 46rem); background-size: 100% 100%;
      border: 1px solid #bbb }
    .box { position: absolute; border: 2px solid #0a7; background: #0a71 }
    .crop { background-repeat: no-repeat; border: 1px solid #ddd }
    .documents { flex: 1 1 28rem }
    table { border-collapse: collapse; width: 100% }
    td, th { text-align: left; vertical-align: top; padding: .25rem .5rem;
      border-bottom: 1px solid #ddd }
    .accepted { color: #075 } .review, .doubt { color: #a50 } .rejected, .refusal { color: #b00 }
    .note { color: #555 }
    .text { max-width: 46rem }
    """
}
