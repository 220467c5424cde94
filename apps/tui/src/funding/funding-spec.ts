import { both } from "../language/lang.ts"
import type { CommandSpec, OptionSpec } from "../shell/command-spec.ts"

const option = (name: string, value: string, vi: string, en: string): OptionSpec => ({
  name,
  value,
  about: both(vi, en)
})

/** How `ntm funding` is read and explained. */
export const fundingSpec = (server: OptionSpec): CommandSpec => ({
  name: "funding",
  operands: { shown: "VIỆC…", least: 1, most: 2 },
  options: [
    option("unit", "MÃ", "mã đơn vị; không nêu thì cả nước", "code of the unit; the whole country without it"),
    option("year", "NĂM", "với table, stages, entries: niên độ ngân sách", "with table, stages, entries: budget year"),
    option(
      "stage",
      "GIAI-ĐOẠN",
      "với table, years, entries: planned, allocated, mobilised hoặc disbursed",
      "with table, years, entries: planned, allocated, mobilised or disbursed"
    ),
    option(
      "tier",
      "CẤP",
      "với table, stages: cộng theo cấp province, district hay commune; mặc định cấp cao nhất đã công bố",
      "with table, stages: summed at province, district or commune; default the highest stated"
    ),
    option(
      "boundaries",
      "NGÀY",
      "đơn vị (và mã) theo ranh giới ngày này; mặc định cuối niên độ, không nêu năm thì ngày tính",
      "units and codes as they stand on this day; default the end of the year, without a year the day asked"
    ),
    option("from", "NĂM", "với years: năm trước", "with years: the year before"),
    option("to", "NĂM", "với years: năm sau", "with years: the year after"),
    option(
      "from-stage",
      "GIAI-ĐOẠN",
      "với years: giai đoạn của năm trước, nếu khác",
      "with years: stage of the year before, if another"
    ),
    option("work", "SỐ", "với entries: của công trình này", "with entries: of this work"),
    option("in", "ĐVT", "in theo đồng, nghìn, triệu (mặc định) hay tỷ", "print in đồng, nghìn, triệu (default) or tỷ"),
    option("as-of", "NGÀY", "tính đến ngày này; mặc định hôm nay", "as of this day; default today"),
    option("known-at", "LÚC", "như đã ghi đến lúc này (2025-03-05T02:30:00Z)", "as recorded at this moment (UTC)"),
    { name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") },
    {
      name: "csv",
      about: both("in bảng CSV ra stdout, số tiền theo đồng", "print a CSV table to stdout, amounts in đồng")
    },
    server
  ],
  about: both("nguồn lực: bảng theo nguồn, kế hoạch đến giải ngân", "money: sources by unit, from plan to payment"),
  details: [
    both(
      "table --year N --stage G: mọi nguồn theo mọi đơn vị trực thuộc (Phụ lục 02), ô không khép có chú thích.",
      "table --year Y --stage S: any source by any unit right below (Appendix 02); what does not add up has a footnote."
    ),
    both(
      "stages --year N: từ kế hoạch, giao, huy động đến giải ngân, so với lịch; years --from N --to N --stage G: năm so với năm.",
      "stages --year Y: planned, allocated, mobilised, paid, against the calendar; years --from Y --to Y --stage S: year by year."
    ),
    both(
      "stated: những năm, giai đoạn, cấp đã có số; entries: từng bút toán; sources: cây nguồn vốn.",
      "stated: years, stages and tiers that have anything; entries: one by one; sources: the tree of sources."
    ),
    both(
      "record TỆP: ghi cả tệp hoặc không ghi gì. CSV (tiêu đề tiếng Việt hoặc tiếng Anh) hoặc JSON; phải ghi đơn vị tiền. Cách viết: docs/funding.md.",
      "record FILE: the whole file or nothing. CSV (Vietnamese or English headings) or JSON; the unit of money must be told. See docs/funding.md."
    ),
    both(
      "Mã kết thúc: 0 xong, 2 sai hoặc bị từ chối, 69 máy chủ không trả lời.",
      "Exit code: 0 done, 2 wrong or refused, 69 the server does not answer."
    )
  ],
  examples: [
    "ntm funding table --unit 31 --year 2024 --stage mobilised",
    "ntm funding table --year 2024 --stage mobilised --in tỷ",
    "ntm funding stages --unit 31 --year 2024",
    "ntm funding record von-2025.csv"
  ]
})
