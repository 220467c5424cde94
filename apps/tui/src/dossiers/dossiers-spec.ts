import { both } from "../language/lang.ts"
import type { CommandSpec, OptionSpec } from "../shell/command-spec.ts"

const option = (name: string, value: string, vi: string, en: string): OptionSpec => ({
  name,
  value,
  about: both(vi, en)
})

/** How `ntm dossiers` is read and explained. */
export const dossiersSpec = (server: OptionSpec): CommandSpec => ({
  name: "dossiers",
  operands: { shown: "VIỆC…", least: 1, most: 3 },
  options: [
    option(
      "unit",
      "MÃ",
      "với list: của đơn vị này và cấp dưới; với survey: nơi khảo sát",
      "with list: of this unit and all below; with survey: where it was made"
    ),
    option(
      "tier",
      "HẠNG",
      "với list, check, procedures: standard, advanced, model, modern, special, completed, civilised",
      "with list, check, procedures: standard, advanced, model, modern, special, completed, civilised"
    ),
    option("set", "MÃ", "với check: xét theo bộ tiêu chí này", "with check: judged by this criteria set"),
    option(
      "level",
      "CẤP",
      "với procedures: commune, district, province",
      "with procedures: commune, district, province"
    ),
    option(
      "margin",
      "SỐ",
      "với rehearse: sát ngưỡng là trong bấy nhiêu phần trăm (5); với survey: sai số cho phép (5)",
      "with rehearse: near means within so many per cent (5); with survey: the margin (5)"
    ),
    option(
      "out",
      "TỆP",
      "với rehearse: ghi gói hồ sơ có niêm phong vào tệp mới; kiểm tra bằng ntm verify",
      "with rehearse: write the sealed bundle to a new file; ntm verify checks it"
    ),
    option("day", "NGÀY", "với survey: ngày khảo sát", "with survey: the day of the survey"),
    option(
      "population",
      "SỐ",
      "với survey: tổng số hộ hoặc người",
      "with survey: how many households or people there are"
    ),
    option("of", "AI", "với survey: households (mặc định) hoặc people", "with survey: households (default) or people"),
    option(
      "confidence",
      "SỐ",
      "với survey: độ tin cậy 90, 95 (mặc định) hoặc 99",
      "with survey: confidence 90, 95 (default) or 99"
    ),
    option(
      "input",
      "MÃ",
      "với survey: số liệu của bộ tiêu chí nhận kết quả",
      "with survey: the input of criteria that its result goes into"
    ),
    {
      name: "source",
      about: both(
        "với procedures: in đúng tệp để sửa và nạp lại",
        "with procedures: print the very file, to be changed and loaded"
      )
    },
    {
      name: "dry-run",
      about: both(
        "với procedures load: chỉ nói tệp sẽ làm gì",
        "with procedures load: only tell what the file would do"
      )
    },
    option(
      "seen",
      "THẺ",
      "với procedures load: chỉ thay đúng bản mà --dry-run đã cho xem",
      "with procedures load: replace what --dry-run showed and nothing else"
    ),
    option("as-of", "NGÀY", "tính đến ngày này; mặc định hôm nay", "as of this day; default today"),
    option("known-at", "LÚC", "như đã ghi đến lúc này (2025-03-05T02:30:00Z)", "as recorded at this moment (UTC)"),
    { name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") },
    { name: "csv", about: both("với list: in bảng CSV ra stdout", "with list: print a CSV table to stdout") },
    server
  ],
  about: both("hồ sơ xét, công nhận: giấy tờ, bước, thẩm định thử", "recognition dossiers: papers, steps, rehearsal"),
  details: [
    both(
      "list: hồ sơ, đang ở bước nào, thiếu bao nhiêu giấy tờ; show SỐ: một hồ sơ, giấy tờ còn thiếu trước hết; procedures: trình tự theo cấp và hạng (dấu ~ nhớ lại, ? chưa biết).",
      "list: dossiers, where they stand, how many papers are wanting; show NO: one, papers that are wanting first; procedures: how a level asks for a tier (~ recalled, ? unknown)."
    ),
    both(
      "check MÃ --tier HẠNG: đơn vị có mở được hồ sơ không, mọi lý do vì sao không.",
      "check CODE --tier TIER: whether a dossier could be opened for the unit, every reason why not."
    ),
    both(
      "rehearse SỐ: thẩm định thử như hội đồng: thiếu giấy tờ, số liệu quá cũ, sát ngưỡng, nguồn không khớp, nhiệm vụ chưa xong.",
      "rehearse NO: plays the council: papers wanting, values too old or near their threshold, sources that disagree, tasks not done."
    ),
    both(
      "open TỆP: mở hồ sơ. CSV với các cột Mã đơn vị, Hạng, Bộ tiêu chí, Kết quả đến ngày, Ngày mở, Trình tự, Lý do mở, Văn bản, Ghi chú, Nhiệm vụ (bước: mã | …), Minh họa; hoặc JSON như API nhận. Cả tệp hoặc không ghi gì.",
      "open FILE: opens dossiers. CSV by Vietnamese headings (unit, tier, set, results as of, opened on, procedure, override, document, note, tasks, illustrative) or JSON as the API takes it. The whole file or nothing."
    ),
    both(
      "record TỆP: ghi diễn biến. CSV với Hồ sơ, Ngày, Việc (bắt đầu bước, xong bước, nộp giấy tờ, lấy ý kiến, khảo sát, bỏ phiếu, trả lại, công nhận, không công nhận, thu hồi, hết hiệu lực, khép lại) và các cột của từng việc; hoặc JSON như API nhận.",
      "record FILE: what happened. CSV with dossier, day, event and the columns of each kind of event, or JSON as the API takes it."
    ),
    both(
      "survey TỆP: đọc kết quả khảo sát, không ghi gì. CSV với Nội dung, Số hỏi, Số trả lời, Số hài lòng, cùng --unit, --day, --population; hoặc JSON như API nhận.",
      "survey FILE: reads a survey, writes nothing. CSV with content, asked, answered, satisfied, and --unit, --day, --population; or JSON as the API takes it."
    ),
    both(
      "procedures load TỆP: nạp trình tự (JSON như procedures --source in ra; thay trình tự cùng mã). Cả tệp hoặc không ghi gì; hồ sơ đã mở giữ trình tự lúc mở.",
      "procedures load FILE: loads procedures (JSON as procedures --source prints it; those of the same id are replaced). The whole file or nothing; open dossiers keep theirs."
    ),
    both(
      "Mã kết thúc: 0 xong, 1 chưa mở được (check), sẽ bị trả lại (rehearse), chưa đủ người trả lời (survey), 2 sai hoặc bị từ chối, 69 máy chủ không trả lời.",
      "Exit code: 0 done, 1 may not be opened (check), would be sent back (rehearse), too few answered (survey), 2 wrong or refused, 69 the server does not answer."
    )
  ],
  examples: [
    "ntm dossiers list --unit 31 --as-of 2025-06-20",
    "ntm dossiers check 11824 --tier standard",
    "ntm dossiers rehearse 6 --margin 10 --out ho-so-6.json",
    "ntm verify ho-so-6.json"
  ]
})
