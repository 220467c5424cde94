import { both } from "../language/lang.ts"
import type { CommandSpec, OptionSpec } from "../shell/command-spec.ts"

const option = (name: string, value: string, vi: string, en: string): OptionSpec => ({
  name,
  value,
  about: both(vi, en)
})

/** How `ntm export` is read and explained. */
export const exportSpec = (server: OptionSpec): CommandSpec => ({
  name: "export",
  operands: { shown: "DẠNG TỆP", least: 2, most: 2 },
  options: [
    option(
      "unit",
      "MÃ",
      "của đơn vị này và cấp dưới; không nêu thì cả nước",
      "of this unit and all below; all without it"
    ),
    option("as-of", "NGÀY", "tính đến ngày này; mặc định hôm nay", "as of this day; default today"),
    option("known-at", "LÚC", "như đã ghi đến lúc này (2025-03-05T02:30:00Z)", "as recorded at this moment (UTC)"),
    option("batch", "ĐỢT", "với ocds-…: chỉ một đợt công trình", "with ocds-…: of one batch of works only"),
    option(
      "tier",
      "CẤP",
      "với iati: vốn ghi ở cấp này (province, district, commune)",
      "with iati: money stated at this tier (province, district, commune)"
    ),
    option(
      "boundaries",
      "NGÀY",
      "với iati: mã đơn vị là của ngày này; mặc định --as-of",
      "with iati: the unit's code is that of this day; default --as-of"
    ),
    option(
      "level",
      "CẤP",
      "với sdmx-…: số liệu của cấp này; mặc định commune",
      "with sdmx-…: of this level; default commune"
    ),
    option("input", "CHỈ-TIÊU", "với sdmx-…: chỉ một chỉ tiêu", "with sdmx-…: of one input only"),
    option(
      "accept",
      "MỨC",
      "với sdmx-…: từ mức draft, submitted, verified hay approved (mặc định)",
      "with sdmx-…: from draft, submitted, verified or approved (default) on"
    ),
    { name: "json", about: both("in một đối tượng JSON về tệp đã lưu", "print one JSON object about the saved file") },
    server
  ],
  about: both(
    "lưu số liệu ở dạng chuẩn mở: Open Contracting, IATI, SDMX",
    "save open formats: Open Contracting, IATI, SDMX"
  ),
  details: [
    both(
      "ocds-releases, ocds-records: công trình, hợp đồng, thanh toán theo Open Contracting 1.1 (JSON).",
      "ocds-releases, ocds-records: works, contracts and payments as Open Contracting 1.1 (JSON)."
    ),
    both(
      "iati: vốn theo nguồn (kế hoạch, đã giao, giải ngân) theo IATI 2.03 (XML).",
      "iati: money by source (planned, allocated, paid) as IATI 2.03 (XML)."
    ),
    both(
      "sdmx-data, sdmx-structure: số liệu của các đơn vị theo thời gian và cấu trúc của chúng theo SDMX-JSON 2.0.",
      "sdmx-data, sdmx-structure: values of units over time, and their structure, as SDMX-JSON 2.0."
    ),
    both(
      "Tệp đã có thì không ghi đè. Điều gì có và không có trong từng dạng: docs/open-formats.md.",
      "A file that is there is not written over. What each form tells and leaves out: docs/open-formats.md."
    ),
    both(
      "Mã kết thúc: 0 xong, 2 sai hoặc bị từ chối, 69 máy chủ không trả lời.",
      "Exit code: 0 done, 2 wrong or refused, 69 the server does not answer."
    )
  ],
  examples: [
    "ntm export ocds-releases cong-trinh.json --unit 31",
    "ntm export iati von.xml --unit 31 --as-of 2025-03-05",
    "ntm export sdmx-data so-lieu.json --unit 31"
  ]
})
