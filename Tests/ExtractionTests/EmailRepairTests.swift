import Documents
import Testing

@testable import Extraction

/// Hosts of mail addresses are put right where they are known, and nothing else is.
@Suite struct EmailRepairTests {
  private let repair: EmailRepair

  init() throws { repair = try EmailRepair(dictionaries: Dictionaries.directory) }

  @Test(arguments: [
    ("lan.tran@gmailcom", "lan.tran@gmail.com"), ("lan@gmaiI.com", "lan@gmail.com"),
    ("lan@yahoocomvn", "lan@yahoo.com.vn"), ("lan@yahoo.comvn", "lan@yahoo.com.vn"),
    ("lan@congty.coim", "lan@congty.com"), ("lan@congtycom", "lan@congty.com"),
    ("lan.trangmail.com", "lan.tran@gmail.com"), ("lan2gmail.com", "lan@gmail.com"),
    ("lan@qmail.com", "lan@gmail.com"), ("lan@vmail.com", "lan@ymail.com"),
  ])
  func restoresHosts(read: String, meant: String) {
    let repaired = repair.repaired(read)
    #expect(repaired.value == meant)
    #expect(repaired.repairs.map(\.from) == [read])
  }

  @Test(arguments: ["lan@yahoo.com", "lan@baohiem.vn", "lan@mail.congty.org", "lan@cty.xyz"])
  func keepsWhatMayBeRight(read: String) {
    #expect(repair.repaired(read).value == read)
  }
}
