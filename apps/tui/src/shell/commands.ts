import { assessmentSpecs } from "../assessments/assessments-spec.ts"
import { assignmentSpecs } from "../assignments/tasks-spec.ts"
import { auditLogSpec } from "../changes/audit-log-spec.ts"
import { dossiersSpec } from "../dossiers/dossiers-spec.ts"
import { fundingSpec } from "../funding/funding-spec.ts"
import { exportSpec } from "../exports/export-spec.ts"
import { inventorySpec } from "../inventory/inventory-spec.ts"
import { both } from "../language/lang.ts"
import { movementSpec } from "../movements/movement-spec.ts"
import { observationsSpec } from "../observations/observations-spec.ts"
import { peopleSpecs } from "../people/people-spec.ts"
import { proofSpec, verifySpec } from "../proofs/proofs-spec.ts"
import { worksSpec } from "../works/works-spec.ts"
import type { CommandSpec, OptionSpec } from "./command-spec.ts"

const none = { shown: "", least: 0, most: 0 }

const server: OptionSpec = {
  name: "server",
  value: "URL",
  about: both(
    "địa chỉ máy chủ (hoặc biến NTM_SERVER; mặc định http://127.0.0.1:4100, cổng theo PORT)",
    "address of the server (or NTM_SERVER; default http://127.0.0.1:4100, port from PORT)"
  )
}

/** Options that every command takes. */
export const commonOptions: ReadonlyArray<OptionSpec> = [
  { name: "lang", value: "vi|en", about: both("ngôn ngữ hiển thị, mặc định vi", "language of the output, default vi") },
  { name: "help", short: "h", about: both("xem hướng dẫn của lệnh", "show help for the command") }
]

/** Every command. Parsing, help and suggestions are all read from this table, so a command is described once. */
export const commands: ReadonlyArray<CommandSpec> = [
  {
    name: "tui",
    operands: none,
    options: [server],
    about: both("mở chương trình trên màn hình dòng lệnh (mặc định)", "open the terminal program (default)"),
    details: [
      both(
        "Xem tiêu chí (Phụ lục 01), nguồn lực (theo nguồn và đơn vị, và Phụ lục 02 như in), nhiệm vụ (Phụ lục 03; phím v: đến hạn, theo cơ quan, tiến trình) và các phát hiện của kế hoạch mới nhất; đơn vị hành chính, đánh giá và công trình vào một ngày bất kỳ. Trong chương trình bấm ? để xem các phím.",
        "Shows criteria (Appendix 01), money (by source and unit, and Appendix 02 as printed), assignments (Appendix 03; key v: what is due, by agency, over time) and findings of the newest plan; administrative units, assessments and works as of any day. Press ? inside for the keys."
      )
    ],
    examples: ["ntm", "ntm tui --server http://10.0.0.5:4100"]
  },
  {
    name: "audit",
    operands: { shown: "PATH…", least: 1, most: Number.POSITIVE_INFINITY },
    options: [{ name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") }],
    about: both(
      "đối chiếu các số liệu mà văn bản công bố",
      "check the figures that documents publish against each other"
    ),
    details: [
      both(
        "Mỗi PATH là một thư mục văn bản: document.json, figures.json và các bảng có khai báo cột, dòng cộng. Nhiều thư mục thì đối chiếu cả giữa các văn bản. Không cần máy chủ hay cơ sở dữ liệu.",
        "Each PATH is a folder of one document: document.json, figures.json and tables that declare their sums. Several folders are also checked against each other. Needs no server and no database."
      ),
      both(
        "Mã kết thúc: 0 không có phát hiện, 1 có phát hiện, 2 dữ liệu vào không đọc được.",
        "Exit code: 0 no findings, 1 findings, 2 input that cannot be read."
      )
    ],
    examples: ["ntm audit ./kh-61-2025-haiphong", "ntm audit --json ./kh-61-2025-haiphong ./tb-2712-2024-haiphong"]
  },
  {
    name: "units",
    operands: { shown: "VIỆC…", least: 1, most: Number.POSITIVE_INFINITY },
    options: [
      {
        name: "as-of",
        value: "NGÀY",
        about: both(
          "hỏi vào ngày này (2025-06-30 hoặc 30/6/2025); mặc định hôm nay",
          "ask as of this day; default today"
        )
      },
      {
        name: "on",
        value: "NGÀY",
        about: both("với lineage: ngày của các đơn vị cần tìm", "with lineage: the day of the units looked for")
      },
      {
        name: "weight",
        value: "TÊN",
        about: both(
          "với lineage: tỷ lệ của một đại lượng (population, areaKm2, households)",
          "with lineage: shares of one weight (population, areaKm2, households)"
        )
      },
      {
        name: "preview",
        value: "TỆP",
        about: both("với reorganise: sự kiện sẽ làm gì, chưa ghi", "with reorganise: what the event would do")
      },
      {
        name: "apply",
        value: "TỆP",
        about: both("với reorganise: áp dụng sự kiện", "with reorganise: apply the event")
      },
      { name: "undo", value: "MÃ", about: both("với reorganise: hoàn tác sự kiện", "with reorganise: take it back") },
      {
        name: "check",
        about: both("với boundaries: chỉ kiểm tra tệp, chưa ghi", "with boundaries: check the file, write nothing")
      },
      { name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") },
      server
    ],
    about: both("tra, sắp xếp đơn vị hành chính vào một ngày bất kỳ", "look up and reorganise units as of any day"),
    details: [
      both(
        "tree [MÃ|TÊN]: cây đơn vị; không nêu gì thì các tỉnh.",
        "tree [CODE|NAME]: the tree; the provinces without one."
      ),
      both("show MÃ|TÊN: một đơn vị.", "show CODE|NAME: one unit."),
      both(
        "find TÊN: tìm như khi gõ: không dấu, chữ đầu, loại (h. vinh bao), tên cũ.",
        "find NAME: as people type: without marks, initials, types (h. vinh bao), old names."
      ),
      both(
        "lineage MÃ|TÊN: trước hoặc sau là những đơn vị nào, với tỷ lệ.",
        "lineage CODE|NAME: what it was or became, with shares."
      ),
      both("history MÃ|TÊN: lịch sử, theo từng văn bản.", "history CODE|NAME: its story, document by document."),
      both(
        "reorganise --preview TỆP, --apply TỆP hoặc --undo MÃ: xem trước, áp dụng, hoàn tác một sự kiện sắp xếp ghi trong tệp JSON.",
        "reorganise --preview FILE, --apply FILE or --undo ID: preview, apply, take back an event written in a JSON file."
      ),
      both(
        "boundaries TỆP: ghi ranh giới từ tệp GeoJSON (WGS 84, properties.code là mã đơn vị vào ngày --as-of); cả tệp hoặc không gì cả.",
        "boundaries FILE: record boundaries from GeoJSON (WGS 84, properties.code names units as of --as-of); the whole file or nothing."
      ),
      both(
        "Mã được dùng lại qua các lần sắp xếp: một mã chỉ có nghĩa cùng với một ngày.",
        "Codes are reused by reorganisations: a code names a unit only together with a day."
      ),
      both(
        "Mã kết thúc: 0 có trả lời, 1 boundaries --check có điều lưu ý, 2 câu hỏi, đơn vị hoặc tệp không đúng, 69 máy chủ không trả lời.",
        "Exit code: 0 answered, 1 boundaries --check has remarks, 2 a wrong question, unit or file, 69 the server does not answer."
      )
    ],
    examples: [
      "ntm units find vinh bao",
      "ntm units tree 31 --as-of 2025-06-30",
      "ntm units lineage 11824 --as-of 2025-07-01 --on 2024-12-31",
      "ntm units boundaries haiphong.geojson --as-of 2025-07-01 --check"
    ]
  },
  {
    name: "sets",
    operands: { shown: "VIỆC…", least: 1, most: Number.POSITIVE_INFINITY },
    options: [
      {
        name: "as-of",
        value: "NGÀY",
        about: both(
          "với show, diff: hỏi vào ngày này (2025-01-14 hoặc 14/1/2025)",
          "with show, diff: ask as of this day (2025-01-14)"
        )
      },
      {
        name: "known-at",
        value: "LÚC",
        about: both(
          "với list, show, diff: như đã nạp đến lúc này (2025-03-05T02:30:00Z)",
          "with list, show, diff: as loaded by this moment, as 2025-03-05T02:30:00Z"
        )
      },
      {
        name: "source",
        about: both(
          "với show: in đúng tệp của bộ, để viết tiếp rồi nạp",
          "with show: print the very file of the set, to go on from and load"
        )
      },
      {
        name: "dry-run",
        about: both("với load: chỉ xem tệp sẽ làm gì, chưa ghi", "with load: only tell what the file would do")
      },
      {
        name: "seen",
        value: "THẺ",
        about: both(
          "với load: chỉ thay đúng bản mà --dry-run đã cho xem",
          "with load: replace what --dry-run showed and nothing else"
        )
      },
      { name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") },
      server
    ],
    about: both("xem, kiểm tra, so sánh, nạp các bộ tiêu chí", "list, show, check, compare and load criteria sets"),
    details: [
      both("list: các bộ tiêu chí của máy chủ.", "list: the criteria sets of the server."),
      both(
        "show MÃ: một bộ với từng chỉ tiêu, mức phải đạt; dấu ~ nhớ lại, ? chưa biết, * số minh họa.",
        "show ID: one set with its indicators and thresholds; ~ recalled, ? unknown, * illustrative."
      ),
      both(
        "check TỆP…: đọc và kiểm tra tệp bộ tiêu chí, quyết định sửa đổi, bộ của tỉnh; thư mục thì đọc mọi tệp trong đó. Bộ nào được nhắc đến thì nêu cả tệp của bộ đó. Không cần máy chủ.",
        "check FILE…: read and judge files of sets, amendments, provinces' sets; of a folder every file. A set that one names must be among them. Needs no server."
      ),
      both(
        "diff A B: bộ B đòi thêm, bớt gì so với bộ A, theo cùng số liệu. A, B là mã bộ của máy chủ hoặc tệp .json chưa nạp.",
        "diff A B: what set B asks for beside set A, by the values that both read. A and B are ids of the server's sets or .json files that are not loaded yet."
      ),
      both(
        "load TỆP: văn phòng nạp một bộ (hoặc quyết định sửa đổi, bộ của tỉnh), thay bản cùng mã; cả tệp hoặc không gì cả, mọi lý do được nêu. Điều đã biết trước đó vẫn hỏi lại được bằng --known-at. --dry-run: chỉ xem trước.",
        "load FILE: the office loads a set (or an amendment, or a province's set) in the place of that of the same id; wholly or not at all, with every reason. What was known before can still be asked with --known-at. --dry-run: only tell."
      ),
      both(
        "versions MÃ: các bản của một bộ: lúc nào, ai nạp, từ tệp nào.",
        "versions ID: everything that a set ever said: when, from whom, out of which file."
      ),
      both(
        "Mã kết thúc: 0 xong, 1 check, load có lỗi, 2 lệnh hoặc tệp không đọc được, 69 máy chủ không trả lời.",
        "Exit code: 0 done, 1 check or load found problems, 2 a wrong command or an unreadable file, 69 the server does not answer."
      )
    ],
    examples: [
      "ntm sets show tinh-hoan-thanh-2021-2025 --as-of 2025-01-14",
      "ntm sets check ./bo-tieu-chi",
      "ntm sets diff xa-ntm-2021-2025 xa-ntm-nang-cao-2021-2025",
      "ntm sets diff xa-ntm-2021-2025 ./du-thao.json",
      "ntm sets show xa-ntm-2026-2030 --source > phu-luc-51-2025.json",
      "ntm sets load ./phu-luc-51-2025.json --dry-run"
    ]
  },
  observationsSpec(server),
  ...assessmentSpecs(server),
  proofSpec(server),
  verifySpec,
  movementSpec(server),
  fundingSpec(server),
  worksSpec(server),
  ...assignmentSpecs(server),
  dossiersSpec(server),
  inventorySpec(server),
  exportSpec(server),
  ...peopleSpecs(server),
  auditLogSpec(server),
  {
    name: "version",
    operands: none,
    options: [],
    about: both("in phiên bản", "print the version"),
    details: [],
    examples: ["ntm version"]
  },
  {
    name: "help",
    operands: { shown: "[LỆNH]", least: 0, most: 1 },
    options: [],
    about: both("xem hướng dẫn chung hoặc của một lệnh", "show help, or help for one command"),
    details: [],
    examples: ["ntm help audit"]
  }
]

export const findCommand = (name: string): CommandSpec | undefined => commands.find((command) => command.name === name)
