import { both } from "../language/lang.ts"
import type { CommandSpec, OptionSpec } from "../shell/command-spec.ts"

/** How `ntm movement` is called. */
export const movementSpec = (server: OptionSpec): CommandSpec => ({
  name: "movement",
  operands: { shown: "", least: 0, most: 0 },
  options: [
    { name: "set", value: "MÃ", about: both("mã bộ tiêu chí", "id of the criteria set") },
    {
      name: "unit",
      value: "MÃ",
      about: both("các đơn vị thuộc đơn vị này; mặc định cả nước", "units below this one; default the whole country")
    },
    { name: "from", value: "NGÀY", about: both("ngày đầu (2024-12-31 hoặc 31/12/2024)", "first day (2024-12-31)") },
    { name: "to", value: "NGÀY", about: both("ngày cuối; mặc định hôm nay", "last day; default today") },
    {
      name: "from-known-at",
      value: "LÚC",
      about: both(
        "ngày đầu theo số liệu đã ghi đến lúc này (2025-01-10T00:00:00Z)",
        "the first day as known at this moment (2025-01-10T00:00:00Z)"
      )
    },
    {
      name: "to-known-at",
      value: "LÚC",
      about: both("ngày cuối theo số liệu đã ghi đến lúc này", "the last day as known at this moment")
    },
    { name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") },
    server
  ],
  about: both("vì sao số tổng hợp thay đổi giữa hai ngày", "why the numbers of a group moved between two days"),
  details: [
    both(
      "Tách mức thay đổi thành: số liệu đến muộn hoặc được đính chính, sắp xếp đơn vị, vùng và nhóm của đơn vị, bộ tiêu chí, thay đổi thực tế. Các phần cộng lại đúng bằng mức thay đổi; mỗi phần nêu đơn vị, tiêu chí, văn bản.",
      "Splits a change into late or corrected data, boundaries, group of the unit, criteria, and real change. The parts add up exactly; each names its units, criteria and decisions."
    ),
    both(
      "Mã kết thúc: 0 có trả lời, 2 câu hỏi không đúng, 69 máy chủ không trả lời.",
      "Exit code: 0 answered, 2 a wrong question, 69 the server does not answer."
    )
  ],
  examples: [
    "ntm movement --set xa-ntm-2021-2025 --unit 31 --from 31/12/2024",
    "ntm movement --set xa-ntm-2021-2025 --from 31/12/2024 --json"
  ]
})
