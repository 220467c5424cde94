import { both } from "../language/lang.ts"
import type { CommandSpec, OptionSpec } from "../shell/command-spec.ts"

const option = (name: string, value: string, vi: string, en: string): OptionSpec => ({
  name,
  value,
  about: both(vi, en)
})

/** How `ntm inventory` is read and explained. */
export const inventorySpec = (server: OptionSpec): CommandSpec => ({
  name: "inventory",
  operands: { shown: "VIỆC…", least: 1, most: 2 },
  options: [
    option("unit", "MÃ", "trong đơn vị này; không nêu thì cả nước", "in this unit; the whole country without it"),
    option(
      "kind",
      "SỔ",
      "modelArea, modelGarden, smartVillage, smartCommune, ocop, training, meeting, issued",
      "modelArea, modelGarden, smartVillage, smartCommune, ocop, training, meeting, issued"
    ),
    option(
      "year",
      "NĂM",
      "với list: của năm này; với counts: đếm đến cuối năm này (phải nêu)",
      "with list: of this year; with counts: as of the end of this year (needed)"
    ),
    option(
      "expiring",
      "NGÀY",
      "với list: giấy chứng nhận còn giá trị và hết hạn trong bấy nhiêu ngày",
      "with list: certificates that hold and expire within so many days"
    ),
    option("q", "CHỮ", "với list: tìm không cần dấu", "with list: search without diacritics"),
    option("limit", "SỐ", "với list: nhiều nhất bấy nhiêu, đến 1000", "with list: at most so many, up to 1000"),
    option("as-of", "NGÀY", "tính đến ngày này; mặc định hôm nay", "as of this day; default today"),
    option("known-at", "LÚC", "như đã ghi đến lúc này (2025-03-05T02:30:00Z)", "as recorded at this moment (UTC)"),
    {
      name: "events",
      about: both("với check: tệp ghi diễn biến (cho follow)", "with check: a file of what became of them (for follow)")
    },
    { name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") },
    { name: "csv", about: both("in bảng CSV ra stdout", "print a CSV table to stdout") },
    server
  ],
  about: both(
    "sổ theo dõi: mô hình, OCOP, tập huấn, họp, văn bản",
    "registers: models, OCOP, training, meetings, documents"
  ),
  details: [
    both(
      "list: từng mục, mới nhất trước; sản phẩm OCOP có sao và ngày hết hạn. counts --year NĂM: mỗi sổ có bao nhiêu theo đơn vị, so với mức mà kế hoạch yêu cầu; mục của đơn vị đã sáp nhập trọn vẹn được tính cho đơn vị nhận.",
      "list: entries, the newest first; OCOP products with stars and expiry. counts --year YEAR: how many of each by unit, against what plans want; what lies in a unit that was merged whole counts for the one that took it."
    ),
    both(
      "record TỆP: ghi các mục, cả tệp hoặc không ghi gì. CSV với các cột Loại, Mã đơn vị, Tên, Ngày và theo từng loại: Thôn, Số hộ; Chủ vườn, Diện tích; Thí điểm; Chủ thể, Số sao, Hết hạn; Số ngày, Người dự; Chủ trì, Số người dự; Số hiệu, Loại văn bản; thêm Văn bản, Liên kết, Ghi chú, Minh họa. Hoặc JSON như API nhận.",
      "record FILE: entries, the whole file or nothing. CSV with columns kind, unit, name, day, and by kind: village, households; owner, area; pilot; producer, stars, until; days, attendees; chair, participants; number, documentKind; then document, link, note, illustrative. Or JSON as the API takes it."
    ),
    both(
      "follow TỆP: mục thôi tính, phân hạng lại hoặc rút lại, với các cột Số mục, Ngày, Việc, Số sao, Hết hạn, Lý do, Văn bản. check TỆP [--events]: chỉ kiểm tra tệp, không cần máy chủ.",
      "follow FILE: what ended, was graded again or is withdrawn, with columns item, day, event, stars, until, reason, document. check FILE [--events]: only check the file; needs no server."
    ),
    both(
      "Mã kết thúc: 0 xong, 2 sai hoặc bị từ chối, 69 máy chủ không trả lời.",
      "Exit code: 0 done, 2 wrong or refused, 69 the server does not answer."
    )
  ],
  examples: [
    "ntm inventory counts --unit 31 --year 2025",
    "ntm inventory list --kind ocop --expiring 90",
    "ntm inventory check ocop.csv",
    "ntm inventory record ocop.csv"
  ]
})
