import { both } from "../language/lang.ts"
import type { CommandSpec, OptionSpec } from "../shell/command-spec.ts"

const option = (name: string, value: string, vi: string, en: string): OptionSpec => ({
  name,
  value,
  about: both(vi, en)
})

/** How `ntm works` is read and explained. */
export const worksSpec = (server: OptionSpec): CommandSpec => ({
  name: "works",
  operands: { shown: "VIỆC…", least: 1, most: 2 },
  options: [
    option("unit", "MÃ", "công trình trong đơn vị này; không nêu thì cả nước", "works in this unit; all without it"),
    option("batch", "ĐỢT", "chỉ một đợt", "of one batch only"),
    option(
      "sector",
      "LĨNH-VỰC",
      "với list: transport, education, culture, health, environment, irrigation, power, trade, other",
      "with list: transport, education, culture, health, environment, irrigation, power, trade, other"
    ),
    option(
      "state",
      "TRẠNG-THÁI",
      "với list: planned, preparing, building, accepted, handedOver, operating",
      "with list: planned, preparing, building, accepted, handedOver, operating"
    ),
    option("late", "NGÀY", "với list: chậm ít nhất từng này ngày", "with list: late by at least so many days"),
    option("q", "CHỮ", "với list: tìm không cần dấu", "with list: search without diacritics"),
    option(
      "sort",
      "CÁCH",
      "với list: late (mặc định), value, name, debt",
      "with list: late (default), value, name, debt"
    ),
    option(
      "limit",
      "SỐ",
      "với list, slips, debt, alerts: nhiều nhất bấy nhiêu, đến 1000",
      "with list, slips, debt, alerts: at most so many, up to 1000"
    ),
    option("as-of", "NGÀY", "tính đến ngày này; mặc định hôm nay", "as of this day; default today"),
    option("known-at", "LÚC", "như đã ghi đến lúc này (2025-03-05T02:30:00Z)", "as recorded at this moment (UTC)"),
    { name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") },
    {
      name: "csv",
      about: both("in bảng CSV ra stdout, số tiền theo đồng", "print a CSV table to stdout, amounts in đồng")
    },
    server
  ],
  about: both("công trình: tiến độ, nợ, đất, cảnh báo", "works: progress, debt, land, alerts"),
  details: [
    both(
      "list: công trình, chậm nhất trước; show SỐ: một công trình với các bước, đường găng, đường tiến độ, vốn, nợ, tiêu chí bị giữ lại.",
      "list: works, the latest first; show NUMBER: one work with steps, critical path, S-curve, money, debt and what it holds back."
    ),
    both(
      "batches: các đợt, đường găng và từng địa bàn; curve: kế hoạch, đã làm, đã trả theo thời gian; slips: công trình giữ tiêu chí lại.",
      "batches: batches with critical path and districts; curve: planned, built and paid over time; slips: works that hold criteria back."
    ),
    both(
      "debt: nợ đọng xây dựng theo đơn vị, công trình, tuổi nợ; land: đất đã hiến; alerts: cảnh báo theo mức đã đặt.",
      "debt: construction debt by unit, work and age; land: land given; alerts: rules that fired."
    ),
    both(
      "approve TỆP, report TỆP, give-land TỆP, follow-land TỆP: ghi một đợt công trình, báo cáo, đất hiến, việc về đất; cả tệp hoặc không ghi gì. CSV hoặc JSON, cách viết: docs/funding.md.",
      "approve FILE, report FILE, give-land FILE, follow-land FILE: record a batch of works, reports, gifts of land, what became of them; the whole file or nothing. CSV or JSON, see docs/funding.md."
    ),
    both(
      "Mã kết thúc: 0 xong, 2 sai hoặc bị từ chối, 69 máy chủ không trả lời.",
      "Exit code: 0 done, 2 wrong or refused, 69 the server does not answer."
    )
  ],
  examples: [
    "ntm works list --unit 31 --late 30",
    "ntm works show 12",
    "ntm works curve --unit 31 --as-of 2024-12-31",
    "ntm works report bao-cao-thang-6.csv"
  ]
})
