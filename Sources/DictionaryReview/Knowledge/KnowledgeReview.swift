internal import Documents
internal import Extraction
internal import Foundation
internal import Validation

/// Checks the JSON files: layouts, rules, reasons and calibration, and what they say of each other.
struct KnowledgeReview {
  let files: [JSONFile]
  /// The fields that no layout has, and that are known nevertheless.
  let fieldsWithoutLayout: Set<String>

  /// Everything that is wrong in the files.
  func defects() -> [Defect] {
    // Where a standard fixes the members of a file, its own ones begin with `x-`.
    var defects = files.filter {
      !((($0["source"] ?? $0["x-source"]) as? String)?.isEmpty == false)
    }.map {
      $0.defect(at: "source", "no 'source' that says where it comes from")
    }
    let layouts = files.filter { $0.name.hasPrefix("layouts/") }
    defects += layouts.flatMap(layoutDefects)
    let keys = fieldsWithoutLayout.union(
      layouts.flatMap { $0.objects("fields").compactMap { $0["key"] as? String } })
    for file in files {
      switch file.name {
      case "reasons.json": defects += reasonDefects(of: file, keys: keys)
      case "rules.json": defects += ruleDefects(of: file, layouts: layouts)
      case "calibration.json": defects += calibrationDefects(of: file, keys: keys)
      default: break
      }
    }
    return defects
  }

  private func layoutDefects(of file: JSONFile) -> [Defect] {
    var defects: [Defect] = []
    let id = file["id"] as? String ?? ""
    if file.name != "layouts/\(id).json" {
      defects.append(file.defect(at: "id", "the id '\(id)' is not the file's name"))
    }
    let kind = file["kind"] as? String ?? ""
    if DocumentKind(rawValue: kind) == nil {
      defects.append(file.defect(at: "kind", "there is no kind '\(kind)'"))
    }
    return defects
  }

  /// Every reason has its sentences, and every name of a field belongs to a field.
  private func reasonDefects(of file: JSONFile, keys: Set<String>) -> [Defect] {
    let known = Set(ReasonCode.allCases.map(\.rawValue))
    let described = Set(file.object("reasons").keys)
    var defects = known.subtracting(described).map {
      file.defect(at: "reasons", "no sentences for the reason '\($0)'")
    }
    defects += described.subtracting(known).map {
      file.defect(at: $0, "no program gives the reason '\($0)'")
    }
    defects += Set(file.object("fields").keys).subtracting(keys).map {
      file.defect(at: $0, "no layout has the field '\($0)'")
    }
    return defects
  }

  /// The kinds and versions that rules speak of have layouts.
  private func ruleDefects(of file: JSONFile, layouts: [JSONFile]) -> [Defect] {
    let kinds = Set(layouts.compactMap { $0["kind"] as? String })
    var defects = Set(file.object("generations").keys).subtracting(kinds).map {
      file.defect(at: $0, "no layout is of the kind '\($0)'")
    }
    for form in file.objects("forms") {
      let kind = form["kind"] as? String ?? ""
      let version = form["version"] as? String
      let has = layouts.contains {
        $0["kind"] as? String == kind && (version == nil || $0["version"] as? String == version)
      }
      if !has {
        let name = ([kind] + [version].compactMap(\.self)).joined(separator: " ")
        defects.append(file.defect(at: version ?? kind, "no layout is of the form '\(name)'"))
      }
    }
    return defects
  }

  /// Whether `name` is one of the fields `keys`, by itself or behind the kind of document that it is of:
  /// "cmnd-12 issuer".
  private func isField(_ name: String, among keys: Set<String>) -> Bool {
    let words = name.split(separator: " ").map(String.init)
    guard words.count == 2 else { return keys.contains(name) }
    return DocumentKind(rawValue: words[0]) != nil && keys.contains(words[1])
  }

  private func calibrationDefects(of file: JSONFile, keys: Set<String>) -> [Defect] {
    var defects: [Defect] = []
    var groupOfKey: [String: String] = [:]
    for (group, list) in file.object("groups").sorted(by: { $0.key < $1.key }) {
      for key in list as? [String] ?? [] {
        if !isField(key, among: keys) {
          defects.append(file.defect(at: key, "no layout has the field '\(key)'"))
        }
        if let other = groupOfKey.updateValue(group, forKey: key) {
          defects.append(file.defect(at: key, "'\(key)' is in the groups \(other) and \(group)"))
        }
      }
    }
    return defects
  }
}
